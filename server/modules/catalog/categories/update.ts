/** Changes a category or moves it, with all below it, to another place in the tree. Addresses stay as they are. */
import { sql } from 'kysely'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Nullable, Type, Version } from '#kit/types.ts'
import { CUSTOM, CategoryCustom } from '../custom.ts'
import { categoriesChanged } from '../events.ts'
import { CategoryCircle } from '../failures.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { writeNamedTexts } from '../named-texts.ts'
import { lockSlugs } from '../slugs.ts'
import { CatalogCategory, CategoryTextChange, checkParent, lockCategory, readCategories } from './category.ts'

export const update = command({
  id: 'catalog.categories.update',
  summary: 'Change or move a category',
  rest: 'PATCH /categories/:categoryId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    categoryId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      parentId: Nullable(Id),
      position: Position,
      texts: List(CategoryTextChange, MOST_LOCALES),
      custom: CategoryCustom,
    }),
  }),
  output: CatalogCategory,
  failures: [CategoryCircle],
  async run({ categoryId, expectedVersion, parentId, position, texts = [], custom }, ctx) {
    const own = checkCustom(ctx, CUSTOM.category, custom)
    // Two moves at once could make a circle that neither of them sees.
    await lockSlugs(ctx, 'category')
    const before = await lockCategory(ctx, categoryId, expectedVersion)
    if (parentId && (await checkParent(ctx, parentId, categoryId)) === 'circle') throw CategoryCircle({})
    await writeNamedTexts(ctx, 'category', categoryId, texts, before.texts)
    await sql`update catalog.category set parent_id = ${parentId === undefined ? before.parentId : parentId},
        position = ${position ?? before.position}, custom = ${withCustom(own, sql`custom`)}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${categoryId}`.execute(ctx.db)
    const [after] = await readCategories(ctx, categoryId)
    ctx.emit(categoriesChanged, { ids: [categoryId] })
    ctx.audit({ subject: 'catalog.category', subjectId: categoryId, before, after })
    return after!
  },
})
