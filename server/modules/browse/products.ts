/**
 * The list of products in one statement.
 *
 * `position` and `newest` walk the catalogue itself: what is published is there at once. Orders by name and price, and
 * the search, ask the read model, which follows within moments; the cards are the source's in every case.
 */
import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import { EXACT_TOTAL, encodeCursor, pageInput, pageOf } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sortShape, sortWord } from '#kit/sort.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Text, Type, type Static } from '#kit/types.ts'
import { idBySlug, soldIn } from '../catalog/index.ts'
import { listsOfAsker } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { askedFor, type Asked } from './asked.ts'
import { channelOf, stockChannelOf } from './channel.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { find, type Found } from './find.ts'
import { keptList } from './kept.ts'
import { ProductCard } from './shapes.ts'
import { understand } from './steering.ts'

/** Of the catalogue itself. */
const LIVE = {
  position: { key: 'p.position', cast: 'int', direction: 'asc' },
  newest: { key: 'p.published_at', cast: 'timestamptz', direction: 'desc' },
} as const
type LiveOrder = keyof typeof LIVE

const ORDERS = { ...LIVE, name: null, price: null, '-price': null }
type Order = keyof typeof ORDERS

const input = Type.Object({
  category: Type.Optional(Slug),
  collection: Type.Optional(Slug),
  q: Type.Optional(Text(200)),
  sort: Type.Optional(sortShape('ProductSort', ['position', 'newest', 'name', 'price'])),
  featured: Type.Optional(Type.Boolean()),
  ...pageInput,
})
type Input = Static<typeof input>

export const products = query({
  id: 'browse.products',
  summary: 'Products for sale',
  rest: 'GET /products',
  audience: 'shop',
  access: anyone,
  input,
  output: pageOf(ProductCard),
  kept: { when: isLive, ...keptList },
  endedBy: keptList.untilAny,
  async run(given, ctx) {
    const { items, next, total } = await read(given, ctx)
    return { items: JSON.parse(items) as Static<typeof ProductCard>[], next, total }
  },
  async json(given, ctx) {
    const { items, next, total } = await read(given, ctx)
    return `{"items":${items},"next":${JSON.stringify(next)},"total":${JSON.stringify(total)}}`
  },
})

/** Whether the catalogue itself is asked, and not the read model that follows it. */
function isLive({ q, sort }: Input): boolean {
  return q === undefined && (sort === undefined || sortWord(sort) in LIVE)
}

/** `newest` runs from the newest on, and only the price can be turned round. */
async function read(given: Input, ctx: Ctx): Promise<Page> {
  const asked = askedFor<Order>(given, ORDERS, 'position')
  const { order } = asked
  if (given.q === undefined && (order === 'position' || order === 'newest'))
    return readLive(
      {
        ...given,
        ...asked,
        order,
        channelId: await channelOf(ctx),
        stockChannelId: await stockChannelOf(ctx),
      },
      ctx,
    )
  const query = given.q === undefined ? null : await understand(given.q, ctx)
  const { category, collection, featured } = given
  return find({ ...asked, query, category, collection, featured, channelId: await channelOf(ctx) }, ctx)
}

interface Row {
  items: string
  found: number
  last_key: string | null
  last_id: string | null
  total: number | null
}

type Page = Pick<Found, 'items' | 'next' | 'total'>
type Wish = Pick<Input, 'category' | 'collection' | 'featured'> &
  Asked<LiveOrder> & { channelId: string | null; stockChannelId: string | null }

async function readLive(wish: Wish, ctx: Ctx): Promise<Page> {
  const { order, limit } = wish
  const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const lists = (await listsOfAsker(ctx)).map(({ id }) => id)
  const values = [ctx.storeId, ctx.scope.currency, chain, lists]
  const [row] = await ctx.app.pool.read<Row>(statement(wish, values), values)
  const { items, found, last_key, last_id, total } = row!
  return {
    items,
    next: found > limit ? encodeCursor({ sort: order, value: last_key!, id: last_id! }) : null,
    total: total === null ? null : { count: Math.min(total, EXACT_TOTAL), atLeast: total > EXACT_TOTAL },
  }
}

function statement(
  { order, category, collection, featured, channelId, stockChannelId, after, limit, offset, withTotal }: Wish,
  values: unknown[],
): string {
  const add = (value: unknown) => `$${values.push(value)}`
  const many = (values[3] as string[]).length > 1
  const { key, cast, direction } = LIVE[order]
  const past = direction === 'asc' ? '>' : '<'
  const from = `catalog.product p
    cross join lateral (${offers('p.id', '$4', many)}) o
    where p.store_id = $1 and p.state = 'published' and p.archived_at is null and o.lowest is not null
    ${featured ? 'and p.featured' : ''}
    ${channelId === null ? '' : `and ${soldIn('p', `${add(channelId)}::uuid`)}`}
    ${category === undefined ? '' : `and exists (select from catalog.product_category pc where pc.product_id = p.id and pc.category_id in (${subtree(add(foldSlug(category)))}))`}
    ${collection === undefined ? '' : `and exists (select from catalog.collection_product m where m.product_id = p.id and m.collection_id = ${idBySlug('collection', { slug: add(foldSlug(collection)), storeId: '$1', locales: '$3' })})`}`
  return `
  with page as (
    select p.id, ${key} as key, o.lowest, o.varies, o.variants, o.measured, o.compare_at, o.price_id from ${from}
    ${after ? `and (${key}, p.id) ${past} (${add(after.value)}::${cast}, ${add(after.id)}::uuid)` : ''}
    order by ${key} ${direction}, p.id ${direction} limit ${limit + 1}${offset > 0 ? ` offset ${add(offset)}::int` : ''}
  ), shown as (
    select *, row_number() over (order by key ${direction}, id ${direction}) as place from page
  )
  select ${cards(String(limit))} as items,
    (select count(*)::int from shown) as found,
    (select key::text from shown where place = ${limit}) as last_key,
    (select id::text from shown where place = ${limit}) as last_id,
    ${withTotal ? `(select count(*)::int from (select 1 from ${from} limit ${EXACT_TOTAL + 1}) c)` : 'null::int'} as total
  from ${cardsFrom('shown', stockChannelId === null ? undefined : `${add(stockChannelId)}::uuid`)}`
}

/** A category and all below it. */
function subtree(slug: string): string {
  return `with recursive tree as (
      select c.id from catalog.category c where c.store_id = $1 and c.archived_at is null
        and c.id = ${idBySlug('category', { slug, storeId: '$1', locales: '$3' })}
      union select c.id from catalog.category c join tree on c.parent_id = tree.id where c.store_id = $1 and c.archived_at is null
    ) select id from tree`
}
