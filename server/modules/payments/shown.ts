/** Payments as staff see them. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import {
  Flag,
  Id,
  Instant,
  Key,
  List,
  MAX_SAFE,
  Money,
  Nullable,
  OneOf,
  Text,
  Type,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import type { PaymentRow } from './payment.ts'
import type { RefundRow } from './refunds.ts'
import { PaymentState } from './state.ts'
import { capturableOf, refundableOf } from './sums.ts'

/** Minor units of the payment's currency. */
export const AmountInput = Type.Integer({ minimum: 1, maximum: MAX_SAFE, scalar: 'Minor' })

/** The newest are shown; a payment with more is not one of a shopper. */
const MOST_SHOWN = 200

export const Payment = shape('Payment', {
  id: Id,
  version: Version,
  method: Key,
  provider: Key,
  /** The provider's own id. */
  reference: Nullable(Text(200)),
  payableKind: Key,
  payableId: Id,
  state: PaymentState,
  /** A call went unanswered: no step starts before the provider has told what became of it. */
  outcomeUnknown: Flag,
  capture: OneOf('automatic', 'manual'),
  amount: Money,
  authorised: Money,
  captured: Money,
  /** Set aside from the moment a refund is approved. */
  refunded: Money,
  /** What the provider has charged for it. */
  fee: Money,
  /** Taken back by an open or a lost dispute. */
  disputed: Money,
  declineCode: Nullable(Key),
  /** When the store heard of the money, by the store's clock. */
  paidAt: Nullable(Instant),
  /** When the buyer paid, by the provider's clock. */
  providerPaidAt: Nullable(Instant),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Payment = Static<typeof Payment>

export const PaymentRefund = shape('PaymentRefund', {
  id: Id,
  paymentId: Id,
  amount: Money,
  state: OneOf('approved', 'sent', 'succeeded', 'failed'),
  outcomeUnknown: Flag,
  reason: Text(400),
  declineCode: Nullable(Key),
  createdAt: Instant,
  updatedAt: Instant,
})
export type PaymentRefund = Static<typeof PaymentRefund>

const PaymentDispute = shape('PaymentDispute', {
  id: Id,
  reference: Text(2000),
  amount: Money,
  state: OneOf('open', 'won', 'lost'),
  /** The provider's word for it. */
  reason: Text(2000),
  openedAt: Instant,
  closedAt: Nullable(Instant),
})
type PaymentDispute = Static<typeof PaymentDispute>

export const PaymentChange = shape('PaymentChange', {
  at: Instant,
  from: Nullable(PaymentState),
  to: PaymentState,
  actor: Text(200),
  cause: Text(200),
})
type PaymentChange = Static<typeof PaymentChange>

/** A name that the provider has for the payment or a part of it. */
const PaymentReference = shape('PaymentReference', {
  kind: Key,
  reference: Text(2000),
  notedAt: Instant,
})
type PaymentReference = Static<typeof PaymentReference>

export const PaymentDetail = shape('PaymentDetail', {
  ...Payment.properties,
  capturable: Money,
  refundable: Money,
  refunds: List(PaymentRefund, MOST_SHOWN),
  disputes: List(PaymentDispute, MOST_SHOWN),
  history: List(PaymentChange, MOST_SHOWN),
  references: List(PaymentReference, MOST_SHOWN),
})
export type PaymentDetail = Static<typeof PaymentDetail>

export function shownPayment(row: PaymentRow): Payment {
  const money = (amount: number): Money => ({ amount, currency: row.currency })
  return {
    id: row.id,
    version: row.version,
    method: row.method,
    provider: row.provider,
    reference: row.provider_reference,
    payableKind: row.payable_kind,
    payableId: row.payable_id,
    state: row.state,
    outcomeUnknown: row.unknown_since !== null,
    capture: row.capture,
    amount: money(row.amount),
    authorised: money(row.authorised_amount),
    captured: money(row.captured_amount),
    refunded: money(row.refunded_amount),
    fee: money(row.fee_amount),
    disputed: money(row.disputed_amount),
    declineCode: row.decline_code,
    paidAt: row.paid_at?.toISOString() ?? null,
    providerPaidAt: row.provider_paid_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export function shownRefund(row: RefundRow): PaymentRefund {
  return {
    id: row.id,
    paymentId: row.payment_id,
    amount: { amount: row.amount, currency: row.currency },
    state: row.state,
    outcomeUnknown: row.unknown_since !== null,
    reason: row.reason,
    declineCode: row.decline_code,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type DetailRow = PaymentRow & {
  refunds: PaymentRefund[]
  disputes: PaymentDispute[]
  history: PaymentChange[]
  references: PaymentReference[]
}

export async function readDetail(ctx: Ctx, id: string): Promise<PaymentDetail> {
  const { rows } = await sql<DetailRow>`
    select p.*,
      coalesce((select json_agg(json_build_object('id', r.id, 'paymentId', r.payment_id,
          'amount', json_build_object('amount', r.amount, 'currency', r.currency), 'state', r.state, 'outcomeUnknown', r.unknown_since is not null,
          'reason', r.reason, 'declineCode', r.decline_code, 'createdAt', kit.utc(r.created_at), 'updatedAt', kit.utc(r.updated_at))
          order by r.created_at desc, r.id desc)
        from (select * from payments.refund where payment_id = p.id order by created_at desc, id desc limit ${MOST_SHOWN}) r), '[]') as refunds,
      coalesce((select json_agg(json_build_object('id', d.id, 'reference', d.provider_reference, 'amount', json_build_object('amount', d.amount,
          'currency', d.currency), 'state', d.state, 'reason', d.reason, 'openedAt', kit.utc(d.opened_at), 'closedAt', kit.utc(d.closed_at))
          order by d.opened_at desc, d.id desc)
        from (select * from payments.dispute where payment_id = p.id limit ${MOST_SHOWN}) d), '[]') as disputes,
      coalesce((select json_agg(json_build_object('at', kit.utc(h.at), 'from', h.from_state, 'to', h.to_state, 'actor', h.actor, 'cause', h.cause)
          order by h.at desc, h.id desc)
        from (select * from payments.history where payment_id = p.id order by at desc, id desc limit ${MOST_SHOWN}) h), '[]') as history,
      coalesce((select json_agg(json_build_object('kind', n.kind, 'reference', n.reference, 'notedAt', kit.utc(n.noted_at)) order by n.noted_at, n.reference)
        from (select * from payments.reference where payment_id = p.id order by noted_at limit ${MOST_SHOWN}) n), '[]') as references
    from payments.payment p where p.store_id = ${ctx.storeId} and p.id = ${id}`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw NotFound({})
  const { currency } = row
  return {
    ...shownPayment(row),
    capturable: { amount: capturableOf(row), currency },
    refundable: { amount: refundableOf(row), currency },
    refunds: row.refunds,
    disputes: row.disputes,
    history: row.history,
    references: row.references,
  }
}
