/** Changes a collection; what is left out stays. A new rule is asked for every product, soon. */
import { sql } from 'kysely'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version } from '#kit/types.ts'
import { CUSTOM, CollectionCustom } from '../custom.ts'
import { collectionsChanged } from '../events.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { writeNamedTexts } from '../named-texts.ts'
import { lockSlugs } from '../slugs.ts'
import { CatalogCollection, CollectionTextChange, lockCollection, readCollections } from './collection.ts'
import { FROM_THE_FIRST } from './members.ts'
import { NewCollectionRule, writeRule } from './rule.ts'

export const update = command({
  id: 'catalog.collections.update',
  summary: 'Change a collection, or its rule',
  rest: 'PATCH /collections/:collectionId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    collectionId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      texts: List(CollectionTextChange, MOST_LOCALES),
      rule: NewCollectionRule,
      position: Position,
      custom: CollectionCustom,
    }),
  }),
  output: CatalogCollection,
  async run({ collectionId, expectedVersion, texts = [], rule, position, custom }, ctx) {
    const own = checkCustom(ctx, CUSTOM.collection, custom)
    await lockSlugs(ctx, 'collection')
    const before = await lockCollection(ctx, collectionId, expectedVersion)
    if (rule && before.kind === 'manual')
      throw invalid('rule', 'not_allowed', 'The products of this collection are put in by hand.')
    await writeNamedTexts(ctx, 'collection', collectionId, texts, before.texts)
    if (rule) await writeRule(ctx, collectionId, rule)
    await sql`update catalog.collection set position = ${position ?? before.position}, custom = ${withCustom(own, sql`custom`)}, version = version + 1, updated_at = ${ctx.now()}
        ${rule ? sql`, matching = ${rule.matching}, fill_after = ${FROM_THE_FIRST}` : sql``}
      where store_id = ${ctx.storeId} and id = ${collectionId}`.execute(ctx.db)
    const [after] = await readCollections(ctx, collectionId)
    ctx.emit(collectionsChanged, { ids: [collectionId] })
    ctx.audit({ subject: 'catalog.collection', subjectId: collectionId, before, after })
    return after!
  },
})
