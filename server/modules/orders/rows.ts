/** An order with its lines, taxes, payments and history in one statement. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { OptionChoice } from '../catalog/index.ts'
import type { Address } from '../customers/index.ts'
import type { PickUp } from '../delivery/index.ts'
import { waitingText, type LinePromise } from '../inventory/index.ts'
import type { Picture } from '../media/index.ts'
import type { PaymentState } from '../payments/index.ts'
import type { Decision, TaxLine, TaxPart } from '../tax/index.ts'
import type { RefundRow } from './refunds/refund.ts'
import { BUNDLES_OF_ORDER, type OrderBundleRow } from './bundles.ts'
import { DEPOSITS_OF_ORDER, type OrderDepositRow } from './deposits.ts'
import { HAS_INVOICE } from './invoices/issue.ts'
import type { OrderState } from './state.ts'

export interface OrderRow {
  id: string
  number: number | null
  cart_id: string
  state: OrderState
  version: number
  customer_id: string | null
  guest_id: string | null
  access_hash: Buffer
  link_series: number
  email: string
  locale: string
  currency: string
  prices_include_tax: boolean
  subtotal_amount: number
  deposit_amount: number
  delivery_amount: number
  discount_amount: number
  delivery_discount_amount: number
  tax_relief_amount: number
  delivery_tax_relief_amount: number
  company_name: string | null
  tax_id: string | null
  tax_decision: Decision | null
  tax_amount: number
  total_amount: number
  shipping_address: Address | null
  billing_address: Address
  delivery: OrderDelivery | null
  hold_until: Date | null
  cancel_reason: string | null
  placed_at: Date
  confirmed_at: Date | null
  has_invoice: boolean
  lines: OrderLineRow[]
  bundles: OrderBundleRow[]
  deposits: OrderDepositRow[]
  discounts: { promotionId: string; name: string; code: string | null; amount: number }[]
  taxes: TaxLine[]
  payments: OrderPaymentRow[]
  refunds: RefundRow[]
  history: HistoryRow[]
}

/** As it was chosen; older orders know of no pick-up. */
export interface OrderDelivery {
  name: string
  minDays: number
  maxDays: number
  taxName: string
  taxRateBasisPoints: number
  taxParts?: TaxPart[]
  pickUp?: PickUp | null
}

export interface OrderLineRow {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  picture: Picture | null
  quantity: number
  unitAmount: number
  discount: number
  taxRelief: number
  total: number
  taxName: string
  taxRateBasisPoints: number
  /** Empty for older orders: one tax, as the name and the rate say. */
  taxParts: TaxPart[]
  shipped: number
  delivered: number
  cancelled: number
  /** Promised, and not there yet. */
  waiting: number
  bundleId: string | null
  promise: LinePromise | null
}

export interface OrderPaymentRow {
  id: string
  method: string
  state: PaymentState
  unknown: boolean
  amount: number
  authorised: number
  captured: number
  refunded: number
  disputed: number
  declineCode: string | null
  nextUrl: string | null
  paidAt: string | null
  createdAt: string
}

export interface HistoryRow {
  kind: string
  from: OrderState | null
  to: OrderState | null
  facts: Record<string, unknown>
  public: boolean
  actor: string
  cause: string
  at: string
}

/** Lines of older orders know nothing of a focus. */
export const WHOLE_PICTURE = sql`'{"focus": null}'::jsonb || l.picture`

const WAITING = sql.raw(
  waitingText({ holder: 'o', id: 'l.id', left: '(l.quantity - l.quantity_shipped - l.quantity_cancelled)' }),
)

