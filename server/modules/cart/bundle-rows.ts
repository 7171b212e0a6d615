/** The bundles of a cart as the database has them: what they are called, what they cost, whether they are still sold so. */
import { sql, type RawBuilder } from 'kysely'
import { soldIn, type QuantityRule } from '../catalog/index.ts'
import type { OwnOf } from './own-fields.ts'

export interface BundleRow extends OwnOf {
  id: string
  variantId: string
  productId: string
  sku: string
  name: string
  slug: string
  quantity: number
  seenAmount: number
  /** Published, and made up as it was when it was chosen. */
  forSale: boolean
  amount: number | null
  /** Whether its price is the sum of what was chosen, reduced. */
  bySum: boolean
  reductionBasisPoints: number
  quantityRule: QuantityRule
}

/** As JSON, for the statement that reads the cart `c`; `price` is the lateral price of `k`, the bundle. */
export function bundlesOf(
  locales: string[],
  { rule, own, price }: Record<'rule' | 'own' | 'price', RawBuilder<unknown>>,
): RawBuilder<BundleRow[]> {
  return sql<BundleRow[]>`coalesce((
    select json_agg(json_build_object('id', k.id, 'variantId', v.id, 'productId', p.id, 'sku', v.sku, 'name', t.name, 'slug', t.slug,
      'quantity', k.quantity, 'seenAmount', k.seen_amount,
      'forSale', p.state = 'published' and p.archived_at is null and v.archived_at is null and ${sql.raw(soldIn('p', 'c.channel_id'))} and b.version = k.bundle_version and price.amount is not null,
      'amount', price.amount, 'reductionBasisPoints', coalesce(b.reduction_basis_points, 0), 'quantityRule', ${rule}, ${own},
      'bySum', b.price = 'sum' and exists (select from catalog.bundle_group g where g.variant_id = v.id)) order by k.created_at, k.id)
    from cart.bundle k
    join catalog.variant v on v.id = k.variant_id
    join catalog.product p on p.id = v.product_id
    left join catalog.bundle b on b.variant_id = v.id
    left join lateral (select pt.name, pt.slug from catalog.product_text pt where pt.product_id = p.id
      order by array_position(${locales}::text[], pt.locale) nulls last limit 1) t on true
    left join lateral ${price} price on true
    where k.cart_id = c.id), '[]')`
}
