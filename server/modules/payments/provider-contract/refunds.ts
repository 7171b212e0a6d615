/** Refunds, and amounts in currencies with other decimals. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { isProviderRefused } from '../provider.ts'
import type { Hands } from './hands.ts'

export function refundsKept({ soon, euros, paid, found, refund, settled, heard, hand }: Hands): void {
  test('two equal refunds with different ids both count', async () => {
    const payment = await paid(euros(1000))
    const both = await Promise.all([refund(payment, 300), refund(payment, 300)])
    for (const one of both) assert.equal((await settled(payment, one)).state, 'succeeded')
    assert.equal((await found(payment.reference)).refunded, 600)
  })

  test('the same refund id gives back once', async () => {
    const payment = await paid(euros(1000))
    const first = await refund(payment, 300)
    const again = await refund(payment, 300, first.refundId)
    assert.equal(again.reference, first.reference)
    await settled(payment, first)
    assert.equal((await found(payment.reference)).refunded, 300)
  })

  test('refunds at once never exceed what was captured', async () => {
    const payment = await paid(euros(1000))
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => refund(payment, 400)))
    const refused = tries.filter((one) => one.status === 'rejected')
    assert.equal(refused.length, 3)
    for (const { reason } of refused) assert.ok(isProviderRefused(reason), String(reason))
    for (const one of tries) if (one.status === 'fulfilled') await settled(payment, one.value)
    assert.equal((await found(payment.reference)).refunded, 800)
  })

  test('a refund is found by our id, and one nobody asked for is not', async () => {
    const payment = await paid(euros(1000))
    const made = await refund(payment, 250)
    assert.deepEqual((await settled(payment, made)).amount, euros(250))
    const ask = { reference: payment.reference, refundId: randomUUID() }
    assert.equal(await hand().provider.findRefund(ask, soon()), null)
  })

  for (const [currency, amount] of [
    ['JPY', 1234],
    ['HUF', 123_450],
    ['UGX', 5000],
    ['KWD', 1234],
  ] as const)
    test(`an amount in ${currency} is the same number of minor units all the way`, async () => {
      const payment = await paid({ amount, currency })
      assert.deepEqual(payment.amount, { amount, currency })
      assert.equal(payment.captured, amount)
      const { event } = await heard(payment.reference, ({ payment }) => payment?.state === 'captured')
      assert.deepEqual(event.payment?.amount, { amount, currency })
      assert.deepEqual((await settled(payment, await refund(payment, 1))).amount, { amount: 1, currency })
    })
}
