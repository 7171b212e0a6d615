/**
 * The sandbox company as a payment provider: the client half, over HTTP only.
 *
 * Nothing here decides what an answer means for an order; it only makes sure that an answer is about the payment that
 * was asked for, in its amount and currency.
 */
import type { Money } from '#kit/types.ts'
import {
  ForgedWebhook,
  isProviderRefused,
  ProviderUnknown,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
  type ProviderRefund,
} from '../../modules/payments/index.ts'
import { exchangeWith, readable } from './exchange.ts'
import { dateOf, objectOf, paymentOf, refundOf, unreadable } from './reading.ts'
import { checkSignature, keyOf } from './signature.ts'

export type SandboxConfig = {
  /** Where the company is asked, like http://127.0.0.1:3000/sandbox. */
  origin: string
  /** Where shoppers find it, if that is elsewhere. */
  publicOrigin?: string
  secretKey: string
  /** Every live one: while a secret is changed, the old and the new. */
  webhookSecrets: readonly string[]
}

const TRANSFER = 'sandbox_transfer'
const METHODS = [
  {
    key: 'sandbox',
    name: 'Card (sandbox)',
    description: 'For trying the shop out: choose on the next page how the payment ends. No money moves.',
  },
  {
    key: TRANSFER,
    name: 'Bank transfer (sandbox)',
    description: 'Paid from your account, and here a little later. No money moves.',
  },
]

export function sandboxProvider(config: SandboxConfig): PaymentProvider {
  const origin = config.origin.replace(/\/+$/, '')
  const publicOrigin = (config.publicOrigin ?? origin).replace(/\/+$/, '')
  const ask = exchangeWith(origin, config.secretKey)
  const keys = config.webhookSecrets.map(keyOf)
  const read = (answer: unknown) => readable(() => paymentOf(answer, publicOrigin))
  const pathOf = (reference: string) => `/payments/${encodeURIComponent(reference)}`

  return {
    name: 'sandbox',
    methods: METHODS,

    async open(request, signal) {
      const { paymentId, amount, ...rest } = request
      const method = request.method === TRANSFER ? 'bank_transfer' : 'card'
      const body = { ...rest, ...amount, method, reference: paymentId }
      const answer = await ask({ method: 'POST', path: '/payments', key: paymentId, body, signal })
      const payment = about({ paymentId, amount }, read(answer))
      if (payment.url === null) throw mismatch('site')
      return payment
    },

    async find(wanted, signal) {
      if ('reference' in wanted) {
        const answer = await orNull(ask({ method: 'GET', path: pathOf(wanted.reference), signal }))
        return answer === null ? null : about(wanted, read(answer))
      }
      const query = new URLSearchParams({ reference: wanted.paymentId })
      const found = itemsOf(await ask({ method: 'GET', path: `/payments?${query}`, signal }))[0]
      return found === undefined ? null : about(wanted, read(found))
    },

    async capture({ reference, amount, key }, signal) {
      const path = `${pathOf(reference)}/capture`
      const answer = await ask({ method: 'POST', path, key, body: amount, signal })
      return about({ reference, currency: amount.currency }, read(answer))
    },

    async void({ reference, key }, signal) {
      const answer = await ask({ method: 'POST', path: `${pathOf(reference)}/void`, key, signal })
      return about({ reference }, read(answer))
    },

    async refund({ reference, refundId, amount }, signal) {
      const body = { ...amount, reference: refundId }
      const path = `${pathOf(reference)}/refunds`
      const answer = await ask({ method: 'POST', path, key: refundId, body, signal })
      const refund = aboutRefund(refundId, answer)
      if (isSameMoney(refund.amount, amount)) return refund
      throw mismatch('refund')
    },

    async findRefund({ reference, refundId }, signal) {
      const query = new URLSearchParams({ reference: refundId })
      const answer = await orNull(
        ask({ method: 'GET', path: `${pathOf(reference)}/refunds?${query}`, signal }),
      )
      const found = answer === null ? undefined : itemsOf(answer)[0]
      return found === undefined ? null : aboutRefund(refundId, found)
    },

    verify(headers, rawBody, now) {
      const id = checkSignature(headers, rawBody, keys, now)
      try {
        return eventOf(id, JSON.parse(rawBody.toString('utf8')), publicOrigin)
      } catch (error) {
        throw ForgedWebhook('unreadable', (error as Error).message)
      }
    },

    async *list(since, signal) {
      let after = '0'
      while (true) {
        const query = new URLSearchParams({ since: since.toISOString(), after })
        const answer = await ask({ method: 'GET', path: `/payments?${query}`, signal })
        for (const item of itemsOf(answer)) yield read(item)
        const next = readable(() => nextOf(answer, after))
        if (next === null) return
        after = next
      }
    },
  }
}

type Wanted = { paymentId?: string; reference?: string; amount?: Money; currency?: string }

/** The answer, if it is about what was asked for. Another one's payment is as good as no answer. */
function about(wanted: Wanted, payment: ProviderPayment): ProviderPayment {
  const { paymentId, reference, amount, currency } = wanted
  const fits =
    (paymentId === undefined || payment.paymentId === paymentId) &&
    (reference === undefined || payment.reference === reference) &&
    (amount === undefined || isSameMoney(payment.amount, amount)) &&
    (currency === undefined || payment.amount.currency === currency)
  if (fits) return payment
  throw mismatch('payment')
}

function aboutRefund(refundId: string, answer: unknown): ProviderRefund {
  const refund = readable(() => refundOf(answer))
  if (refund.refundId === refundId) return refund
  throw mismatch('refund')
}

function mismatch(what: string) {
  return ProviderUnknown('mismatched_answer', `The payment company answered about another ${what} or amount.`)
}

function isSameMoney(left: Money, right: Money): boolean {
  return left.amount === right.amount && left.currency === right.currency
}

async function orNull(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    if (isProviderRefused(error) && error.code === 'payment_not_found') return null
    throw error
  }
}

function itemsOf(answer: unknown): unknown[] {
  return readable(() => {
    const { items } = objectOf(answer, 'list')
    if (Array.isArray(items) && items.length <= 100) return items
    throw unreadable('items is not a list of at most 100')
  })
}

/** A list that does not move on would never end. */
function nextOf(answer: unknown, after: string): string | null {
  const { next } = objectOf(answer, 'list')
  if (next === null) return null
  if (typeof next === 'string' && /^\d{1,15}$/.test(next) && Number(next) > Number(after)) return next
  throw unreadable('next does not move on')
}

function eventOf(id: string, body: unknown, origin: string): ProviderEvent {
  const { type, timestamp, data } = objectOf(body, 'event')
  const occurredAt = dateOf(timestamp, 'timestamp')
  const isRefund = typeof type === 'string' && type.startsWith('refund.')
  const isPayment = typeof type === 'string' && type.startsWith('payment.')
  if (!isRefund && !isPayment) return { id, kind: 'other', occurredAt, payment: null, refund: null }
  const told = objectOf(data, 'data')
  const payment = paymentOf(told['payment'], origin)
  if (isPayment) return { id, kind: 'payment', occurredAt, payment, refund: null }
  return { id, kind: 'refund', occurredAt, payment, refund: refundOf(told['refund']) }
}