/** `which` is a condition on `o`, the order. */
export async function readOrderRow(ctx: Ctx, which: RawBuilder<unknown>): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    select o.id, o.number, o.cart_id, o.state, o.version, o.customer_id, o.guest_id, o.access_hash, o.link_series, o.email, o.locale, o.currency,
      o.prices_include_tax, o.subtotal_amount, o.deposit_amount, o.delivery_amount, o.discount_amount, o.delivery_discount_amount, o.tax_relief_amount, o.delivery_tax_relief_amount, o.company_name, o.tax_id, o.tax_decision, o.tax_amount, o.total_amount,
      o.shipping_address, o.billing_address, o.delivery, o.hold_until, o.cancel_reason, o.placed_at, o.confirmed_at, ${HAS_INVOICE} as has_invoice,
      (select json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'productId', l.product_id, 'slug', l.slug, 'sku', l.sku,
        'name', l.name, 'choices', l.options, 'picture', ${WHOLE_PICTURE}, 'quantity', l.quantity, 'unitAmount', l.unit_amount, 'discount', l.discount_amount, 'taxRelief', l.tax_relief_amount, 'total', l.total_amount,
        'taxName', l.tax_name, 'taxRateBasisPoints', l.tax_rate_basis_points, 'taxParts', l.tax_parts,
        'shipped', l.quantity_shipped, 'delivered', l.quantity_delivered, 'cancelled', l.quantity_cancelled,
        'waiting', ${WAITING}, 'bundleId', l.bundle_id, 'promise', (select json_build_object('kind', q.kind, 'shipsOn', q.ships_on, 'quantity', q.quantity)
          from orders.promise q where q.line_id = l.id)) order by l.position)
        from orders.line l where l.order_id = o.id) as lines,
      ${BUNDLES_OF_ORDER} as bundles, ${DEPOSITS_OF_ORDER} as deposits,
      coalesce((select json_agg(json_build_object('promotionId', d.promotion_id, 'name', d.name, 'code', d.code, 'amount', d.amount)
        order by d.position) from orders.discount d where d.order_id = o.id), '[]') as discounts,
      coalesce((select json_agg(json_build_object('name', t.name, 'rateBasisPoints', t.rate_basis_points, 'rateHundredths', t.rate_hundredths, 'base', t.base_amount,
        'amount', t.tax_amount) order by t.position) from orders.tax_line t where t.order_id = o.id), '[]') as taxes,
      coalesce((select json_agg(json_build_object('id', p.id, 'method', p.method, 'state', p.state, 'unknown', p.unknown_since is not null,
        'amount', p.amount, 'authorised', p.authorised_amount, 'captured', p.captured_amount, 'refunded', p.refunded_amount, 'disputed', p.disputed_amount,
        'declineCode', p.decline_code, 'nextUrl', p.next_url, 'paidAt', kit.utc(p.paid_at), 'createdAt', kit.utc(p.created_at))
        order by p.created_at, p.id)
        from payments.payment p where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id), '[]') as payments,
      coalesce((select json_agg(json_build_object('id', r.id, 'paymentId', r.payment_id, 'state', r.state, 'unknown', r.unknown_since is not null,
        'amount', r.amount, 'reason', r.reason, 'actor', r.actor, 'declineCode', r.decline_code, 'createdAt', kit.utc(r.created_at),
        'updatedAt', kit.utc(r.updated_at), 'parts', coalesce((select json_agg(json_build_object('lineId', x.line_id, 'depositId', x.deposit_id, 'quantity', x.quantity,
          'amount', x.amount, 'tax', x.tax_amount, 'restock', x.restock, 'locationId', x.location_id) order by x.position)
          from orders.refund_part x where x.refund_id = r.id), '[]')) order by r.created_at, r.id)
        from payments.refund r join payments.payment p on p.id = r.payment_id
        where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id), '[]') as refunds,
      coalesce((select json_agg(json_build_object('kind', h.kind, 'from', h.from_state, 'to', h.to_state, 'facts', h.facts, 'public', h.public,
        'actor', h.actor, 'cause', h.cause, 'at', kit.utc(h.at)) order by h.at, h.id)
        from orders.history h where h.order_id = o.id), '[]') as history
    from orders.order o
    where o.store_id = ${ctx.storeId} and ${which}`.execute(ctx.db)
  return rows[0]
}
