/** What a provider told us, as staff see it. */
import { sql } from 'kysely'
import { Id, Instant, Int, Key, Money, Nullable, OneOf, Text, shape, type Static } from '#kit/types.ts'

export const PaymentInboxState = OneOf('received', 'handled', 'parked', 'ignored')

export const PaymentInboxEntry = shape('PaymentInboxEntry', {
  id: Id,
  method: Key,
  eventId: Text(200),
  kind: OneOf('payment', 'refund', 'other'),
  state: PaymentInboxState,
  /** Why it was parked: `unknown_payment`, `unknown_refund`, `mismatch`, or `failed` when the fault is ours. */
  reason: Nullable(Key),
  /** As the provider names them. */
  paymentId: Nullable(Text(200)),
  refundId: Nullable(Text(200)),
  amount: Nullable(Money),
  attempts: Int(0, 1_000_000),
  receivedAt: Instant,
  handledAt: Nullable(Instant),
  nextTryAt: Nullable(Instant),
})
export type PaymentInboxEntry = Static<typeof PaymentInboxEntry>

/** Of `payments.inbox`. */
export const entryColumns = sql<PaymentInboxEntry>`id, provider as method, left(event_id, 200) as "eventId", fact->>'kind' as kind, state, reason,
  left(fact->'payment'->>'paymentId', 200) as "paymentId", left(fact->'refund'->>'refundId', 200) as "refundId",
  coalesce(fact->'refund'->'amount', fact->'payment'->'amount') as amount, attempts, kit.utc(received_at) as "receivedAt",
  kit.utc(handled_at) as "handledAt", kit.utc(next_at) as "nextTryAt"`
