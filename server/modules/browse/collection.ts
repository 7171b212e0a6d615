/** One collection; its products are those of `browse.products` with its slug. */
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Type, type Static } from '#kit/types.ts'
import { idBySlug } from '../catalog/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { collectionFields, collectionsFrom } from './collection-sql.ts'
import { shelves } from './kept.ts'
import { Collection } from './shapes.ts'

export const collection = query({
  id: 'browse.collection',
  summary: 'One collection',
  description: 'An old slug finds the collection too: `slug` in the answer is the present one.',
  rest: 'GET /collections/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: Collection,
  endedBy: shelves,
  async run({ slug }, ctx) {
    const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
    const [row] = await ctx.app.pool.read<{ found: Static<typeof Collection> }>(STATEMENT, [
      ctx.storeId,
      chain,
      ctx.scope.channelId,
      foldSlug(slug),
    ])
    if (!row) throw NotFound({})
    return row.found
  },
})

const STATEMENT = `
  select json_build_object(${collectionFields}) as found
  from ${collectionsFrom(`(select * from catalog.collection where store_id = $1 and archived_at is null
    and id = ${idBySlug('collection', { slug: '$4', storeId: '$1', locales: '$2' })})`)}`
