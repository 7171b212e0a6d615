/**
 * The birth of an order: a snapshot of the cart with its prices, taxes and addresses, in one statement.
 *
 * It is `pending` and has no number yet: a number is drawn when a payment confirms it.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { hashToken } from '#kit/id.ts'
import type { PricedCart } from '../cart/index.ts'
import { bornBundles, keepBundles } from './bundles.ts'
import { keepDeposits } from './deposits.ts'
import { tell } from './history.ts'
import type { LockedOrder } from './lock.ts'
import { orderToken } from './token.ts'

export interface BornLine {
  lineId: string
  variantId: string
  quantity: number
  /** The only place it may come from: the buyer fetches it there. */
  at: string | null
}

export async function bear(
  ctx: Ctx,
  priced: PricedCart,
  holdUntil: Date,
  cause: string,
): Promise<{ order: LockedOrder; lines: BornLine[] }> {
  const { row, totals, delivery } = priced
  const id = ctx.id()
  const bundles = bornBundles(ctx, priced.bundles)
  const lines = priced.lines.map((line, position) => ({
    id: ctx.id(),
    position,
    product_id: line.productId,
    variant_id: line.variantId,
    sku: line.sku,
    name: line.name,
    slug: line.slug,
    options: line.choices,
    picture: line.picture,
    quantity: line.quantity,
    unit_amount: line.unitAmount,
    discount_amount: line.discount,
    tax_relief_amount: line.taxRelief,
    total_amount: line.total,
    tax_name: line.rate.name,
    tax_rate_basis_points: line.rate.rateBasisPoints,
    tax_amount: line.tax,
    tax_parts: line.taxParts,
    price_id: line.priceId,
    priced_at: line.pricedAt,
    shippable: line.shippable,
    bundle_id: bundles.idOf(line.bundleId),
  }))
  const lineIds = new Map(priced.lines.map((line, index) => [line.id, lines[index]!.id]))
  const taxes = totals.taxes.map((tax, position) => ({ position, ...tax }))
  const discounts = priced.weighed.discounts.map((discount, position) => ({ position, ...discount }))
  const chosen = delivery && {
    methodId: delivery.methodId,
    name: delivery.name,
    minDays: delivery.minDays,
    maxDays: delivery.maxDays,
    pickUp: delivery.pickUp,
    taxName: delivery.rate.name,
    taxRateBasisPoints: delivery.rate.rateBasisPoints,
    taxParts: totals.deliveryTaxParts,
  }
  const { rows } = await sql<LockedOrder>`
    with born as (
      insert into orders.order (id, store_id, cart_id, state, customer_id, guest_id, access_hash, email, channel_id, market_id, locale,
        currency, prices_include_tax, tax_rounding, subtotal_amount, deposit_amount, delivery_amount, discount_amount, delivery_discount_amount, delivery_tax_amount, tax_amount,
        total_amount, shipping_address, billing_address, delivery, company_name, tax_id, tax_decision,
        tax_relief_amount, delivery_tax_relief_amount, hold_until, placed_at, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${row.id}, 'pending', ${row.customer_id}, ${row.guest_id}, ${hashToken(orderToken(ctx.app.config, { id, link_series: 0 }))},
        ${row.email}, ${row.channel_id}, ${row.market_id}, ${ctx.scope.locale}, ${row.currency}, ${totals.taxIncluded}, ${priced.market.taxRounding},
        ${totals.subtotal}, ${totals.deposit}, ${totals.delivery}, ${totals.discount}, ${totals.deliveryDiscount}, ${totals.deliveryTax}, ${totals.tax}, ${totals.total},
        ${json(row.shipping_address)}::jsonb, ${json(row.billing_address ?? row.shipping_address)}::jsonb, ${json(chosen)}::jsonb,
        ${row.company_name}, ${row.tax_id}, ${json(priced.decided.decision)}::jsonb, ${totals.taxRelief}, ${totals.deliveryTaxRelief},
        ${holdUntil}, ${ctx.now()}, ${ctx.now()}, ${ctx.now()})
      returning *
    ), lines as (
      insert into orders.line (id, store_id, order_id, currency, position, product_id, variant_id, sku, name, slug, options, picture, quantity,
        unit_amount, discount_amount, tax_relief_amount, total_amount, tax_name, tax_rate_basis_points, tax_amount, tax_parts, price_id, priced_at, shippable, bundle_id)
      select l.id, ${ctx.storeId}, ${id}, ${row.currency}, l.position, l.product_id, l.variant_id, l.sku, l.name, l.slug, l.options,
        nullif(l.picture, 'null'::jsonb), l.quantity, l.unit_amount, l.discount_amount, l.tax_relief_amount, l.total_amount, l.tax_name, l.tax_rate_basis_points, l.tax_amount, l.tax_parts, l.price_id, l.priced_at, l.shippable, l.bundle_id
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, position int, product_id uuid, variant_id uuid, sku text, name text,
        slug text, options jsonb, picture jsonb, quantity int, unit_amount bigint, discount_amount bigint, tax_relief_amount bigint, total_amount bigint, tax_name text,
        tax_rate_basis_points int, tax_amount bigint, tax_parts jsonb, price_id uuid, priced_at timestamptz, shippable boolean, bundle_id uuid)
    ), taxes as (
      insert into orders.tax_line (store_id, order_id, position, name, rate_basis_points, rate_hundredths, base_amount, tax_amount)
      select ${ctx.storeId}, ${id}, t.position, t.name, t."rateBasisPoints", t."rateHundredths", t.base, t.amount
      from jsonb_to_recordset(${JSON.stringify(taxes)}::jsonb) as t(position int, name text, "rateBasisPoints" int, "rateHundredths" int, base bigint, amount bigint)
    )${discounts.length > 0 ? sql`, discounts as (${takenOff(ctx, id, row.currency, discounts)})` : sql``}${bundles.born.length > 0 ? sql`, bundles as (${keepBundles(ctx, id, row.currency, bundles.born)})` : sql``}${priced.deposits.length > 0 ? sql`, deposits as (${keepDeposits(ctx, { id, currency: row.currency }, priced.deposits, (lineId) => lineIds.get(lineId)!)})` : sql``}, told as (${tell(ctx, cause, [{ kind: 'placed', from: null, to: 'pending', public: true }], sql`select id from born`)})
    select id, cart_id, state, version, number, customer_id, guest_id, access_hash, channel_id, currency, total_amount, hold_until, placed_at
    from born`.execute(ctx.db)
  return {
    order: rows[0]!,
    lines: lines.map((line) => ({
      lineId: line.id,
      variantId: line.variant_id,
      quantity: line.quantity,
      at: line.shippable ? (delivery?.pickUp?.locationId ?? null) : null,
    })),
  }
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** A statement (for a CTE): by name, what made the order cheaper. */
function takenOff(
  ctx: Ctx,
  orderId: string,
  currency: string,
  discounts: readonly object[],
): RawBuilder<unknown> {
  return sql`
      insert into orders.discount (store_id, order_id, position, promotion_id, code, name, currency, amount)
      select ${ctx.storeId}, ${orderId}, d.position, d."promotionId", d.code, d.name, ${currency}, d.amount
      from jsonb_to_recordset(${JSON.stringify(discounts)}::jsonb) as d(position int, "promotionId" uuid, code text, name text, amount bigint)`
}
