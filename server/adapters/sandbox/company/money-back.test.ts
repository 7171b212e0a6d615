/** Fees, transfers that bring another sum, and disputes, as a merchant meets them over HTTP. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { disputeOnSandbox, payOnSandbox } from '../buyer.ts'
import { merchantOf, orderFor } from '../merchant.ts'
import { standCompany, standEar } from '../standing.ts'

let ahead = 0
const ear = await standEar()
const company = await standCompany({ clock: () => new Date(Date.now() + ahead) })
const merchant = merchantOf(company.origin)
after(async () => {
  await company.close()
  await ear.close()
})

let count = 0
const open = (change: object = {}) =>
  merchant.open(orderFor(ear.url, { reference: `order-${(count += 1)}`, ...change }))

async function told(reference: string, wanted: string[]): Promise<void> {
  const types = () =>
    ear.heard
      .filter(({ event }) => event.data['payment']!['reference'] === reference)
      .map(({ event }) => event.type)
  for (let tries = 0; tries < 200 && types().length < wanted.length; tries++) await pause(20)
  assert.deepEqual(types(), wanted)
}

test('each capture costs a fee, which is told with it', async () => {
  const payment = await open({ capture: 'manual' })
  assert.deepEqual([payment.fee, payment.captures], [0, []])
  await payOnSandbox(payment.url)
  await merchant.post(`/payments/${payment.id}/capture`, { amount: 1000 })
  await merchant.post(`/payments/${payment.id}/capture`, { amount: 10 })
  const { fee, captures } = await merchant.get(payment.id)
  assert.deepEqual(
    captures.map((each) => [each.amount, each.fee]),
    [
      [1000, 39],
      [10, 10],
    ],
  )
  assert.equal(fee, 49)
  await told(payment.reference, ['payment.authorised', 'payment.captured', 'payment.captured'])
})

for (const [sum, arrives] of [
  ['exact', 4850],
  ['less', 4365],
  ['more', 5335],
] as const)
  test(`a bank transfer is told of twice, and may bring ${sum} of what was asked for`, async () => {
    const payment = await open({ method: 'bank_transfer' })
    await payOnSandbox(payment.url, sum === 'exact' ? { delaySeconds: 60 } : { delaySeconds: 60, sum })
    await told(payment.reference, ['payment.processing'])
    ahead += 61_000
    const { state, amount, authorised, captured } = await merchant.get(payment.id)
    assert.deepEqual([state, amount, authorised, captured], ['captured', 4850, arrives, arrives])
    await told(payment.reference, ['payment.processing', 'payment.captured'])
  })

test('what one way of paying cannot do is not taken from its form', async () => {
  const [transfer, card] = [await open({ method: 'bank_transfer' }), await open()]
  await assert.rejects(payOnSandbox(transfer.url, 'pay'), /400/)
  await assert.rejects(payOnSandbox(transfer.url, { challenge: 'approve' }), /400/)
  await assert.rejects(payOnSandbox(card.url, { delaySeconds: 5, sum: 'less' }), /400/)
  await assert.rejects(payOnSandbox(card.url, { decline: 'account_closed' }), /400/)
  assert.equal((await merchant.get(card.id)).state, 'requires_action')
})

for (const end of ['won', 'lost'] as const)
  test(`a dispute holds what is left of the payment, and is ${end}`, async () => {
    const payment = await open()
    await assert.rejects(disputeOnSandbox(payment.url, 'open'), /409/)
    await payOnSandbox(payment.url)
    await merchant.post(`/payments/${payment.id}/refunds`, { amount: 850, reference: `r-${end}` })
    await disputeOnSandbox(payment.url, 'open')
    const disputed = await merchant.get(payment.id)
    assert.deepEqual(
      [disputed.state, disputed.dispute?.state, disputed.dispute?.amount, disputed.fee],
      ['disputed', 'open', 4000, 93 + 1500],
    )
    const early = await merchant.post(`/payments/${payment.id}/refunds`, { amount: 1, reference: `e-${end}` })
    assert.equal(early.body['code'], 'refund_above_captured')
    const path = `/payments/${payment.id}/dispute/outcome`
    assert.equal((await merchant.post(path, { outcome: end })).status, 200)
    const again = await merchant.post(path, { outcome: 'won' })
    assert.deepEqual([again.status, again.body['code']], [409, 'no_open_dispute'])
    const settled = await merchant.get(payment.id)
    assert.deepEqual([settled.state, settled.dispute?.state, settled.fee], [end, end, 93 + 1500])
    const later = await merchant.post(`/payments/${payment.id}/refunds`, { amount: 1, reference: `l-${end}` })
    assert.equal(later.status, end === 'won' ? 201 : 409)
    const types = ['payment.captured', 'refund.succeeded', 'payment.disputed', `payment.dispute_${end}`]
    await told(payment.reference, end === 'won' ? [...types, 'refund.succeeded'] : types)
  })
