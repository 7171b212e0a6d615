/** What the shopper looked at last, the newest first, as the shop offers it now; what is no longer for sale is left out. */
import { query } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, List, Type, shape, type Static } from '#kit/types.ts'
import { cards, cardsFrom, offers } from '../cards.ts'
import { groundOf } from '../find.ts'
import { ProductCard } from '../shapes.ts'
import { MOST_VIEWED, viewerOf } from './viewed.ts'

export const list = query({
  id: 'browse.viewed.list',
  summary: 'Products looked at last',
  description: '`except` leaves out one of them: the one whose page it is.',
  rest: 'GET /viewed-products',
  audience: 'shop',
  access: shopper,
  input: Type.Object({ except: Type.Optional(Id) }),
  output: shape('ViewedProducts', { items: List(ProductCard, MOST_VIEWED) }),
  async run({ except = null }, ctx) {
    const { values, lists, stockChannelId } = await groundOf(ctx)
    const [row] = await ctx.app.pool.query<{ items: string }>(
      statement(lists.ids.length > 1, stockChannelId !== null),
      [
        ...values.slice(0, 3),
        lists.ids,
        viewerOf(ctx),
        except,
        ...(stockChannelId === null ? [] : [stockChannelId]),
      ],
    )
    return { items: JSON.parse(row!.items) as Static<typeof ProductCard>[] }
  },
})

const statement = (many: boolean, ofChannel: boolean) => `
  select ${cards(`${MOST_VIEWED}`)} as items from ${cardsFrom(
    `(
    select n.*, row_number() over (order by n.seen_at desc, n.id desc) as place from (
      select p.id, v.seen_at, o.* from browse.viewed v
      join catalog.product p on p.id = v.product_id and p.store_id = $1 and p.state = 'published' and p.archived_at is null
      cross join lateral (${offers('p.id', '$4', many)}) o
      where v.store_id = $1 and v.viewer_id = $5::uuid and v.product_id is distinct from $6::uuid and o.lowest is not null
      order by v.seen_at desc, v.product_id desc limit ${MOST_VIEWED}) n)`,
    ofChannel ? '$7::uuid' : undefined,
  )}`
