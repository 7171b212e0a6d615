/** Attributes that are numbers or days: a search is narrowed to a range of them, and told from where to where they go. */
import { invalid } from '#kit/failure.ts'
import { Count, Key, Nullable, OneOf, Text, shape } from '#kit/types.ts'
import type { Condition } from './narrow.ts'
import { textOf } from './sql.ts'

export interface Range {
  /** Of the attribute. */
  key: string
  kind: 'number' | 'day'
  /** A decimal or a day; both ends belong to it. */
  from?: string
  to?: string
}

export const FacetRange = shape(
  'FacetRange',
  {
    key: Key,
    name: Text(120),
    kind: OneOf('number', 'day'),
    unit: Nullable(Text(20)),
    lowest: Text(40),
    highest: Text(40),
    count: Count,
  },
  { description: '`lowest` and `highest` are decimals or days, as `kind` says; `count` products have one.' },
)

const DAY = /^\d{4}-\d\d-\d\d$/

/** `height:10` and such, as they stand in the filter `attribute`. */
export function rangesOf({ gte = [], lte = [] }: { gte?: string[]; lte?: string[] } = {}): Range[] {
  const ranges = new Map<string, Range>()
  const take = (bounds: string[], operator: 'gte' | 'lte') =>
    bounds.forEach((bound, index) => {
      const at = bound.indexOf(':')
      const [key, value] = [bound.slice(0, at), bound.slice(at + 1)]
      const kind = DAY.test(value) ? 'day' : 'number'
      const path = `filter.attribute.${operator}.${index}`
      if (kind === 'day' && !isDay(value)) throw invalid(path, 'day', 'There is no such day.')
      const range: Range = ranges.get(`${key} ${kind}`) ?? { key, kind }
      const end = operator === 'gte' ? 'from' : 'to'
      if (range[end] !== undefined) throw invalid(path, 'duplicate', 'This end is named twice.')
      ranges.set(`${key} ${kind}`, { ...range, [end]: value })
    })
  take(gte, 'gte')
  take(lte, 'lte')
  return [...ranges.values()]
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith('0000')
}

/** Numbers are kept in thousandths; a bound between two of them takes in what lies within. */
const COLUMN = {
  number: {
    column: 'pa.thousandths',
    from: (value: string) => `ceil(${value}::numeric * 1000)::bigint`,
    to: (value: string) => `floor(${value}::numeric * 1000)::bigint`,
  },
  day: {
    column: 'pa.day',
    from: (value: string) => `${value}::date`,
    to: (value: string) => `${value}::date`,
  },
}

/** `e` is the entry; of what nobody knows there is nothing. */
export function within({ key, kind, from, to }: Range, add: (value: unknown) => string): Condition {
  const { column, ...as } = COLUMN[kind]
  const ends = [
    ...(from === undefined ? [] : [`${column} >= ${as.from(add(from))}`]),
    ...(to === undefined ? [] : [`${column} <= ${as.to(add(to))}`]),
  ]
  return {
    facet: `range:${key}`,
    holds: `exists (select from catalog.product_attribute pa where pa.store_id = $1 and pa.product_id = e.product_id
      and pa.attribute_id = (select a.id from catalog.attribute a where a.store_id = $1 and a.key = ${add(key)} and a.kind = '${kind}'
        and a.filterable and a.archived_at is null) and ${ends.join(' and ')})`,
  }
}

/** JSON of each range among what was found, from `single`, which has a product's id and what it fails. */
export const rangeFacets = (most: number) => `coalesce((
      select json_agg(json_build_object('key', a.key, 'name', t.name, 'kind', a.kind, 'unit', a.unit,
        'lowest', coalesce(r.first_day::text, trim_scale(r.least::numeric / 1000)::text),
        'highest', coalesce(r.last_day::text, trim_scale(r.most::numeric / 1000)::text), 'count', r.n) order by a.position, a.key)
      from (select * from catalog.attribute where store_id = $1 and filterable and kind in ('number', 'day') and archived_at is null
        order by position, key limit ${most}) a
      cross join lateral ${textOf('catalog.attribute_text', 'attribute_id', 'a.id', '$3')} t
      cross join lateral (
        select min(pa.thousandths) as least, max(pa.thousandths) as most, min(pa.day) as first_day, max(pa.day) as last_day, count(*)::int as n
        from single s join catalog.product_attribute pa on pa.store_id = $1 and pa.product_id = s.id and pa.attribute_id = a.id
        where s.failing is null or s.failing = 'range:' || a.key) r
      where r.n > 0), '[]'::json)`
