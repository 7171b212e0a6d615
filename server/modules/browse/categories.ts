/** The tree of categories, with how much is in each branch and a picture of what stands first in it. */
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { List, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { categoriesFrom, categoryFields } from './category-sql.ts'
import { entriesTag } from './entries.ts'
import { shelves } from './kept.ts'
import { Category, MOST_CATEGORIES } from './shapes.ts'

const CategoryList = shape('CategoryList', { items: List(Category, MOST_CATEGORIES) })

export const categories = query({
  id: 'browse.categories',
  summary: 'Categories of the shop',
  rest: 'GET /categories',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: CategoryList,
  endedBy: shelves,
  async run(_, ctx) {
    const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
    const key = `browse.categories ${ctx.storeId} ${ctx.scope.channelId} ${chain.join()}`
    return ctx.app.cache.read(key, [entriesTag(ctx.storeId)], () => readAll(chain, ctx), { ttlMs: KEPT })
  },
})

/** Counts every product of the shop, and stands above each page: the news of another process may take so long. */
const KEPT = seconds(10)

async function readAll(chain: string[], ctx: Ctx): Promise<Static<typeof CategoryList>> {
  const [row] = await ctx.app.pool.read<Static<typeof CategoryList>>(STATEMENT, [
    ctx.storeId,
    chain,
    ctx.scope.channelId,
  ])
  return row!
}

const STATEMENT = `
  select coalesce(json_agg(json_build_object(${categoryFields}) order by c.position, c.id), '[]'::json) as items
  from ${categoriesFrom(`(select * from catalog.category where store_id = $1 and archived_at is null order by position, id limit ${MOST_CATEGORIES})`)}`
