/** The tree of categories with how much is in each, and a picture of its first product. */
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { List, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { Category } from './shapes.ts'
import { altOf, picture, textOf } from './sql.ts'

export const categories = query({
  id: 'browse.categories',
  summary: 'Categories of the shop',
  rest: 'GET /categories',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: shape('CategoryList', { items: List(Category, 500) }),
  async run(_, ctx) {
    const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
    const [row] = await ctx.app.pool.query<{ items: Static<typeof Category>[] }>(STATEMENT, [
      ctx.storeId,
      chain,
    ])
    return { items: row!.items }
  },
})

const STATEMENT = `
  select coalesce(json_agg(json_build_object('id', c.id, 'slug', t.slug, 'name', t.name, 'description', t.description, 'parentId', c.parent_id,
    'picture', case when f.id is null then null else ${picture('f', altOf('pm', '$2'))} end, 'productCount', n.count) order by c.position, c.id), '[]'::json) as items
  from (select * from catalog.category where store_id = $1 and archived_at is null order by position, id limit 500) c
  cross join lateral ${textOf('catalog.category_text', 'category_id', 'c.id', '$2')} t
  cross join lateral (select count(*)::int as count from catalog.product_category pc join catalog.product p on p.id = pc.product_id
    where pc.store_id = $1 and pc.category_id = c.id and p.state = 'published' and p.archived_at is null) n
  left join lateral (select m.* from catalog.product_category pc join catalog.product p on p.id = pc.product_id and p.state = 'published' and p.archived_at is null
    join catalog.product_media m on m.product_id = p.id
    where pc.store_id = $1 and pc.category_id = c.id order by pc.position, p.id, m.position limit 1) pm on true
  left join media.file f on f.id = pm.file_id`
