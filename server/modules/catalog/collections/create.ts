/** Makes a collection: by hand with its products, or by rule, which finds them soon after. */
import { sql } from 'kysely'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { permission } from '#kit/policy.ts'
import { List, Type } from '#kit/types.ts'
import { CUSTOM, CollectionCustom } from '../custom.ts'
import { collectionsChanged } from '../events.ts'
import { Full } from '../failures.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { writeNamedTexts } from '../named-texts.ts'
import { lockSlugs } from '../slugs.ts'
import {
  CatalogCollection,
  MOST_COLLECTIONS,
  NewCollectionText,
  ProductIds,
  readCollections,
  setProducts,
} from './collection.ts'
import { FROM_THE_FIRST } from './members.ts'
import { NewCollectionRule, writeRule } from './rule.ts'

export const create = command({
  id: 'catalog.collections.create',
  summary: 'Add a collection',
  description:
    'With a `rule` it has every product that fulfils it, without one those that are put in by hand.',
  rest: 'POST /collections',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({
    texts: List(NewCollectionText, MOST_LOCALES, { minItems: 1 }),
    rule: Type.Optional(NewCollectionRule),
    productIds: Type.Optional(ProductIds),
    position: Type.Optional(Position),
    custom: Type.Optional(CollectionCustom),
  }),
  output: CatalogCollection,
  failures: [Full],
  async run({ texts, rule, productIds, position = 0, custom }, ctx) {
    const own = checkCustom(ctx, CUSTOM.collection, custom)
    if (rule && productIds)
      throw invalid('productIds', 'not_allowed', 'The products of a rule are found by it.')
    await lockSlugs(ctx, 'collection')
    const id = newId()
    const { rows } = await sql`
      insert into catalog.collection (id, store_id, kind, matching, position, fill_after, custom, created_at, updated_at)
      select ${id}, ${ctx.storeId}, ${rule ? 'rule' : 'manual'}, ${rule?.matching ?? 'all'}, ${position}::int, ${rule ? FROM_THE_FIRST : null}::uuid, ${withCustom(own)}, ${ctx.now()}, ${ctx.now()}
      where (select count(*) from catalog.collection where store_id = ${ctx.storeId} and archived_at is null) < ${MOST_COLLECTIONS}
      returning id`.execute(ctx.db)
    if (rows.length === 0) throw Full({ limit: MOST_COLLECTIONS })
    await writeNamedTexts(ctx, 'collection', id, texts, [])
    if (rule) await writeRule(ctx, id, rule)
    if (productIds) await setProducts(ctx, id, productIds)
    const [after] = await readCollections(ctx, id)
    ctx.emit(collectionsChanged, { ids: [id] })
    ctx.audit({ subject: 'catalog.collection', subjectId: id, before: null, after })
    return after!
  },
})
