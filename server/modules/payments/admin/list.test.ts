import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openPayDesk } from '../../../testing/pay-desk.ts'
import { methods } from '../methods.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { refund } from './refund.ts'

const desk = await openPayDesk()
const { shop } = desk
const { bob } = shop
after(() => desk.close())

test('staff find payments by state, by what they are for, and by silence; page by page', async () => {
  const first = await desk.paid()
  const second = await desk.open({ of: first.payable_id })
  const found = await bob.call(list, { payableId: first.payable_id })
  assert.deepEqual(
    found.items.map(({ id, state }) => [id, state]),
    [
      [second.id, 'requires_action'],
      [first.id, 'captured'],
    ],
  )
  const page = await bob.call(list, { payableId: first.payable_id, limit: 1, withTotal: true })
  assert.deepEqual([page.items.length, page.total], [1, { count: 2, atLeast: false }])
  const rest = await bob.call(list, { payableId: first.payable_id, limit: 1, after: page.next! })
  assert.deepEqual([rest.items[0]!.id, rest.next], [first.id, null])
  assert.deepEqual((await bob.call(list, { payableId: first.payable_id, state: 'failed' })).items, [])
  await desk.faults({ silence: 1 })
  const begun = await desk.begin()
  await desk.settle(begun, await desk.ask(begun, AbortSignal.timeout(50)))
  await desk.faults({})
  const silent = await bob.call(list, { outcomeUnknown: true, state: 'created' })
  assert.deepEqual(
    silent.items.map(({ id }) => id),
    [begun.id],
  )
  await assert.rejects(shop.charlie.call(list, {}), { code: 'forbidden' })
})

test('a payment is found by any name its provider has for it, and by the day it began', async () => {
  const payment = await desk.paid()
  const other = await desk.paid()
  const made = await bob.call(
    refund,
    { paymentId: payment.id, amount: 300, reason: 'A chipped cup' },
    { key: newId() },
  )
  const { references } = await bob.call(get, { paymentId: payment.id })
  const refunded = references.find(({ kind }) => kind === 'refund')!
  assert.deepEqual(
    [made.state, references.find(({ kind }) => kind === 'payment')!.reference],
    ['succeeded', payment.provider_reference],
  )
  const found = async (ask: object) => (await bob.call(list, ask)).items.map(({ id }) => id)
  for (const reference of [payment.provider_reference!, refunded.reference])
    assert.deepEqual(await found({ reference }), [payment.id])
  assert.deepEqual(await found({ reference: 'pay_of_nobody' }), [])
  assert.deepEqual(await found({ reference: refunded.reference, state: 'failed' }), [])

  shop.clock.forward(3_600_000)
  const since = shop.clock.now.toISOString()
  const later = await desk.open()
  assert.deepEqual(await found({ since }), [later.id])
  assert.deepEqual(await found({ since, until: since }), [])
  assert.ok((await found({ until: since })).includes(other.id))
})

test('the provider’s time of the payment is kept beside ours, and staff see both', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  const paid = shop.clock.now.toISOString()
  shop.clock.forward(7 * 60_000) // the news is slow
  const heard = shop.clock.now.toISOString()
  await desk.toldAndDone(payment)
  const seen = await bob.call(get, { paymentId: payment.id })
  assert.deepEqual([seen.providerPaidAt, seen.paidAt], [paid, heard])
  const [listed] = (await bob.call(list, { payableId: payment.payable_id })).items
  assert.deepEqual([listed!.providerPaidAt, listed!.paidAt], [paid, heard])
})

test('a name is one payment’s alone, and is never changed', async () => {
  const [one, other] = [await desk.paid(), await desk.paid()]
  const { pg } = shop.app.pool
  const again = pg.query(
    `insert into payments.reference select store_id, provider, $1, 'capture', id, now() from payments.payment where id = $2`,
    [one.provider_reference, other.id],
  )
  await assert.rejects(again, { constraint: 'reference_pkey' })
  await assert.rejects(pg.query('update payments.reference set payment_id = $1', [other.id]), /never change/)
})

test('a payment tells its history, newest first; to those who may see it', async () => {
  const payment = await desk.paid()
  const { history, method, payableKind } = await bob.call(get, { paymentId: payment.id })
  assert.deepEqual(
    history.map(({ from, to }) => [from, to]),
    [
      ['requires_action', 'captured'],
      ['created', 'requires_action'],
      [null, 'created'],
    ],
  )
  assert.deepEqual([method, payableKind], ['sandbox', 'thing'])
  await assert.rejects(bob.call(get, { paymentId: newId() }), { code: 'not_found' })
  await assert.rejects(shop.alice.call(get, { paymentId: payment.id }), { code: 'forbidden' })
})

test('a list costs one statement, and so does a payment', async () => {
  const payment = await desk.paid()
  for (const ask of [
    (statements: { count: number }) => bob.call(list, {}, { statements }),
    (statements: { count: number }) => bob.call(get, { paymentId: payment.id }, { statements }),
  ]) {
    const statements = { count: 0 }
    await ask(statements)
    assert.equal(statements.count, 1)
  }
})

test('anybody may ask how to pay here', async () => {
  const { items } = await shop.app.invoke(methods, {}, { hint: { storeId: shop.storeId } })
  assert.deepEqual(
    items.map(({ key, name }) => [key, name]),
    [
      ['sandbox', 'Card (sandbox)'],
      ['sandbox_transfer', 'Bank transfer (sandbox)'],
    ],
  )
  assert.ok(items[0]!.description)
})
