/** What narrows a search: each filter is a condition with a name, so that facets can leave out their own. */
import type { CompiledQuery } from 'kysely'
import { foldSlug } from '#kit/text.ts'
import { idBySlug, soldIn } from '../catalog/index.ts'
import type { Ground } from './find.ts'
import type { EntryPrice } from './price-sql.ts'
import { within, type Range } from './ranges.ts'

export interface Filter {
  /** Slug: it and all below it. */
  category?: string | undefined
  /** Slug: what is in it now. */
  collection?: string | undefined
  options?: Traits | undefined
  attributes?: Traits | undefined
  ranges?: Range[] | undefined
  /** In minor units of the shopper's currency: something of the product costs as much, or as little. */
  price?: { gte?: number | undefined; lte?: number | undefined } | undefined
  /** Whether any of it can be had. */
  available?: boolean | undefined
  featured?: boolean | undefined
  /** On fields of the store's own, of the product `p`. */
  custom?: Own | undefined
  /** Where the shopper buys; null: the store has one channel, and all is sold there. */
  channelId: string | null
}

type Own = Pick<CompiledQuery, 'sql' | 'parameters'>

/** Values as `glaze:sand`. */
export interface Traits {
  /** Of each option named one of its values. */
  in?: string[] | undefined
  all?: string[] | undefined
  none?: string[] | undefined
}

export interface Condition {
  /** The facet that it belongs to, whose own counts it does not touch; null: it narrows every one. */
  facet: string | null
  holds: string
}

type Add = (value: unknown) => string

/** What conditions look up, once: parts of the beginning of a statement. Its conditions come from `conditions`. */
export function lookups(filter: Filter, add: Add): string {
  const { category, collection } = filter
  const groups = groupsOf(filter)
  const shelf =
    category === undefined
      ? ''
      : `shelf as materialized (select ${idBySlug('category', { slug: add(foldSlug(category)), storeId: '$1', locales: '$3' })} as id), `
  const gathered =
    collection === undefined
      ? ''
      : `gathered as materialized (select ${idBySlug('collection', { slug: add(foldSlug(collection)), storeId: '$1', locales: '$3' })} as id), `
  return groups.length === 0
    ? shelf + gathered
    : `${shelf}${gathered}asked as materialized (${asked(add(JSON.stringify(groups)))}), `
}

/** `e` is the entry, `cost` what it costs the one who asks. */
export function conditions(
  filter: Filter,
  ground: Pick<Ground, 'stockChannelId'>,
  cost: EntryPrice,
  add: Add,
): Condition[] {
  const { category, collection, price, available, featured, channelId } = filter
  const all: Condition[] = []
  if (category !== undefined)
    all.push({ facet: 'category', holds: 'e.category_ids @> array[(select id from shelf)]' })
  if (collection !== undefined)
    all.push({
      facet: null,
      holds: `exists (select from catalog.collection_product m where m.product_id = e.product_id and m.collection_id = (select id from gathered))`,
    })
  for (const range of filter.ranges ?? []) all.push(within(range, add))
  groupsOf(filter).forEach(({ how, of, key }, place) =>
    all.push({
      facet: how === 'in' ? `${of}:${key}` : null,
      holds: HOLDS[how](`(select ids from asked where place = ${place})`),
    }),
  )
  const costs = [
    ...(price?.gte === undefined ? [] : [`${cost.highest} >= ${add(price.gte)}::bigint`]),
    ...(price?.lte === undefined ? [] : [`${cost.lowest} <= ${add(price.lte)}::bigint`]),
  ]
  if (costs.length > 0) all.push({ facet: 'price', holds: `(${costs.join(' and ')})` })
  if (available !== undefined)
    all.push({ facet: 'available', holds: `${available ? '' : 'not '}${isThere(ground, add)}` })
  if (channelId) all.push({ facet: null, holds: soldIn('e', `${add(channelId)}::uuid`) })
  if (filter.custom) all.push({ facet: null, holds: ofTheirOwn(filter.custom, add) })
  if (featured) all.push({ facet: null, holds: 'e.featured' })
  return all
}

/** Whether something of the entry `e` can be had, at the places that count. */
export const isThere = ({ stockChannelId }: Pick<Ground, 'stockChannelId'>, add: Add): string =>
  stockChannelId === null
    ? 'e.available'
    : `(e.available_in <> '{}' and e.available_in @> array[${add(stockChannelId)}::uuid])`

/** Its parameters are numbered anew, as those of the statement around. */
function ofTheirOwn({ sql: text, parameters }: Own, add: Add): string {
  const holds = text.replaceAll(/\$(\d+)/g, (_, number: string) => add(parameters[Number(number) - 1]))
  return `e.product_id in (select p.id from catalog.product p where p.store_id = $1 and ${holds})`
}

const HOLDS = {
  in: (ids: string) => `e.value_ids && ${ids}`,
  all: (ids: string) => `e.value_ids @> ${ids}`,
  none: (ids: string) => `not e.value_ids && ${ids}`,
}

interface Group {
  how: keyof typeof HOLDS
  of: 'option' | 'attribute'
  key: string
  values: string[]
}

/** Values of one option, or of one attribute, asked for in one way. */
function groupsOf({ options, attributes }: Filter): Group[] {
  const given = { option: options, attribute: attributes }
  return (['option', 'attribute'] as const).flatMap((of) =>
    (['in', 'all', 'none'] as const).flatMap((how) => {
      const pairs = (given[of]?.[how] ?? []).map((pair) => pair.split(':', 2) as [string, string])
      const byKey = Map.groupBy(pairs, ([key]) => key)
      return [...byKey].map(([key, all]) => ({ how, of, key, values: all.map(([, value]) => value) }))
    }),
  )
}

/** Ids of what was asked for, by its place among the groups; of what nobody knows one that nothing has. */
const asked = (groups: string) => `
  select g.place - 1 as place, array_agg(coalesce(k.id, '00000000-0000-0000-0000-000000000000')) as ids
  from json_array_elements(${groups}::json) with ordinality as g(given, place)
  cross join lateral json_array_elements_text(g.given->'values') as v(key)
  left join lateral (
    select ov.id from catalog.option o join catalog.option_value ov on ov.option_id = o.id and ov.key = v.key
    where g.given->>'of' = 'option' and o.store_id = $1 and o.key = g.given->>'key' and o.archived_at is null
    union all
    select c.id from catalog.attribute a join catalog.attribute_choice c on c.attribute_id = a.id and c.key = v.key
    where g.given->>'of' = 'attribute' and a.store_id = $1 and a.key = g.given->>'key' and a.filterable and a.archived_at is null
    union all
    select a.id from catalog.attribute a
    where g.given->>'of' = 'attribute' and a.store_id = $1 and a.key = g.given->>'key' and a.filterable and a.archived_at is null
      and a.kind = 'flag' and v.key = 'true') k on true
  group by g.place`
