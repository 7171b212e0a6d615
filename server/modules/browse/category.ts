/** One category, with the way to it and the way on. */
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Type, type Static } from '#kit/types.ts'
import { idBySlug, metaText } from '../catalog/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { categoriesFrom, categoryFields } from './category-sql.ts'
import { shelves } from './kept.ts'
import { CategoryBranch } from './shapes.ts'
import { slugsOf, textOf } from './sql.ts'

export const category = query({
  id: 'browse.category',
  summary: 'One category, with those above and below it',
  description: 'An old slug finds the category too: `slug` in the answer is the present one.',
  rest: 'GET /categories/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: CategoryBranch,
  endedBy: shelves,
  async run({ slug }, ctx) {
    const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
    const [row] = await ctx.app.pool.read<{ branch: Static<typeof CategoryBranch> }>(STATEMENT, [
      ctx.storeId,
      chain,
      ctx.scope.channelId,
      foldSlug(slug),
    ])
    if (!row) throw NotFound({})
    return row.branch
  },
})

const STATEMENT = `
  with recursive above as (
    select c.id, c.parent_id, 0 as height from catalog.category c
    where c.store_id = $1 and c.archived_at is null and c.id = ${idBySlug('category', { slug: '$4', storeId: '$1', locales: '$2' })}
    union all select c.id, c.parent_id, above.height + 1 from catalog.category c join above on c.id = above.parent_id where c.store_id = $1
  )
  select json_build_object(${categoryFields}, ${metaText('t')}, 'slugs', ${slugsOf('catalog.category_text', 'category_id', 'c.id')},
    'above', coalesce((select json_agg(json_build_object('slug', x.slug, 'name', x.name) order by above.height desc)
      from above cross join lateral ${textOf('catalog.category_text', 'category_id', 'above.id', '$2')} x where above.height > 0), '[]'::json),
    'below', coalesce((select json_agg(json_build_object(${categoryFields}) order by c.position, c.id)
      from ${categoriesFrom('(select d.* from catalog.category d join above on above.height = 0 and d.parent_id = above.id where d.store_id = $1 and d.archived_at is null)')}), '[]'::json)
  ) as branch
  from ${categoriesFrom('(select d.* from catalog.category d join above on above.height = 0 and d.id = above.id)')}`
