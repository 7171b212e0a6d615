/**
 * What might be meant while somebody is typing: products, shelves, and words to go on with. One statement.
 *
 * Of a word that is only begun thousands may match; some hundreds of them are looked at, so that an answer takes as
 * long in a large shop as in a small one. Whoever wants all of them searches.
 */
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { List, Slug, Text, Type, shape, type Static } from '#kit/types.ts'
import { soldIn } from '../catalog/index.ts'
import { cards, cardsFrom, offers } from './cards.ts'
import { channelOf } from './channel.ts'
import { groundOf } from './find.ts'
import { matching, soughtIn } from './matching.ts'
import { entryPrice } from './price-sql.ts'
import { ProductCard } from './shapes.ts'
import { textOf } from './sql.ts'
import { understand } from './steering.ts'
import { folded } from './terms.ts'

const MOST = 6
const LOOKED_AT = 300

const Suggestions = shape('Suggestions', {
  products: List(ProductCard, MOST),
  categories: List(shape('SuggestedCategory', { slug: Slug, name: Text(200) }), MOST),
  queries: List(Text(300), MOST),
})

export const suggest = query({
  id: 'browse.suggest',
  summary: 'What might be meant while somebody is typing',
  rest: 'GET /suggestions',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ q: Text(200) }),
  output: Suggestions,
  async run({ q }, ctx) {
    const sought = await understand(q, ctx)
    if (sought.words.length === 0) return { products: [], categories: [], queries: [] }
    const ground = await groundOf(ctx)
    const { ids } = ground.lists
    const values = [...ground.values, ids]
    const add = (value: unknown) => `$${values.push(value)}`
    const channelId = await channelOf(ctx)
    const sold = (row: string) => (channelId ? `and ${soldIn(row, `${add(channelId)}::uuid`)}` : '')
    const typed = sought.words.map(([word]) => folded(word!))
    const begun = add(typed.at(-1))
    const before = add(
      typed
        .slice(0, -1)
        .map((word) => `${word} `)
        .join(''),
    )
    const [row] = await ctx.app.pool.read<Row>(
      `
      with ${soughtIn(sought, ground, add)}, candidates as (
        select e.product_id as id, m.score from ${matching(sought, ground, entryPrice(ground.lists, add), add)} ${sold('e')} limit ${LOOKED_AT}
      ), shown as (
        select id, row_number() over (order by score desc, id desc) as place from candidates order by score desc, id desc limit ${MOST}
      )
      select ${cards(`${MOST}`)} as products, (
        select coalesce(json_agg(c.row), '[]'::json) from (
          select json_build_object('slug', t.slug, 'name', t.name) as row from catalog.category c
          cross join lateral ${textOf('catalog.category_text', 'category_id', 'c.id', '$3')} t
          where c.store_id = $1 and c.archived_at is null and (' ' || browse.folded(t.name)) like '% ' || ${begun}::text || '%'
          order by c.position, c.id limit ${MOST}) c) as categories, (
        select coalesce(json_agg(w.word), '[]'::json) from (
          select ${before}::text || word as word from browse.word
          where store_id = $1 and locale = $4 and word ~>=~ ${begun}::text and word ~<~ (${begun}::text || U&'\\+10FFFF')
          order by length(word), word limit ${MOST}) w) as queries
      from ${cardsFrom(
        `(select h.id, h.place, o.* from shown h
        join catalog.product p on p.id = h.id and p.store_id = $1 and p.state = 'published' and p.archived_at is null ${sold('p')}
        cross join lateral (${offers('p.id', '$5', ids.length > 1)}) o where o.lowest is not null)`,
        ground.stockChannelId === null ? undefined : `${add(ground.stockChannelId)}::uuid`,
      )}`,
      values,
    )
    const { products, categories, queries } = row!
    return { products: JSON.parse(products) as Static<typeof ProductCard>[], categories, queries }
  },
})

interface Row {
  products: string
  categories: Static<typeof Suggestions>['categories']
  queries: string[]
}
