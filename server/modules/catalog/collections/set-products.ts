/** Puts products in a collection by hand, in an order; those that are not named leave it. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { collectionsChanged } from '../events.ts'
import { FoundByRule } from '../failures.ts'
import {
  CatalogCollection,
  ProductIds,
  lockCollection,
  readCollections,
  setProducts as put,
} from './collection.ts'

export const setProducts = command({
  id: 'catalog.collections.setProducts',
  summary: 'Set the products of a collection by hand, in their order',
  rest: 'PUT /collections/:collectionId/products',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ collectionId: Id, expectedVersion: Type.Optional(Version), productIds: ProductIds }),
  output: CatalogCollection,
  failures: [FoundByRule],
  async run({ collectionId, expectedVersion, productIds }, ctx) {
    const { kind } = await lockCollection(ctx, collectionId, expectedVersion)
    if (kind === 'rule') throw FoundByRule({})
    await put(ctx, collectionId, productIds)
    await sql`update catalog.collection set version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${collectionId}`.execute(ctx.db)
    const [after] = await readCollections(ctx, collectionId)
    ctx.emit(collectionsChanged, { ids: [collectionId] })
    ctx.audit({
      subject: 'catalog.collection',
      subjectId: collectionId,
      before: null,
      after: { productIds },
    })
    return after!
  },
})
