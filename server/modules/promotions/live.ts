/** Promotions that hold now or will, in memory; the committing step of an order checks their version. Counters are not here: they move. */
import { sql } from 'kysely'
import { snapshot } from '#kit/snapshot.ts'
import type { Rule } from './discounts.ts'

export interface Live {
  id: string
  kind: Rule['kind']
  needsCode: boolean
  exclusive: boolean
  priority: number
  basisPoints: number | null
  buyQuantity: number | null
  getQuantity: number | null
  minimumQuantity: number | null
  firstOrderOnly: boolean
  channelIds: string[]
  groupIds: string[]
  /** A count must be asked for: a limit, a limit per customer, or a budget. */
  counted: boolean
  startsAt: string | null
  endsAt: string | null
  names: Record<string, string>
  sums: { currency: string; off: number | null; minimum: number | null; budget: number | null }[]
  tiers: {
    fromQuantity: number | null
    fromAmount: number | null
    currency: string | null
    basisPoints: number
  }[]
  productIds: string[]
  categoryIds: string[]
  collectionIds: string[]
}

export const promotionsSnapshot = snapshot<Live[]>('promotions', async (db, storeId) => {
  const { rows } = await sql<{ live: Live[] }>`
    select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'needsCode', p.needs_code, 'exclusive', p.exclusive,
      'priority', p.priority, 'basisPoints', p.basis_points, 'buyQuantity', p.buy_quantity, 'getQuantity', p.get_quantity,
      'minimumQuantity', p.minimum_quantity, 'firstOrderOnly', p.first_order_only, 'channelIds', p.channel_ids, 'groupIds', p.group_ids,
      'counted', p.usage_limit is not null or p.customer_limit is not null
        or exists (select from promotions.sum s where s.promotion_id = p.id and s.budget_amount is not null),
      'startsAt', kit.utc(p.starts_at), 'endsAt', kit.utc(p.ends_at),
      'names', (select coalesce(json_object_agg(t.locale, t.name), '{}') from promotions.promotion_text t where t.promotion_id = p.id),
      'sums', (select coalesce(json_agg(json_build_object('currency', s.currency, 'off', s.off_amount, 'minimum', s.minimum_amount,
        'budget', s.budget_amount)), '[]') from promotions.sum s where s.promotion_id = p.id),
      'tiers', (select coalesce(json_agg(json_build_object('fromQuantity', t.from_quantity, 'fromAmount', t.from_amount,
        'currency', t.currency, 'basisPoints', t.basis_points) order by t.position), '[]') from promotions.tier t where t.promotion_id = p.id),
      'productIds', (select coalesce(json_agg(t.product_id), '[]') from promotions.target t where t.promotion_id = p.id and t.product_id is not null),
      'categoryIds', (select coalesce(json_agg(t.category_id), '[]') from promotions.target t where t.promotion_id = p.id and t.category_id is not null),
      'collectionIds', (select coalesce(json_agg(t.collection_id), '[]') from promotions.target t where t.promotion_id = p.id and t.collection_id is not null)
      ) order by p.priority desc, p.created_at, p.id), '[]') as live
    from promotions.promotion p where p.store_id = ${storeId} and p.archived_at is null`.execute(db)
  return rows[0]!.live
})

/** In the first of these languages that it has a name in. */
export function nameIn(locales: readonly string[], { names }: Pick<Live, 'names'>): string {
  return locales.map((locale) => names[locale]).find(Boolean) ?? Object.values(names)[0] ?? ''
}
