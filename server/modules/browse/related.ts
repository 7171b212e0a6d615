/**
 * What is shown beside a product, in one statement: what staff chose, what is bought together with it, and what
 * stands on the same shelf. Each product once, for the best of its reasons.
 */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { List, Slug, Type, Words, shape, type Static } from '#kit/types.ts'
import { idBySlug, soldIn } from '../catalog/index.ts'
import { listsOfAsker } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { stockChannelOf } from './channel.ts'
import { keptList } from './kept.ts'
import { ProductCard } from './shapes.ts'

/** Of each reason. */
const MOST = 8
/** Looked at of each reason, as some may not be for sale. */
const LOOKED_AT = 24
/** Fewer would tell what a single person bought. */
const LEAST_ORDERS = 2

const REASONS = ['accessory', 'alternative', 'bought_together', 'related', 'same_shelf'] as const
const RelatedReason = Words('RelatedReason', ...REASONS)
const RelatedProduct = shape('RelatedProduct', { reason: RelatedReason, product: ProductCard })
const RelatedProducts = shape('RelatedProducts', { items: List(RelatedProduct, MOST * REASONS.length) })

export const related = query({
  id: 'browse.related',
  summary: 'What is shown beside a product, and why',
  rest: 'GET /products/:slug/related',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: RelatedProducts,
  failures: [NotFound],
  kept: keptList,
  run: ({ slug }, ctx) => readBeside(foldSlug(slug), ctx),
})

async function readBeside(slug: string, ctx: Ctx): Promise<Static<typeof RelatedProducts>> {
  const { products, reasons } = await read(slug, ctx)
  const all = JSON.parse(products) as Static<typeof ProductCard>[]
  return { items: all.map((product, place) => ({ reason: reasons[place]!, product })) }
}

interface Row {
  there: boolean
  products: string
  reasons: Static<typeof RelatedReason>[]
}

async function read(slug: string, ctx: Ctx): Promise<Row> {
  const { currency, channelId } = ctx.scope
  const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const lists = (await listsOfAsker(ctx)).map(({ id }) => id)
  const [row] = await ctx.app.pool.read<Row>(
    statement(lists.length > 1, (await stockChannelOf(ctx)) !== null),
    [ctx.storeId, currency, chain, lists, slug, channelId],
  )
  if (!row!.there) throw NotFound({})
  return row!
}

const forSale = `p.state = 'published' and p.archived_at is null and ${soldIn('p', '$6::uuid')}`

const statement = (many: boolean, ofChannel: boolean) => `
  with here as materialized (
    select p.id from catalog.product p
    where p.store_id = $1 and p.id = ${idBySlug('product', { slug: '$5', storeId: '$1', locales: '$3' })} and ${forSale}
  ), candidate as (
    select r.related_id as id, r.kind as reason, r.position as place
    from here join catalog.related_product r on r.store_id = $1 and r.product_id = here.id
    union all
    (select t.other_id, 'bought_together', (row_number() over (order by t.orders desc, t.other_id))::int
    from here join catalog.bought_together t on t.store_id = $1 and t.product_id = here.id
    where t.orders >= ${LEAST_ORDERS} order by t.orders desc, t.other_id limit ${LOOKED_AT})
    union all
    (select pc.product_id, 'same_shelf', pc.position
    from here cross join lateral (
      select own.category_id from catalog.product_category own join catalog.category c on c.id = own.category_id and c.archived_at is null
      where own.product_id = here.id order by own.position, own.category_id limit 1) shelf
    join catalog.product_category pc on pc.store_id = $1 and pc.category_id = shelf.category_id and pc.product_id <> here.id
    order by pc.position, pc.product_id limit ${LOOKED_AT})
  ), best as (
    select distinct on (id) id, reason, array_position(array['${REASONS.join("', '")}'], reason) as rank, place
    from candidate order by id, 3, place
  ), offered as (
    select b.id, b.reason, b.rank, row_number() over (partition by b.rank order by b.place, b.id) as nth, o.*
    from best b join catalog.product p on p.id = b.id and p.store_id = $1 and ${forSale}
    cross join lateral (${offers('p.id', '$4', many)}) o where o.lowest is not null
  ), shown as (
    select *, row_number() over (order by rank, nth) as place from offered where nth <= ${MOST}
  )
  select exists (select from here) as there, ${cards(String(MOST * REASONS.length))} as products,
    coalesce(json_agg(s.reason order by s.place), '[]'::json) as reasons
  from ${cardsFrom('shown', ofChannel ? '$6::uuid' : undefined)}`
