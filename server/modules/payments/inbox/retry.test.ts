import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openPayDesk } from '../../../testing/pay-desk.ts'
import { list } from './list.ts'
import { retry } from './retry.ts'

const desk = await openPayDesk()
const { shop } = desk
const { bob } = shop
after(() => desk.close())

/** A webhook that comes while the payment is not to be found, and is parked. */
async function parked() {
  const payment = await desk.open()
  await desk.pay(payment)
  await hide(payment.id, 'elsewhere')
  await desk.tell(await desk.about(payment, { id: `evt_${payment.id}` }))
  await shop.settle()
  const { items } = await bob.call(list, { state: 'parked', limit: 1 })
  return { payment, entry: items[0]! }
}

const hide = (id: string, provider: string) =>
  sql`update payments.payment set provider = ${provider} where id = ${id}`.execute(shop.app.pool.db)

test('staff see what was parked and why', async () => {
  const { payment, entry } = await parked()
  assert.deepEqual(entry, {
    id: entry.id,
    method: 'sandbox',
    eventId: `evt_${payment.id}`,
    kind: 'payment',
    state: 'parked',
    reason: 'unknown_payment',
    paymentId: payment.id,
    refundId: null,
    amount: { amount: 2500, currency: 'EUR' },
    attempts: 1,
    receivedAt: shop.clock.now.toISOString(),
    handledAt: null,
    nextTryAt: new Date(shop.clock.now.getTime() + 5000).toISOString(),
  })
  await hide(payment.id, 'sandbox')
})

test('tried again when the fault is mended, it pays', async () => {
  const { payment, entry } = await parked()
  const still = await bob.call(retry, { entryId: entry.id })
  assert.deepEqual([still.state, still.attempts], ['parked', 1])
  await hide(payment.id, 'sandbox')
  const done = await bob.call(retry, { entryId: entry.id })
  assert.deepEqual([done.state, done.reason, done.nextTryAt], ['handled', null, null])
  assert.equal((await desk.row(payment.id)).captured_amount, 2500)
  assert.deepEqual(await bob.call(retry, { entryId: entry.id }), done, 'and once is enough')
  assert.equal((await desk.thingOf(payment)).secured, 1)
})

test('only staff see it, and only who may capture tries it again', async () => {
  const { payment, entry } = await parked()
  const reader = shop.staff('payments.read')
  assert.ok((await reader.call(list, {})).items.length > 0)
  await assert.rejects(reader.call(retry, { entryId: entry.id }), { code: 'forbidden' })
  await assert.rejects(shop.charlie.call(list, {}), { code: 'forbidden' })
  await assert.rejects(bob.call(retry, { entryId: newId() }), { code: 'not_found' })
  await hide(payment.id, 'sandbox')
})

test('what was handled is gone after a quarter of a year, what was parked stays', async () => {
  const { entry } = await parked()
  const handled = async () => (await bob.call(list, { state: 'handled' })).items.length
  assert.ok((await handled()) > 0)
  shop.clock.forward(89 * 86_400_000)
  await shop.job('payments.purge')
  assert.ok((await handled()) > 0)
  shop.clock.forward(2 * 86_400_000)
  await shop.job('payments.purge')
  assert.equal(await handled(), 0)
  assert.ok((await bob.call(list, { state: 'parked' })).items.some(({ id }) => id === entry.id))
})
