/** The collections that have something in them, in the shop's order. */
import type { Ctx } from '#kit/context.ts'
import { seconds } from '#kit/clock.ts'
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { List, shape, type Static } from '#kit/types.ts'
import { MOST_COLLECTIONS } from '../catalog/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { collectionFields, collectionsFrom } from './collection-sql.ts'
import { entriesTag } from './entries.ts'
import { Collection } from './shapes.ts'

const CollectionList = shape('CollectionList', { items: List(Collection, MOST_COLLECTIONS) })

export const collections = query({
  id: 'browse.collections',
  summary: 'Collections of the shop that are not empty',
  rest: 'GET /collections',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: CollectionList,
  async run(_, ctx) {
    const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
    const key = `browse.collections ${ctx.storeId} ${ctx.scope.channelId} ${chain.join()}`
    return ctx.app.cache.read(key, [entriesTag(ctx.storeId)], () => readAll(chain, ctx), { ttlMs: KEPT })
  },
})

/** The news of another process may take so long. */
const KEPT = seconds(10)

async function readAll(chain: string[], ctx: Ctx): Promise<Static<typeof CollectionList>> {
  const [row] = await ctx.app.pool.read<Static<typeof CollectionList>>(STATEMENT, [
    ctx.storeId,
    chain,
    ctx.scope.channelId,
  ])
  return row!
}

const STATEMENT = `
  select coalesce(json_agg(json_build_object(${collectionFields}) order by c.position, c.id), '[]'::json) as items
  from ${collectionsFrom(`(select * from catalog.collection where store_id = $1 and archived_at is null order by position, id limit ${MOST_COLLECTIONS})`)}
  where pm.id is not null or exists (select from catalog.collection_product cp join catalog.product p on p.id = cp.product_id
    and p.state = 'published' and p.archived_at is null where cp.store_id = $1 and cp.collection_id = c.id)`
