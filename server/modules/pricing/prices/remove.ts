/** Takes prices out of their lists. One of the base list leaves its variant unsold in that currency. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type } from '#kit/types.ts'
import { followPrices } from '../bundles.ts'
import { derivePrices, lockVariants } from '../conversions/derive.ts'
import { pricesChanged } from '../events.ts'
import { removePrices } from '../put.ts'

export const MOST_REMOVED = 100

export const remove = command({
  id: 'pricing.prices.remove',
  summary: 'Take prices away',
  description:
    'What they were stays in the history. Where the currency has a rate, the price by rate takes the place.',
  rest: 'POST /prices/remove',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ priceIds: List(Id, MOST_REMOVED, { minItems: 1 }) }),
  output: Done,
  async run({ priceIds }, ctx) {
    const { rows } = await sql<{ id: string; variantId: string }>`
      select p.id, p.variant_id as "variantId", p.list_id as "listId", p.currency, p.min_quantity as "minQuantity", p.amount, p.version
      from pricing.price p where p.store_id = ${ctx.storeId} and p.id = any(${priceIds}::uuid[]) order by p.id for update`.execute(
      ctx.db,
    )
    const there = new Set(rows.map(({ id }) => id))
    priceIds.forEach((id, index) => {
      if (!there.has(id)) throw invalid(`priceIds.${index}`, 'unknown', 'There is no such price.')
    })
    await lockVariants(ctx, [...new Set(rows.map(({ variantId }) => variantId))])
    const variantIds = await removePrices(priceIds, ctx, 'pricing.prices.remove')
    ctx.emit(pricesChanged, { ids: variantIds })
    await derivePrices(ctx, variantIds, 'pricing.prices.remove')
    await followPrices(ctx, variantIds)
    for (const before of rows)
      ctx.audit({ subject: 'pricing.price', subjectId: before.variantId, before, after: null })
    return { done: true as const }
  },
})
