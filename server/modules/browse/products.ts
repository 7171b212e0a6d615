/**
 * The list of products in one statement: first the page's rows by an index, with what each is offered for, then
 * what else their cards show.
 *
 * `position` and `newest` walk an index whatever the size of the catalogue. Orders by
 * price and name, and the search by name, sort what matches: fit for some thousand
 * products, until the read model of search takes them over.
 */
import { query } from '#kit/operation.ts'
import type { Ctx } from '#kit/context.ts'
import { DEFAULT_LIMIT, EXACT_TOTAL, decodeCursor, encodeCursor, pageInput, pageOf } from '#kit/page.ts'
import { anyone } from '#kit/policy.ts'
import { sortShape, sortWord, type Sort } from '#kit/sort.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Text, Type, type Static } from '#kit/types.ts'
import { invalid } from '#kit/failure.ts'
import { idBySlug } from '../catalog/index.ts'
import { baseListId } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { ProductCard } from './shapes.ts'
import { altOf, availability, available, money, picture, textOf } from './sql.ts'

const SORTS = {
  position: { key: 'p.position', cast: 'int', direction: 'asc' },
  newest: { key: 'p.published_at', cast: 'timestamptz', direction: 'desc' },
  name: { key: 'lower(x.name)', cast: 'text', direction: 'asc' },
  price: { key: 'o.lowest', cast: 'bigint', direction: 'asc' },
  '-price': { key: 'o.lowest', cast: 'bigint', direction: 'desc' },
} as const
type Word = keyof typeof SORTS

const input = Type.Object({
  category: Type.Optional(Slug),
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
  async run(given, ctx) {
    const page = await read(given, ctx)
    return { ...page, items: JSON.parse(page.items) as Static<typeof ProductCard>[] }
  },
  async json(given, ctx) {
    const { items, next, total } = await read(given, ctx)
    return `{"items":${items},"next":${JSON.stringify(next)},"total":${JSON.stringify(total)}}`
  },
})

/** `newest` runs from the newest on, and only the price can be turned round. */
function wordOf(sort: Sort | undefined): Word {
  const word = sort ? sortWord(sort) : 'position'
  if (word in SORTS) return word as Word
  throw invalid('sort', 'not_in_list', `This must be one of: ${Object.keys(SORTS).join(', ')}.`)
}

interface Row {
  items: string
  found: number
  last_key: string | null
  last_id: string | null
  total: number | null
}

async function read(given: Input, ctx: Ctx) {
  const sort = wordOf(given.sort)
  const limit = given.limit ?? DEFAULT_LIMIT
  if (given.after !== undefined && given.page !== undefined)
    throw invalid('page', 'conflict', 'Send either `after` or `page`.')
  const offset = ((given.page ?? 1) - 1) * limit
  if (offset >= EXACT_TOTAL)
    throw invalid('page', 'too_large', `Pages end at row ${EXACT_TOTAL}; go on with \`after\`.`)
  const after = given.after === undefined ? null : decodeCursor(given.after, sort)
  const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const values: unknown[] = [ctx.storeId, ctx.scope.currency, chain, await baseListId(ctx), limit, offset]
  const add = (value: unknown) => `$${values.push(value)}`
  const text = statement(sort, {
    category: given.category === undefined ? null : add(foldSlug(given.category)),
    search: given.q === undefined ? null : add(`%${given.q.replace(/[\\%_]/g, '\\$&').toLowerCase()}%`),
    featured: given.featured ?? false,
    after: after && { key: add(after.value), id: add(after.id) },
    withTotal: given.withTotal ?? false,
  })
  const [row] = await ctx.app.pool.query<Row>(text, values)
  const more = row!.found > limit
  return {
    items: row!.items,
    next: more ? encodeCursor({ sort, value: row!.last_key!, id: row!.last_id! }) : null,
    total:
      row!.total === null
        ? null
        : { count: Math.min(row!.total, EXACT_TOTAL), atLeast: row!.total > EXACT_TOTAL },
  }
}

interface Wish {
  category: string | null
  search: string | null
  featured: boolean
  after: { key: string; id: string } | null
  withTotal: boolean
}

