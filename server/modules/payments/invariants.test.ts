/** Each invariant finds nothing in a day's business, and finds the fault that is planted for it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { disputeOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { withFault } from '../../testing/planted.ts'
import { capture } from './admin/capture.ts'
import { refund } from './admin/refund.ts'
import { invariants } from './invariants.ts'

const desk = await openPayDesk()
const { shop } = desk
after(() => desk.close())

const paid = await desk.paid()
const key = () => ({ key: newId() })
await shop.bob.call(refund, { paymentId: paid.id, amount: 400, reason: 'test' }, key())
await desk.toldAndDone(paid)
const held = await desk.paid({ capture: 'manual' })
await shop.bob.call(capture, { paymentId: held.id, amount: 700 }, key())
const open = await desk.open({ currency: 'JPY' })
const declined = await desk.open()
await desk.pay(declined, 'decline')
await desk.toldAndDone(declined)

const disputed = await desk.paid()
const lost = await desk.paid()
for (const each of [disputed, lost])
  await disputeOnSandbox((await desk.api.byReference(each.id))!.url, 'open')
await disputeOnSandbox((await desk.api.byReference(lost.id))!.url, 'lost')
for (const each of [disputed, lost]) await desk.toldAndDone(each)

const UNCHECKED =
  'alter table payments.payment drop constraint payment_sums, drop constraint payment_captured;'
const payment = (change: string, id = paid.id) => `update payments.payment set ${change} where id = '${id}'`
const refunds = (change: string) => `update payments.refund set ${change} where payment_id = '${paid.id}'`
const booking = (kind: string) =>
  `select id from ledger.transaction where kind = '${kind}' and subject_id = '${paid.payable_id}'`

const PLANTS: Record<string, string[]> = {
  'I6.payment': [
    `${UNCHECKED} ${payment('refunded_amount = 2501')}`,
    `${UNCHECKED} ${payment('captured_amount = 2501')}`,
    `${UNCHECKED} ${payment('authorised_amount = 2501')}`,
    `${UNCHECKED} ${payment('refunded_amount = -1')}`,
  ],
  'I6.refunds': [payment('refunded_amount = 0'), refunds(`state = 'failed'`), refunds('amount = 401')],
  'I6.dispute': [
    payment('disputed_amount = 2500'),
    payment(`state = 'disputed'`),
    payment(`state = 'captured'`, disputed.id),
    `delete from payments.dispute`,
    `update payments.dispute set amount = 2600; ${payment('disputed_amount = 2600', disputed.id)}`,
  ],
  'I6.capture': [
    `${UNCHECKED} ${payment(`state = 'cancelled'`)}`,
    `${UNCHECKED} ${payment('captured_amount = 0, refunded_amount = 0')}`,
    `${UNCHECKED} ${payment(`state = 'captured'`, open.id)}`,
  ],
  'I3.payment': [
    refunds(`currency = 'USD'`),
    `update payments.step set currency = 'USD'`,
    payment(`currency = 'eur'`),
  ],
  'I7.payment': [
    `alter table payments.payment drop constraint payment_provider_provider_reference_key;
     ${payment(`provider_reference = '${paid.provider_reference}'`, open.id)}`,
  ],
  'I7.reference': [
    `delete from payments.reference where kind = 'payment'`,
    `update payments.reference set payment_id = '${open.id}' where kind = 'refund'`,
  ],
  'I7.captures': [
    payment('captured_amount = 2400'),
    `delete from ledger.entry where transaction_id in (${booking('capture')})`,
    `update ledger.entry set amount = amount * 2 where transaction_id in (${booking('capture')})`,
    payment(`payable_id = '${newId()}'`),
  ],
  'I7.refunds': [
    refunds(`state = 'sent'`),
    `delete from ledger.entry where transaction_id in (${booking('refund')})`,
    `update ledger.entry set amount = amount * 2 where transaction_id in (${booking('refund')})`,
  ],
  'I7.refund': [
    refunds(`provider_reference = 'ref_other'`),
    refunds('provider_reference = null'),
    refunds('amount = 300'),
    `update ledger.entry set amount = amount - 1 where transaction_id in (${booking('refund')})`,
  ],
  'I7.fees': [
    payment('fee_amount = 0'),
    `delete from ledger.entry where transaction_id in (${booking('fee')})`,
  ],
  'I7.held': [
    payment('captured_amount = 800', held.id),
    payment(`state = 'captured'`, held.id),
    `delete from ledger.entry where account_id in (select id from ledger.account where code like 'held:%')`,
  ],
  'I7.disputed': [
    payment('disputed_amount = 1', disputed.id),
    payment(`state = 'won'`, disputed.id),
    `delete from ledger.entry where account_id in (select id from ledger.account where code like 'disputed:%')`,
  ],
  'I7.written_off': [
    `update payments.dispute set state = 'lost', closed_at = now() where payment_id = '${disputed.id}'`,
    `delete from ledger.entry where account_id in (select id from ledger.account where code = 'written_off')`,
  ],
  'I18.payment': [
    payment(`state = 'part_captured'`),
    `update payments.history set to_state = 'voided' where payment_id = '${paid.id}' and to_state = 'requires_action';
     update payments.history set from_state = 'voided' where payment_id = '${paid.id}' and from_state = 'requires_action'`,
    `delete from payments.history where payment_id = '${paid.id}'`,
    `delete from payments.history where payment_id = '${paid.id}' and from_state = 'created'`,
    `update payments.history set actor = '' where payment_id = '${paid.id}'`,
    `update payments.history set at = at - interval '1 day' where payment_id = '${paid.id}' and to_state = 'captured'`,
  ],
  'I8.unknown': [
    payment(`unknown_since = now() - interval '61 minutes'`),
    refunds(`state = 'sent', unknown_since = now() - interval '61 minutes'`),
  ],
  'I8.asked': [
    payment('ask_at = null', open.id),
    payment('ask_at = null', held.id),
    payment('unknown_since = now()'),
    `update payments.step set state = 'asked', ask_at = null`,
    refunds(`state = 'approved'`),
    refunds(`state = 'sent'`),
  ],
  'I8.inbox': [
    `update payments.inbox set state = 'received', received_at = now() - interval '61 minutes'`,
    `update payments.inbox set state = 'parked', reason = null`,
  ],
  'I8.step': [
    payment(`unknown_step = '${newId()}', unknown_since = now()`),
    payment(
      `unknown_step = (select id from payments.step where payment_id = '${held.id}'), unknown_since = now()`,
      held.id,
    ),
  ],
}

for (const invariant of invariants) {
  const plants = PLANTS[invariant.id] ?? []
  test(`${invariant.id} ${invariant.says} (${plants.length} faults)`, async () => {
    assert.ok(plants.length > 0, 'a fault to find')
    for (const plant of plants) {
      const { before, planted } = await withFault(shop.app, invariant, plant)
      assert.deepEqual(before, [])
      assert.ok(planted.length > 0, `not found: ${plant}`)
    }
  })
}

test('there is no fault planted for an invariant that is gone', () => {
  assert.deepEqual(
    Object.keys(PLANTS).filter((id) => !invariants.some((invariant) => invariant.id === id)),
    [],
  )
})
