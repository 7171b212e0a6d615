/** Puts a collection away; its products stay where else they are. Its slugs are free again. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { collectionsChanged } from '../events.ts'
import { lockSlugs } from '../slugs.ts'
import { lockCollection } from './collection.ts'

export const archive = command({
  id: 'catalog.collections.archive',
  summary: 'Archive a collection',
  rest: 'DELETE /collections/:collectionId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ collectionId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ collectionId, expectedVersion }, ctx) {
    await lockSlugs(ctx, 'collection')
    const before = await lockCollection(ctx, collectionId, expectedVersion)
    await sql`
      with texts as (update catalog.collection_text set live = false where store_id = ${ctx.storeId} and collection_id = ${collectionId})
      update catalog.collection set archived_at = ${ctx.now()}, fill_after = null, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${collectionId}`.execute(ctx.db)
    ctx.emit(collectionsChanged, { ids: [collectionId] })
    ctx.audit({ subject: 'catalog.collection', subjectId: collectionId, before, after: null })
    return { done: true as const }
  },
})
