/** Bundles of an order: what its parts are called together, and what they cost less. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Id, Int, Money, Slug, Text, shape, type Static } from '#kit/types.ts'
import type { PricedBundle } from '../cart/index.ts'

/** What is in it are the lines that name it. */
export const OrderBundle = shape('OrderBundle', {
  id: Id,
  variantId: Id,
  productId: Id,
  slug: Slug,
  sku: Text(80),
  name: Text(300),
  quantity: Int(1, 999),
  /** What one cost. */
  unitPrice: Money,
  total: Money,
  /** What its parts cost by themselves. */
  separately: Money,
})
export type OrderBundle = Static<typeof OrderBundle>

export interface OrderBundleRow {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  quantity: number
  unitAmount: number
  separately: number
  reduction: number
}

export type BornBundle = OrderBundleRow & { position: number }

/** As the order keeps them: with ids of their own. `idOf` says which one a bundle of the cart became. */
export function bornBundles(ctx: Ctx, bundles: readonly PricedBundle[]) {
  const born = bundles.map((bundle, position): BornBundle => ({
    id: ctx.id(),
    position,
    variantId: bundle.variantId,
    productId: bundle.productId,
    slug: bundle.slug,
    sku: bundle.sku,
    name: bundle.name,
    quantity: bundle.quantity,
    unitAmount: bundle.unitAmount,
    separately: bundle.separately,
    reduction: bundle.reduction,
  }))
  const idOf = (cartBundleId: string | null) =>
    cartBundleId && born[bundles.findIndex(({ id }) => id === cartBundleId)]!.id
  return { born, idOf }
}

/** A statement (for a CTE). */
export function keepBundles(
  ctx: Ctx,
  orderId: string,
  currency: string,
  born: readonly BornBundle[],
): RawBuilder<unknown> {
  return sql`
      insert into orders.bundle (id, store_id, order_id, currency, position, product_id, variant_id, sku, name, slug, quantity, unit_amount, separately_amount, reduction_amount)
      select b.id, ${ctx.storeId}, ${orderId}, ${currency}, b.position, b."productId", b."variantId", b.sku, b.name, b.slug, b.quantity, b."unitAmount", b.separately, b.reduction
      from jsonb_to_recordset(${JSON.stringify(born)}::jsonb) as b(id uuid, position int, "productId" uuid, "variantId" uuid, sku text, name text,
        slug text, quantity int, "unitAmount" bigint, separately bigint, reduction bigint)`
}

/** As JSON; `o` is the order. */
export const BUNDLES_OF_ORDER = sql<
  OrderBundleRow[]
>`coalesce((select json_agg(json_build_object('id', b.id, 'variantId', b.variant_id, 'productId', b.product_id,
        'slug', b.slug, 'sku', b.sku, 'name', b.name, 'quantity', b.quantity, 'unitAmount', b.unit_amount, 'separately', b.separately_amount,
        'reduction', b.reduction_amount) order by b.position) from orders.bundle b where b.order_id = o.id), '[]')`

export function bundleView(row: OrderBundleRow, currency: string): OrderBundle {
  const { unitAmount, separately, reduction, ...bundle } = row
  const money = (amount: number): Money => ({ amount, currency })
  return {
    ...bundle,
    unitPrice: money(unitAmount),
    total: money(separately - reduction),
    separately: money(separately),
  }
}
