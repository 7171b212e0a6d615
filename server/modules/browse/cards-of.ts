/** The cards of products that another module names, as the shop offers them to the caller; those not for sale are left out. */
import type { Ctx } from '#kit/context.ts'
import type { Static } from '#kit/types.ts'
import { soldIn } from '../catalog/index.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { channelOf } from './channel.ts'
import { groundOf } from './find.ts'
import type { ProductCard } from './shapes.ts'

export async function cardsOf(
  ctx: Ctx,
  productIds: string[],
): Promise<Map<string, Static<typeof ProductCard>>> {
  if (productIds.length === 0) return new Map()
  const { values, lists, stockChannelId } = await groundOf(ctx)
  const [row] = await ctx.app.pool.query<{ items: string }>(
    statement({ many: lists.ids.length > 1, ofChannel: stockChannelId !== null }),
    [
      ...values.slice(0, 3),
      lists.ids,
      productIds,
      await channelOf(ctx),
      ...(stockChannelId === null ? [] : [stockChannelId]),
    ],
  )
  const items = JSON.parse(row!.items) as Static<typeof ProductCard>[]
  return new Map(items.map((card) => [card.id, card]))
}

const statement = ({ many, ofChannel }: { many: boolean; ofChannel: boolean }) => `
  select ${cards('cardinality($5::uuid[])')} as items from ${cardsFrom(
    `(
    select p.id, n.place, o.* from unnest($5::uuid[]) with ordinality as n(id, place)
    join catalog.product p on p.id = n.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null
      and ($6::uuid is null or ${soldIn('p', '$6::uuid')})
    cross join lateral (${offers('p.id', '$4', many)}) o where o.lowest is not null)`,
    ofChannel ? '$7::uuid' : undefined,
  )}`
