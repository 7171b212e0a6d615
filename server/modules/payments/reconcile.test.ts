import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { ProviderUnavailable } from './index.ts'
import { reconcile } from './reconcile.ts'
import { refund } from './admin/refund.ts'

const desk = await openPayDesk()
const { shop } = desk
after(() => desk.close())

const system = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
const start = shop.clock.now

const report = (since = new Date(start.getTime() - 3_600_000)) =>
  shop.app.invoke(reconcile, { since: since.toISOString() }, system)

async function differences() {
  return (await report()).differences.map(({ kind, paymentId, here, there }) => ({
    kind,
    paymentId,
    here: here?.amount ?? null,
    there: there?.amount ?? null,
  }))
}

test('where all is well nothing differs, also after refunds', async () => {
  const payment = await desk.paid()
  await desk.open()
  await shop.bob.call(refund, { paymentId: payment.id, amount: 500, reason: 'test' }, { key: newId() })
  const { compared, differences: found, behind, incomplete } = await report()
  assert.deepEqual([compared, found, behind, incomplete], [2, [], [], false])
})

test('what is only newer there is asked for by the hourly job, and then is well', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  const { behind, differences: found } = await report()
  assert.deepEqual([behind, found], [[payment.id], []])
  await shop.job('payments.reconcile')
  await desk.sweep()
  assert.equal((await desk.row(payment.id)).state, 'captured')
  assert.deepEqual((await report()).behind, [])
})

test('a payment that only the provider has', async () => {
  const stranger = await desk.api.open({
    amount: 700,
    currency: 'EUR',
    capture: 'automatic',
    reference: newId(),
    description: 'Not ours',
    returnUrl: 'http://127.0.0.1:1/',
    cancelUrl: 'http://127.0.0.1:1/',
    webhookUrl: 'http://127.0.0.1:1/',
  })
  assert.deepEqual(await differences(), [
    { kind: 'missing_here', paymentId: stranger.reference, here: null, there: 700 },
  ])
})

test('a payment that only we have, other amounts, and money given back at the provider by hand', async () => {
  const [lost, other, more, back] = [
    await desk.paid(),
    await desk.paid(),
    await desk.paid(),
    await desk.paid(),
  ]
  shop.clock.forward(61_000) // what is younger may have been opened meanwhile
  await sql`update payments.payment set provider_reference = 'pay_lost', id = id where id = ${lost.id}`.execute(
    shop.app.pool.db,
  )
  await sql`update payments.payment set amount = 2600 where id = ${other.id}`.execute(shop.app.pool.db)
  await sql`update payments.payment set captured_amount = 2400 where id = ${more.id}`.execute(
    shop.app.pool.db,
  )
  await desk.api.post(`/payments/${back.provider_reference}/refunds`, { amount: 100, reference: 'by hand' })
  await desk.toldAndDone(back)
  const found = (await differences()).filter(({ kind }) => kind !== 'missing_here')
  assert.deepEqual(
    found.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    [
      { kind: 'amount', paymentId: other.id, here: 2600, there: 2500 },
      { kind: 'captured', paymentId: more.id, here: 2400, there: 2500 },
      { kind: 'missing_there', paymentId: lost.id, here: 2500, there: null },
      { kind: 'refunded', paymentId: back.id, here: 0, there: 100 },
    ],
  )
})

test('the same number in another currency differs', async () => {
  const payment = await desk.open({ currency: 'JPY' })
  await sql`update payments.payment set currency = 'KRW' where id = ${payment.id}`.execute(shop.app.pool.db)
  const found = (await report()).differences.find(({ paymentId }) => paymentId === payment.id)!
  assert.deepEqual(
    [found.kind, found.here, found.there],
    ['amount', { amount: 2500, currency: 'KRW' }, { amount: 2500, currency: 'JPY' }],
  )
})

test('a provider that does not answer is said to be unavailable, not empty', async () => {
  await desk.faults({ before: 1 })
  await assert.rejects(report(), { code: ProviderUnavailable.code })
  await desk.faults({})
})

test('nobody asks for it from outside', async () => {
  const ask = shop.bob.call(reconcile, { since: start.toISOString() })
  await assert.rejects(ask, { code: 'forbidden' })
})