function statement(sort: Word, wish: Wish): string {
  const { key, cast, direction } = SORTS[sort]
  const past = direction === 'asc' ? '>' : '<'
  const needsText = wish.search !== null || sort === 'name'
  const from = `catalog.product p
    ${needsText ? `cross join lateral ${textOf('catalog.product_text', 'product_id', 'p.id', '$3')} x` : ''}
    cross join lateral (
      select min(pr.amount) as lowest, min(pr.amount) <> max(pr.amount) as varies, array_agg(v.id) as variants,
        (array_agg(pr.compare_at_amount order by pr.amount, v.position))[1] as compare_at
      from catalog.variant v join pricing.price pr on pr.variant_id = v.id and pr.currency = $2 and pr.list_id = $4 and pr.min_quantity = 1
      where v.product_id = p.id and v.archived_at is null) o
    where p.store_id = $1 and p.state = 'published' and p.archived_at is null and o.lowest is not null
    ${wish.featured ? 'and p.featured' : ''}
    ${wish.search ? `and p.id = any(array(${found(wish.search)})) and (lower(x.name) like ${wish.search} or lower(coalesce(x.subtitle, '')) like ${wish.search})` : ''}
    ${wish.category ? `and exists (select from catalog.product_category pc where pc.product_id = p.id and pc.category_id in (${subtree(wish.category)}))` : ''}`
  return `
  with page as (
    select p.id, ${key} as key, o.lowest, o.varies, o.variants, o.compare_at from ${from}
    ${wish.after ? `and (${key}, p.id) ${past} (${wish.after.key}::${cast}, ${wish.after.id}::uuid)` : ''}
    order by ${key} ${direction}, p.id ${direction} limit $5::int + 1 offset $6::int
  ), shown as (
    select *, row_number() over (order by key ${direction}, id ${direction}) as place from page
  )
  select coalesce(json_agg(${CARD} order by s.place) filter (where s.place <= $5::int), '[]')::text as items,
    (select count(*)::int from shown) as found,
    (select key::text from shown where place = $5::int) as last_key,
    (select id::text from shown where place = $5::int) as last_id,
    ${wish.withTotal ? `(select count(*)::int from (select 1 from ${from} limit ${EXACT_TOTAL + 1}) c)` : 'null::int'} as total
  from shown s
  cross join lateral ${textOf('catalog.product_text', 'product_id', 's.id', '$3')} x
  cross join lateral (select sum(${available('v.id')}) as pieces from unnest(s.variants) as v(id)) stock
  left join lateral (select m.* from catalog.product_media m where m.product_id = s.id order by m.position, m.id limit 1) pm on true
  left join media.file f on f.id = pm.file_id`
}

const CARD = `json_build_object('id', s.id, 'slug', x.slug, 'name', x.name, 'subtitle', x.subtitle,
    'picture', case when f.id is null then null else ${picture('f', altOf('pm', '$3'))} end,
    'price', ${money('s.lowest', '$2::text')}, 'priceVaries', s.varies,
    'compareAt', case when s.compare_at is null then null else ${money('s.compare_at', '$2::text')} end,
    'availability', ${availability('stock.pieces')},
    'swatches', coalesce((select json_agg(w.swatch) from (
      select ov.swatch from catalog.option_value ov
      where ov.swatch is not null and ov.id in (
        select vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
        where v.product_id = s.id and v.archived_at is null)
      order by ov.position limit 12) w), '[]'::json))`

/** Products that have it in a text of any language; an index finds them, and the shown text decides. */
function found(part: string): string {
  return `select t.product_id from catalog.product_text t where t.store_id = $1 and lower(t.name) like ${part}
    union all select t.product_id from catalog.product_text t where t.store_id = $1 and lower(coalesce(t.subtitle, '')) like ${part}`
}

/** A category and all below it. */
function subtree(slug: string): string {
  return `with recursive tree as (
      select c.id from catalog.category c where c.store_id = $1 and c.archived_at is null
        and c.id = ${idBySlug('category', { slug, storeId: '$1', locales: '$3' })}
      union select c.id from catalog.category c join tree on c.parent_id = tree.id where c.store_id = $1 and c.archived_at is null
    ) select id from tree`
}
