/** What things on members' lists cost and whether they can be had now, as a query of (id, amount, is_available). */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { soldIn } from '../../catalog/index.ts'
import { availableOf, ifPlacesDiffer } from '../../inventory/index.ts'
import { listsNow, priceFor } from '../../pricing/index.ts'

/** `which` is a condition on `i`, the thing. A thing that is not for sale costs nothing and cannot be had. */
export async function watchedNow(ctx: Ctx, which: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const channel = sql`c.id`
  const price = priceFor(
    {
      variant: sql`v.id`,
      currency: sql`i.currency`,
      quantity: sql`1`,
      channel,
      customer: sql`l.owner_id`,
    },
    await listsNow(ctx),
  )
  const available = availableOf('v.id', ctx.now(), await ifPlacesDiffer(ctx, channel))
  return sql`
    select i.id, min(price.amount) as amount, coalesce(bool_or(price.amount is not null and ${available} > 0), false) as is_available
    from wishlists.item i
    join wishlists.list l on l.id = i.list_id
    cross join (select ${ctx.scope.channelId}::uuid as id) c
    left join catalog.product p on p.id = i.product_id and p.state = 'published' and p.archived_at is null and ${sql.raw(soldIn('p', 'c.id'))}
    left join catalog.variant v on v.product_id = p.id and v.archived_at is null and (i.variant_id is null or v.id = i.variant_id)
    left join lateral ${price} price on v.id is not null
    where i.store_id = ${ctx.storeId} and ${which}
    group by i.id`
}
