/** What the provider tells by itself, and whom it is believed from. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isForgedWebhook } from '../provider.ts'
import type { Hands } from './hands.ts'

const MINUTE = 60_000 // ms

export function webhooksKept({ paid, found, refund, heard, hand }: Hands): void {
  test('a webhook tells of the capture, and is believed', async () => {
    const payment = await paid()
    const { event } = await heard(payment.reference, (told) => told.payment?.state === 'captured')
    assert.equal(event.kind, 'payment')
    assert.ok(event.id)
    assert.deepEqual(event.payment, await found(payment.reference))
  })

  test('a webhook tells of the refund', async () => {
    const payment = await paid()
    const made = await refund(payment, 700)
    const { event } = await heard(payment.reference, (told) => told.kind === 'refund')
    assert.equal(event.refund?.refundId, made.refundId)
    assert.equal(event.refund?.state, 'succeeded')
    assert.equal(event.payment?.refunded, 700)
  })

  test('a webhook that was altered, forged, or left unsigned is not believed', async () => {
    const payment = await paid()
    const { webhook } = await heard(payment.reference, () => true)
    const { headers, rawBody } = webhook
    const altered = Buffer.from(rawBody.toString('utf8').replace('2500', '2501'))
    assert.notDeepEqual(altered, rawBody)
    const spaced = Buffer.concat([rawBody, Buffer.from(' ')])
    const strangers = hand().sign(rawBody, { secret: 'stranger', at: new Date() })
    for (const [tried, body] of [
      [headers, altered],
      [headers, spaced],
      [strangers, rawBody],
      [{}, rawBody],
    ] as const)
      assert.throws(() => hand().provider.verify(tried, body, new Date()), isForgedWebhook)
  })

  test('a webhook from more than five minutes ago or ahead is not believed', async () => {
    const payment = await paid()
    const { webhook } = await heard(payment.reference, () => true)
    const at = new Date()
    const headers = hand().sign(webhook.rawBody, { secret: 'current', at })
    const verifyAfter = (ms: number) =>
      hand().provider.verify(headers, webhook.rawBody, new Date(at.getTime() + ms))
    assert.ok(verifyAfter(4 * MINUTE))
    assert.ok(verifyAfter(-4 * MINUTE))
    assert.throws(() => verifyAfter(5 * MINUTE + 2000), isForgedWebhook)
    assert.throws(() => verifyAfter(-5 * MINUTE - 2000), isForgedWebhook)
  })

  test('while the secret is changed both the old and the new are believed', async () => {
    const payment = await paid()
    const { webhook, event } = await heard(payment.reference, () => true)
    for (const secret of ['current', 'previous'] as const) {
      const headers = hand().sign(webhook.rawBody, { secret, at: new Date() })
      const again = hand().provider.verify(headers, webhook.rawBody, new Date())
      assert.deepEqual(again.payment, event.payment)
    }
  })
}
