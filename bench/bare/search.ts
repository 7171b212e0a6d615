/**
 * Search, facets and suggestions from a table of all that is for sale, with words, shelves and values beside each other: as the
 * store's read model is, and filled by it before the two databases part.
 *
 * The words are taken as they stand: nothing is guessed, nobody steers, and there is no filter but the words.
 */
import { card, cardsOf, offersOf, type Row } from './products.ts'
import { euro, rowsOf, type Shop, type Statement } from './shop.ts'

const LIMIT = 24
const SUGGESTED = 6
const LOOKED_AT = 300

/** $3 are the words but the last as PostgreSQL takes them, $4 is the last. */
const SOUGHT = `sought as materialized (
    select q, browse.scoped(browse.scope($1, 'en'), q) as scoped from (
      select coalesce(nullif(to_tsquery('english', $3), ''::tsquery) && last.q, last.q) as q from (
        select case when stems = to_tsquery('simple', $4) then begun else stems || begun end as q from (
          select to_tsquery('english', $4) as stems, to_tsquery('simple', $4 || case when $4 ~ '[^0-9'' ]' then ':*' else '' end) as begun) l
      ) last offset 0) q)`

/** Whose words they are stands before each of them in the index. */
const MATCHING = `browse.entry e, sought w where e.store_id = $1 and e.locale = 'en'
    and browse.scoped(browse.scope(e.store_id, e.locale), e.words) @@ (select scoped from sought)`

const SCORE = `(1000 * ts_rank(e.name_words, w.q, 1))::int + case when e.available then 150 else 0 end + (20 * ln(1 + e.sold))::int`

const found = (limit: number) => `
    select e.product_id as id, ${SCORE} as position from ${MATCHING} order by 2 desc, 1 desc limit ${limit}`

const SEARCH: Statement = {
  name: 'search',
  text: `with ${SOUGHT} ${cardsOf(
    `select s.id, s.position, o.* from (${found(LIMIT + 1)}) s cross join lateral (${offersOf('s.id')}) o where o.lowest is not null`,
    'p.position desc, p.id desc',
  )}`,
}

export async function search(shop: Shop, asked: { q?: string; facets?: string }): Promise<string> {
  const values = [shop.storeId, shop.listId, ...wordsOf(asked.q ?? '')]
  const rows = await rowsOf<Row>(shop.pool, SEARCH, values)
  const shown = rows.slice(0, LIMIT)
  const last = rows.length > LIMIT ? shown.at(-1) : undefined
  const cursor = last && JSON.stringify(['relevance', String(last.position), last.id])
  return JSON.stringify({
    next: cursor ? Buffer.from(cursor).toString('base64url') : null,
    total: null,
    highlights: [],
    items: shown.map(card),
    facets: asked.facets === 'true' ? await facets(shop, values) : null,
  })
}

function wordsOf(typed: string): [string, string] {
  const words = (typed.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `'${word.toLowerCase()} '`)
  return [words.slice(0, -1).join(' & '), words.at(-1) ?? '']
}

/** $2 is not needed here, and named so that the parameters are those of the search. */
const FACETS: Statement = {
  name: 'facets',
  text: `
  with ${SOUGHT}, hits as materialized (
    select e.category_ids, e.value_ids, e.available, count(*)::int as n, min(e.lowest[1]) as lowest, max(e.highest[1]) as highest
    from ${MATCHING} and $2::uuid is not null group by 1, 2, 3
  ), shelves as (select c.id, sum(h.n)::int as n from hits h, unnest(h.category_ids) as c(id) group by 1
  ), traits as (select v.id, sum(h.n)::int as n from hits h, unnest(h.value_ids) as v(id) group by 1)
  select json_build_object(
    'categories', coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name, 'parent', up.slug, 'count', s.n) order by c.position, c.id)
      from shelves s join catalog.category c on c.id = s.id join catalog.category_text t on t.category_id = c.id and t.locale = 'en'
      left join catalog.category_text up on up.category_id = c.parent_id and up.locale = 'en'), '[]'),
    'options', coalesce((select json_agg(json_build_object('key', o.key, 'name', o.name, 'values', o.all) order by o.position, o.key) from (
      select o.key, ot.name, o.position, json_agg(json_build_object('key', v.key, 'name', vt.name, 'swatch', v.swatch, 'count', s.n) order by v.position, v.key) as all
      from traits s join catalog.option_value v on v.id = s.id join catalog.option_value_text vt on vt.value_id = v.id and vt.locale = 'en'
      join catalog.option o on o.id = v.option_id join catalog.option_text ot on ot.option_id = o.id and ot.locale = 'en'
      group by o.id, ot.name) o), '[]'),
    'attributes', '[]'::json, 'ranges', '[]'::json,
    'price', (select json_build_object('lowest', ${euro('min(lowest)')}, 'highest', ${euro('max(highest)')}) from hits having count(*) > 0),
    'available', (select coalesce(sum(n), 0)::int from hits where available),
    'total', (select coalesce(sum(n), 0)::int from hits)) as facets`,
}

async function facets(shop: Shop, values: unknown[]): Promise<unknown> {
  const [row] = await rowsOf<{ facets: unknown }>(shop.pool, FACETS, values)
  return row!.facets
}

const SUGGEST: Statement = {
  name: 'suggest',
  text: `with ${SOUGHT} ${cardsOf(
    `select s.id, s.position, o.* from (
      select * from (select e.product_id as id, ${SCORE} as position from ${MATCHING} limit ${LOOKED_AT}) tried order by position desc, id desc limit ${SUGGESTED}) s
    cross join lateral (${offersOf('s.id')}) o where o.lowest is not null`,
    'p.position desc, p.id desc',
  )}`,
}

const LINKS: Statement = {
  name: 'suggested links',
  text: `
  select (select coalesce(json_agg(c.row), '[]') from (
      select json_build_object('slug', t.slug, 'name', t.name) as row from catalog.category c
      join catalog.category_text t on t.category_id = c.id and t.locale = 'en'
      where c.store_id = $1 and (' ' || lower(t.name)) like '% ' || $3 || '%' order by c.position, c.id limit ${SUGGESTED}) c) as categories,
    (select coalesce(json_agg(w.word), '[]') from (
      select $2 || word as word from browse.word where store_id = $1 and locale = 'en' and word ~>=~ $3 and word ~<~ ($3 || U&'\\+10FFFF')
      order by length(word), word limit ${SUGGESTED}) w) as queries`,
}

export async function suggest(shop: Shop, { q = '' }: { q?: string }): Promise<string> {
  const typed = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const rows = await rowsOf<Row>(shop.pool, SUGGEST, [shop.storeId, shop.listId, ...wordsOf(q)])
  const before = typed.slice(0, -1).map((word) => `${word} `)
  const [links] = await rowsOf(shop.pool, LINKS, [shop.storeId, before.join(''), typed.at(-1) ?? ''])
  return JSON.stringify({ products: rows.map(card), ...links })
}
