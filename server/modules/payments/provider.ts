/**
 * What the store asks of a payment provider. Adapters fill the port; the contract suite proves them.
 *
 * Every step is safe to repeat with the same ids. A definite no is `ProviderRefused`
 * (nothing happened); no answer is `ProviderUnknown`, and then no money step may
 * start before the provider was asked.
 */
import { brand, isBranded } from '#kit/brand.ts'
import { port } from '#kit/port.ts'
import type { Money } from '#kit/types.ts'

export type ProviderState =
  | 'requires_action'
  | 'processing'
  | 'authorised'
  | 'captured'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'voided'
  | 'disputed'
  | 'won'
  | 'lost'

/** One of the provider's own ids; `kind` is its word for what it names, such as `capture` or `session`. */
export interface ProviderReference {
  kind: string
  reference: string
}

export interface ProviderDispute {
  reference: string
  /** Minor units of the payment's currency. */
  amount: number
  state: 'open' | 'won' | 'lost'
  /** The provider's word for it. */
  reason: string
  openedAt: Date
  closedAt: Date | null
}

export interface ProviderPayment {
  provider: string
  /** The provider's id, by which it is asked. */
  reference: string
  /** Its further ids for this payment or parts of it; staff find the payment by any of them. */
  references: readonly ProviderReference[]
  /** Ours. */
  paymentId: string
  state: ProviderState
  amount: Money
  /** Minor units, as the next three. A buyer may have sent more than was asked for, or less. */
  authorised: number
  captured: number
  refunded: number
  /** All that the provider has charged for it so far. */
  fee: number
  dispute: ProviderDispute | null
  declineCode: string | null
  /** Rises with every change at the provider; what is not newer is ignored. */
  version: number
  paidAt: Date | null
  /** The hosted page, while there is something to do on it. */
  url: string | null
}

export interface ProviderRefund {
  reference: string
  refundId: string
  amount: Money
  state: 'pending' | 'succeeded' | 'failed'
}

export interface ProviderEvent {
  id: string
  kind: 'payment' | 'refund' | 'other'
  occurredAt: Date
  payment: ProviderPayment | null
  refund: ProviderRefund | null
}

export interface OpenRequest {
  paymentId: string
  /** The key of one of the provider's methods. */
  method: string
  amount: Money
  capture: 'automatic' | 'manual'
  description: string
  returnUrl: string
  cancelUrl: string
  locale: string
  webhookUrl: string
}

/** A way to pay, as shoppers read it when they choose. Keys are one provider's alone, so they begin with its name. */
export interface ProviderMethod {
  key: string
  name: string
  description: string
}

export interface PaymentProvider {
  /** Part of the webhook's address. */
  name: string
  methods: readonly ProviderMethod[]
  /** The same payment id opens the same payment. */
  open(request: OpenRequest, signal: AbortSignal): Promise<ProviderPayment>
  find(
    ask: { paymentId: string } | { reference: string },
    signal: AbortSignal,
  ): Promise<ProviderPayment | null>
  capture(
    ask: { reference: string; amount: Money; key: string },
    signal: AbortSignal,
  ): Promise<ProviderPayment>
  void(ask: { reference: string; key: string }, signal: AbortSignal): Promise<ProviderPayment>
  /** The same refund id refunds once. */
  refund(
    ask: { reference: string; refundId: string; amount: Money },
    signal: AbortSignal,
  ): Promise<ProviderRefund>
  findRefund(
    ask: { reference: string; refundId: string },
    signal: AbortSignal,
  ): Promise<ProviderRefund | null>
  /** Throws ForgedWebhook. */
  verify(headers: Record<string, string | undefined>, rawBody: Buffer, now: Date): ProviderEvent
  /** Everything that changed since, for reconciliation. */
  list(since: Date, signal: AbortSignal): AsyncIterable<ProviderPayment>
}

export const paymentProvider = port<PaymentProvider>('payments.provider', { many: true })

const [refused, unknown, forged] = ['ProviderRefused', 'ProviderUnknown', 'ForgedWebhook'].map((name) =>
  brand(`payments.${name}`),
) as [symbol, symbol, symbol]

function mark(symbol: symbol, name: string) {
  return (code: string, message: string, cause?: unknown) =>
    Object.assign(new Error(message, { cause }), { [symbol]: true, name, code })
}

export const ProviderRefused = mark(refused, 'ProviderRefused')
export const ProviderUnknown = mark(unknown, 'ProviderUnknown')
export const ForgedWebhook = mark(forged, 'ForgedWebhook')

type ProviderError = Error & { code: string }
export const isProviderRefused = (error: unknown): error is ProviderError => isBranded(error, refused)
export const isProviderUnknown = (error: unknown): error is ProviderError => isBranded(error, unknown)
export const isForgedWebhook = (error: unknown): error is ProviderError => isBranded(error, forged)
