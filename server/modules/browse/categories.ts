/** The tree of categories, with how much is in each branch and a picture of what stands first in it. */
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { List, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { categoriesFrom, categoryFields } from './category-sql.ts'
import { Category, MOST_CATEGORIES } from './shapes.ts'

export const categories = query({
  id: 'browse.categories',
  summary: 'Categories of the shop',
  rest: 'GET /categories',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: shape('CategoryList', { items: List(Category, MOST_CATEGORIES) }),
  async run(_, ctx) {
    const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
    const [row] = await ctx.app.pool.read<{ items: Static<typeof Category>[] }>(STATEMENT, [
      ctx.storeId,
      chain,
    ])
    return { items: row!.items }
  },
})

const STATEMENT = `
  select coalesce(json_agg(json_build_object(${categoryFields}) order by c.position, c.id), '[]'::json) as items
  from ${categoriesFrom(`(select * from catalog.category where store_id = $1 and archived_at is null order by position, id limit ${MOST_CATEGORIES})`)}`
