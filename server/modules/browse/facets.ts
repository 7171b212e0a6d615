/**
 * Facets: what a search can be narrowed by, and how much would be left.
 *
 * A product counts for a facet when every other filter lets it through. So what matches the words is looked at once, for the
 * page and for all facets, with the filter it fails; and products that are alike in all that is counted are first put
 * together, as thousands share a shelf and a colour.
 */
import { Count, Key, List, Money, Nullable, Slug, Text, shape, type Static } from '#kit/types.ts'
import type { Condition } from './narrow.ts'
import type { EntryPrice } from './price-sql.ts'
import { FacetRange, rangeFacets } from './ranges.ts'
import { MOST_CATEGORIES } from './shapes.ts'
import { money, textOf } from './sql.ts'

const MOST_TRAITS = 60
const MOST_VALUES = 200

const FacetValue = shape('FacetValue', {
  key: Key,
  name: Text(120),
  swatch: Nullable(Text(7)),
  count: Count,
})
const Facet = shape('Facet', { key: Key, name: Text(120), values: List(FacetValue, MOST_VALUES) })

export const SearchFacets = shape(
  'SearchFacets',
  {
    categories: List(
      shape('FacetCategory', { slug: Slug, name: Text(200), parent: Nullable(Slug), count: Count }),
      MOST_CATEGORIES,
    ),
    options: List(Facet, MOST_TRAITS),
    attributes: List(Facet, MOST_TRAITS),
    ranges: List(FacetRange, MOST_TRAITS),
    /** From the cheapest to the dearest. */
    price: Nullable(shape('FacetPrice', { lowest: Money, highest: Money })),
    available: Count,
    total: Count,
  },
  {
    description:
      'How many products there would be; each count respects all filters but those of its own facet.',
  },
)
export type SearchFacets = Static<typeof SearchFacets>

/** Of what nobody can find. */
export const NO_FACETS: SearchFacets = {
  categories: [],
  options: [],
  attributes: [],
  ranges: [],
  price: null,
  available: 0,
  total: 0,
}

/**
 * What is counted, as the part `hits` of a statement: the entries `e` of `from`, each with the facet whose filter it fails and whether it is
 * `there`. With a `key` the page of the statement is taken from them, too, and they are looked for once.
 */
export function hitsOf(
  from: string,
  all: Condition[],
  { cost, there, key }: { cost: EntryPrice; there: string; key: string | null },
): string {
  return `hits as ${key ? '' : 'not '}materialized (
    select e.product_id as id, ${key ? `${key} as key, ` : ''}e.alike, e.ctid as tid, ${there} as available,
      ${all.length > 0 ? `${failing(all)} as failing, ` : ''}${cost.lowest} as lowest, ${cost.highest} as highest
    from ${from})`
}

/** Of the hits those that pass every filter. */
export const passing = (all: Condition[]) => `hits where ${all.length > 0 ? 'failing is null' : 'true'}`

/** The parts behind `hits` that `FACETS` reads. */
export function countsOf(all: Condition[]): string {
  // Thousands of hits need not carry, nor be compared by, what is the same for each.
  const failing = all.length > 0 ? 'failing' : 'null::text as failing'
  return `alike as materialized (
    select e.category_ids, e.value_ids, h.available, h.failing, h.n, h.lowest, h.highest
    from (
      select any_value(tid) as tid, available, ${failing}, count(*)::int as n, min(lowest) as lowest, max(highest) as highest
      from hits group by hits.alike, available${all.length > 0 ? ', failing' : ''}
    ) h join browse.entry e on e.ctid = h.tid
  ), shelves as (
    select c.id, sum(c.n)::int as n
    from (select unnest(category_ids) as id, n from alike where failing is null or failing = 'category') c group by c.id
  ), single as materialized (
    select id, ${failing} from hits
  ), traits as (
    select v.id, v.failing, sum(v.n)::int as n from (select unnest(value_ids) as id, failing, n from alike) v group by v.id, v.failing
  )`
}

