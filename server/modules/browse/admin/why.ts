/** Why a product stands where it stands in what is found for some words, or why it is not found. */
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, Id, Int, List, Nullable, Text, Type, Words, shape, type Static } from '#kit/types.ts'
import { soldIn } from '../../catalog/index.ts'
import { dictionaryOf } from '../dictionaries.ts'
import { groundOf } from '../find.ts'
import { judgedBy, matching, scoreOf, soughtIn } from '../matching.ts'
import { BASE_ALONE, entryPrice } from '../price-sql.ts'
import { textOf } from '../sql.ts'
import { understand } from '../steering.ts'

const SearchRankPart = shape('SearchRankPart', {
  rule: Words('SearchRankRule', 'name', 'available', 'sold', 'pinned', 'buried', 'engine'),
  points: Int(-2_000_000_000, 2_000_000_000),
})
const MOST_WORDS = 12
const MOST_WAYS = 300

const SearchRank = shape(
  'SearchRank',
  {
    name: Text(300),
    found: Flag,
    place: Nullable(Count),
    score: Nullable(Int(-2_000_000_000, 2_000_000_000)),
    parts: List(SearchRankPart, 6),
    engine: Words('SearchEngineOutcome', 'found', 'failed', 'resting', 'unready', 'none'),
    forSale: Flag,
    words: List(
      shape('SearchRankWord', { typed: Text(60), ways: List(Text(60), MOST_WAYS), found: Flag }),
      MOST_WORDS,
    ),
  },
  {
    description:
      '`place` counts from 1. `forSale` is false for what shoppers do not see in this currency and channel. `ways` are the word and its synonyms; each word must be found by one of them, unless the product is pinned, or a search engine outside found it. `engine` tells whether that was asked: `found`; `failed`, it did not answer in time; `resting`, it failed a few times and is left alone for a while; `unready`, it is being filled; `none`, the store has none. When it did not find, the store’s own search did.',
  },
)

interface Row {
  rank: Omit<Static<typeof SearchRank>, 'engine'> | null
}

export const why = query({
  id: 'browse.admin.why',
  summary: 'Explain the rank of a product in a search',
  rest: 'GET /search/rank',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ q: Text(200), productId: Id }),
  output: SearchRank,
  failures: [NotFound],
  async run({ q, productId }, ctx) {
    const asked = await understand(q, ctx)
    const ground = await groundOf(ctx, BASE_ALONE)
    const { values, locale, lists } = ground
    const add = (value: unknown) => `$${values.push(value)}`
    const cost = entryPrice(lists, add)
    const id = add(productId)
    const parts = Object.entries(scoreOf(asked, ground, add))
      .map(([rule, points]) => `json_build_object('rule', '${rule}', 'points', ${points})`)
      .join(', ')
    const [row] = await ctx.app.pool.query<Row>(
      `
      with ${soughtIn(asked, ground, add)}, hits as materialized (select e.product_id as id, m.score from ${matching(asked, ground, cost, add)})
      select json_build_object('name', x.name, 'found', h.id is not null, 'score', h.score,
        'place', case when h.id is not null then (select count(*)::int + 1 from hits b where (b.score, b.id) > (h.score, h.id)) end,
        'parts', case when h.id is null then '[]'::json else (
          select json_build_array(${parts}) from browse.entry e
          ${judgedBy(asked, add)}
          where e.store_id = $1 and e.locale = $4 and e.product_id = p.id) end,
        'forSale', exists (select from browse.entry e ${cost.joins} where e.store_id = $1 and e.locale = $4 and e.product_id = p.id and ${cost.lowest} is not null and ${soldIn('e', `${add(ctx.scope.channelId)}::uuid`)}),
        'words', (select coalesce(json_agg(json_build_object('typed', w.ways->>0, 'ways', w.ways, 'found', exists (
            select from browse.entry e where e.store_id = $1 and e.locale = $4 and e.product_id = p.id
              and e.words @@ browse.wanted(${add(dictionaryOf(locale))}::regconfig, jsonb_build_array(w.ways))) ) order by w.place), '[]'::json)
          from jsonb_array_elements(${add(JSON.stringify(asked.words))}::jsonb) with ordinality as w(ways, place))) as rank
      from catalog.product p left join hits h on h.id = p.id
      cross join lateral ${textOf('catalog.product_text', 'product_id', 'p.id', '$3')} x where p.store_id = $1 and p.id = ${id}::uuid`,
      values,
    )
    if (!row?.rank) throw NotFound({})
    return { ...row.rank, engine: asked.outcome }
  },
})
