/** What the tests of the contract do again and again with the provider at hand. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Money } from '#kit/types.ts'
import type { PaymentProvider, ProviderEvent, ProviderPayment, ProviderRefund } from '../provider.ts'

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

export type Hands = ReturnType<typeof handsOn>

/** `open` is called by the first test. */
export function handsOn(hand: () => ProviderAtHand) {
  const soon = () => AbortSignal.timeout(10_000)
  const euros = (amount: number): Money => ({ amount, currency: 'EUR' })

  function requestFor(paymentId: string, amount: Money, capture: 'automatic' | 'manual') {
    return {
      paymentId,
      method: hand().provider.methods[0]!.key,
      amount,
      capture,
      description: 'Order of one mug',
      returnUrl: 'http://127.0.0.1:3000/return',
      cancelUrl: 'http://127.0.0.1:3000/cart',
      locale: 'en',
      webhookUrl: hand().webhookUrl,
    }
  }

  function opened(amount = euros(2500), capture: 'automatic' | 'manual' = 'automatic') {
    return hand().provider.open(requestFor(randomUUID(), amount, capture), soon())
  }

  async function paid(amount = euros(2500), capture: 'automatic' | 'manual' = 'automatic') {
    const payment = await opened(amount, capture)
    await hand().pay(payment.url!, 'pay')
    return found(payment.reference)
  }

  async function found(reference: string): Promise<ProviderPayment> {
    const payment = await hand().provider.find({ reference }, soon())
    assert.ok(payment, `the provider does not know ${reference}`)
    return payment
  }

  const refund = (payment: ProviderPayment, amount: number, refundId: string = randomUUID()) =>
    hand().provider.refund(
      { reference: payment.reference, refundId, amount: { ...payment.amount, amount } },
      soon(),
    )

  async function settled(payment: ProviderPayment, { refundId }: ProviderRefund): Promise<ProviderRefund> {
    return eventually(async () => {
      const refund = await hand().provider.findRefund({ reference: payment.reference, refundId }, soon())
      return refund && refund.state !== 'pending' ? refund : null
    })
  }

  /** The first webhook about this payment that fits. */
  function heard(reference: string, fits: (event: ProviderEvent) => boolean) {
    return eventually(async () => {
      for (const webhook of hand().received) {
        const event = hand().provider.verify(webhook.headers, webhook.rawBody, new Date())
        if (event.payment?.reference === reference && fits(event)) return { event, webhook }
      }
      return null
    })
  }

  return { hand, soon, euros, requestFor, opened, paid, found, refund, settled, heard }
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