/** The facet whose filter a product fails, when it fails no other; `-` when it counts for none. */
function failing(all: Condition[]): string {
  const fails = all.map(({ holds }) => `((${holds}) is not true)`)
  const one = all.map(({ facet }, n) => `when ${fails[n]} then '${facet ?? '-'}'`).join(' ')
  const several =
    fails.length > 1 ? `when ${fails.map((each) => `${each}::int`).join(' + ')} > 1 then '-'` : ''
  return `case ${several} ${one} end`
}

/** Rows of values, one JSON object for each that they are values of. */
const facets = (
  rows: string,
) => `coalesce((select json_agg(json_build_object('key', f.key, 'name', f.name, 'values', f.all) order by f.position, f.key)
      from (select r.key, r.name, r.position, json_agg(json_build_object('key', r.value, 'name', r.value_name, 'swatch', r.swatch, 'count', r.n)
          order by r.place, r.value) as all
        from (select *, row_number() over (partition by id order by place, value) as rank from (${rows}) v) r
        where r.rank <= ${MOST_VALUES} group by r.id, r.key, r.name, r.position order by r.position, r.key limit ${MOST_TRAITS}) f), '[]'::json)`

/** The counts of all facets, as JSON. $1 is the store, $2 the currency, $3 the languages. */
export const FACETS = `json_build_object(
    'categories', coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name, 'parent', up.slug, 'count', s.n) order by c.position, c.id)
      from shelves s join catalog.category c on c.id = s.id and c.store_id = $1 and c.archived_at is null
      cross join lateral ${textOf('catalog.category_text', 'category_id', 'c.id', '$3')} t
      left join lateral ${textOf('catalog.category_text', 'category_id', 'c.parent_id', '$3')} up on true), '[]'::json),
    'options', ${facets(`
      select o.id, o.key, ot.name, o.position, v.id as value_id, v.key as value, vt.name as value_name, v.swatch, v.position as place, sum(t.n)::int as n
      from traits t join catalog.option_value v on v.id = t.id and v.store_id = $1 join catalog.option o on o.id = v.option_id and o.archived_at is null
      cross join lateral ${textOf('catalog.option_text', 'option_id', 'o.id', '$3')} ot
      cross join lateral ${textOf('catalog.option_value_text', 'value_id', 'v.id', '$3')} vt
      where t.failing is null or t.failing = 'option:' || o.key group by o.id, v.id, ot.name, vt.name`)},
    'attributes', ${facets(`
      select a.id, a.key, at.name, a.position, c.id as value_id, c.key as value, ct.name as value_name, null::text as swatch, c.position as place, sum(t.n)::int as n
      from traits t join catalog.attribute_choice c on c.id = t.id and c.store_id = $1
      join catalog.attribute a on a.id = c.attribute_id and a.filterable and a.archived_at is null
      cross join lateral ${textOf('catalog.attribute_text', 'attribute_id', 'a.id', '$3')} at
      cross join lateral ${textOf('catalog.attribute_choice_text', 'choice_id', 'c.id', '$3')} ct
      where t.failing is null or t.failing = 'attribute:' || a.key group by a.id, c.id, at.name, ct.name
      union all
      select a.id, a.key, at.name, a.position, a.id, 'true', at.name, null::text, 0, sum(t.n)::int
      from traits t join catalog.attribute a on a.id = t.id and a.store_id = $1 and a.filterable and a.archived_at is null
      cross join lateral ${textOf('catalog.attribute_text', 'attribute_id', 'a.id', '$3')} at
      where t.failing is null or t.failing = 'attribute:' || a.key group by a.id, at.name`)},
    'ranges', ${rangeFacets(MOST_TRAITS)},
    'price', (select case when count(*) > 0 then json_build_object('lowest', ${money('min(h.lowest)', '$2::text')}, 'highest', ${money('max(h.highest)', '$2::text')}) end
      from alike h where h.failing is null or h.failing = 'price'),
    'available', (select coalesce(sum(h.n), 0)::int from alike h where h.available and (h.failing is null or h.failing = 'available')),
    'total', (select coalesce(sum(h.n), 0)::int from alike h where h.failing is null))`
