/**
 * What every payment provider must do, whoever is behind it: one suite, run by each adapter's tests.
 *
 * It speaks to a real provider (or its faithful twin) over the wire. `pay` is the buyer at the hosted page; `received`
 * holds the webhooks as they came, oldest first; `sign` makes one up, to prove that only ours are believed.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Money } from '#kit/types.ts'
import {
  isForgedWebhook,
  isProviderRefused,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
  type ProviderRefund,
} from './provider.ts'

export type Received = { headers: Record<string, string | undefined>; rawBody: Buffer }
export type ProviderAtHand = {
  provider: PaymentProvider
  pay(url: string, choice: 'pay' | 'decline'): Promise<void>
  webhookUrl: string
  received: readonly Received[]
  /** Headers that sign a body with the provider's present secret, the one before it, or a stranger's. */
  sign(
    rawBody: Buffer,
    by: { secret: 'current' | 'previous' | 'stranger'; at: Date },
  ): Record<string, string | undefined>
  close(): Promise<void>
}

const WEBHOOK_WITHIN = 8000 // ms
const MINUTE = 60_000 // ms

export function providerContract(name: string, open: () => Promise<ProviderAtHand>): void {
  describe(`${name} keeps the payment provider's contract`, () => {
    let hand: ProviderAtHand
    before(async () => {
      hand = await open()
    })
    after(() => hand.close())

    const soon = () => AbortSignal.timeout(10_000)
    const euros = (amount: number): Money => ({ amount, currency: 'EUR' })

    function requestFor(paymentId: string, amount: Money, capture: 'automatic' | 'manual') {
      return {
        paymentId,
        amount,
        capture,
        description: 'Order of one mug',
        returnUrl: 'http://127.0.0.1:3000/return',
        cancelUrl: 'http://127.0.0.1:3000/cart',
        locale: 'en',
        webhookUrl: hand.webhookUrl,
      }
    }

    function opened(amount = euros(2500), capture: 'automatic' | 'manual' = 'automatic') {
      return hand.provider.open(requestFor(randomUUID(), amount, capture), soon())
    }

    async function paid(amount = euros(2500), capture: 'automatic' | 'manual' = 'automatic') {
      const payment = await opened(amount, capture)
      await hand.pay(payment.url!, 'pay')
      return found(payment.reference)
    }

    async function found(reference: string): Promise<ProviderPayment> {
      const payment = await hand.provider.find({ reference }, soon())
      assert.ok(payment, `the provider does not know ${reference}`)
      return payment
    }

    const refund = (payment: ProviderPayment, amount: number, refundId: string = randomUUID()) =>
      hand.provider.refund(
        { reference: payment.reference, refundId, amount: { ...payment.amount, amount } },
        soon(),
      )

    async function settled(payment: ProviderPayment, { refundId }: ProviderRefund): Promise<ProviderRefund> {
      return eventually(async () => {
        const refund = await hand.provider.findRefund({ reference: payment.reference, refundId }, soon())
        return refund && refund.state !== 'pending' ? refund : null
      })
    }

    /** The first webhook about this payment that fits. */
    function heard(reference: string, fits: (event: ProviderEvent) => boolean) {
      return eventually(async () => {
        for (const webhook of hand.received) {
          const event = hand.provider.verify(webhook.headers, webhook.rawBody, new Date())
          if (event.payment?.reference === reference && fits(event)) return { event, webhook }
        }
        return null
      })
    }

    test('a payment opened twice under one id is one payment', async () => {
      const request = requestFor(randomUUID(), euros(1999), 'automatic')
      const first = await hand.provider.open(request, soon())
      const again = await hand.provider.open(request, soon())
      assert.equal(again.reference, first.reference)
      assert.equal(first.paymentId, request.paymentId)
      assert.equal(first.state, 'requires_action')
      assert.deepEqual(first.amount, euros(1999))
      assert.ok(first.url, 'the buyer has somewhere to go')
    })

    test('ten openings at once under one id are one payment', async () => {
      const request = requestFor(randomUUID(), euros(500), 'automatic')
      const answers = await Promise.all(Array.from({ length: 10 }, () => hand.provider.open(request, soon())))
      assert.equal(new Set(answers.map((payment) => payment.reference)).size, 1)
    })

    test('the same id with another amount is refused', async () => {
      const request = requestFor(randomUUID(), euros(1000), 'automatic')
      await hand.provider.open(request, soon())
      await assert.rejects(
        hand.provider.open({ ...request, amount: euros(1) }, soon()),
        (error) => isProviderRefused(error) && typeof error.code === 'string',
      )
    })

    test('a payment is found by our id and by theirs', async () => {
      const payment = await opened()
      const byOurs = await hand.provider.find({ paymentId: payment.paymentId }, soon())
      assert.deepEqual(byOurs, await found(payment.reference))
    })

    test('a payment nobody opened is not found', async () => {
      assert.equal(await hand.provider.find({ paymentId: randomUUID() }, soon()), null)
      assert.equal(await hand.provider.find({ reference: 'pay_unknown' }, soon()), null)
    })

    test('a paid payment is captured in full, once, with its moment', async () => {
      const payment = await paid(euros(2500))
      assert.equal(payment.state, 'captured')
      assert.equal(payment.authorised, 2500)
      assert.equal(payment.captured, 2500)
      assert.equal(payment.refunded, 0)
      assert.ok(payment.paidAt)
    })

    test('a declined payment says why and takes nothing', async () => {
      const payment = await opened()
      await hand.pay(payment.url!, 'decline')
      const declined = await found(payment.reference)
      assert.equal(declined.state, 'failed')
      assert.ok(declined.declineCode)
      assert.equal(declined.captured, 0)
    })

    test('the version rises with each change', async () => {
      const payment = await opened(euros(1000), 'manual')
      await hand.pay(payment.url!, 'pay')
      const authorised = await found(payment.reference)
      const ask = { reference: payment.reference, amount: euros(1000), key: randomUUID() }
      const captured = await hand.provider.capture(ask, soon())
      assert.ok(payment.version < authorised.version && authorised.version < captured.version)
    })

    test('a capture in parts adds up, and the same key captures once', async () => {
      const payment = await paid(euros(1000), 'manual')
      assert.equal(payment.state, 'authorised')
      const part = { reference: payment.reference, amount: euros(400), key: randomUUID() }
      assert.equal((await hand.provider.capture(part, soon())).captured, 400)
      await hand.provider.capture(part, soon())
      assert.equal((await found(payment.reference)).captured, 400)
      const rest = { ...part, amount: euros(600), key: randomUUID() }
      const whole = await hand.provider.capture(rest, soon())
      assert.deepEqual([whole.captured, whole.state], [1000, 'captured'])
    })

    test('a capture above what was authorised is refused and takes nothing', async () => {
      const payment = await paid(euros(1000), 'manual')
      const ask = { reference: payment.reference, amount: euros(1001), key: randomUUID() }
      await assert.rejects(hand.provider.capture(ask, soon()), isProviderRefused)
      assert.equal((await found(payment.reference)).captured, 0)
    })

    test('a capture in another currency is refused', async () => {
      const payment = await paid(euros(1000), 'manual')
      const amount = { amount: 1000, currency: 'USD' }
      const ask = { reference: payment.reference, amount, key: randomUUID() }
      await assert.rejects(hand.provider.capture(ask, soon()), isProviderRefused)
      assert.equal((await found(payment.reference)).captured, 0)
    })

    test('a voided authorisation cannot be captured', async () => {
      const payment = await paid(euros(1000), 'manual')
      const voided = await hand.provider.void({ reference: payment.reference, key: randomUUID() }, soon())
      assert.equal(voided.state, 'voided')
      const ask = { reference: payment.reference, amount: euros(1000), key: randomUUID() }
      await assert.rejects(hand.provider.capture(ask, soon()), isProviderRefused)
    })

    test('an unpaid payment that is voided can no longer be paid', async () => {
      const payment = await opened()
      const ask = { reference: payment.reference, key: randomUUID() }
      assert.equal((await hand.provider.void(ask, soon())).state, 'cancelled')
      await assert.rejects(hand.pay(payment.url!, 'pay'))
      assert.equal((await found(payment.reference)).captured, 0)
    })

    test('a captured payment cannot be voided', async () => {
      const payment = await paid()
      const ask = { reference: payment.reference, key: randomUUID() }
      await assert.rejects(hand.provider.void(ask, soon()), isProviderRefused)
      assert.equal((await found(payment.reference)).state, 'captured')
    })

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
      assert.equal(await hand.provider.findRefund(ask, soon()), null)
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
      const strangers = hand.sign(rawBody, { secret: 'stranger', at: new Date() })
      for (const [tried, body] of [
        [headers, altered],
        [headers, spaced],
        [strangers, rawBody],
        [{}, rawBody],
      ] as const)
        assert.throws(() => hand.provider.verify(tried, body, new Date()), isForgedWebhook)
    })

    test('a webhook from more than five minutes ago or ahead is not believed', async () => {
      const payment = await paid()
      const { webhook } = await heard(payment.reference, () => true)
      const at = new Date()
      const headers = hand.sign(webhook.rawBody, { secret: 'current', at })
      const verifyAfter = (ms: number) =>
        hand.provider.verify(headers, webhook.rawBody, new Date(at.getTime() + ms))
      assert.ok(verifyAfter(4 * MINUTE))
      assert.ok(verifyAfter(-4 * MINUTE))
      assert.throws(() => verifyAfter(5 * MINUTE + 2000), isForgedWebhook)
      assert.throws(() => verifyAfter(-5 * MINUTE - 2000), isForgedWebhook)
    })

    test('while the secret is changed both the old and the new are believed', async () => {
      const payment = await paid()
      const { webhook, event } = await heard(payment.reference, () => true)
      for (const secret of ['current', 'previous'] as const) {
        const headers = hand.sign(webhook.rawBody, { secret, at: new Date() })
        const again = hand.provider.verify(headers, webhook.rawBody, new Date())
        assert.deepEqual(again.payment, event.payment)
      }
    })

    test('a list of what changed since a moment holds each payment', async () => {
      const since = new Date(Date.now() - MINUTE)
      const mine = await Promise.all([opened(), opened(), opened()])
      const listed = new Set<string>()
      for await (const payment of hand.provider.list(since, soon())) listed.add(payment.reference)
      for (const payment of mine) assert.ok(listed.has(payment.reference))
      const later = new Date(Date.now() + 10 * MINUTE)
      for await (const payment of hand.provider.list(later, soon())) assert.fail(payment.reference)
    })
  })
}

async function eventually<T>(ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + WEBHOOK_WITHIN
  while (Date.now() < end) {
    const answer = await ask()
    if (answer !== null) return answer
    await pause(25)
  }
  throw new Error(`It did not happen within ${WEBHOOK_WITHIN} ms.`)
}
