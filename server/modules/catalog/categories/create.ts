import { sql } from 'kysely'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Nullable, Type } from '#kit/types.ts'
import { CUSTOM, CategoryCustom } from '../custom.ts'
import { categoriesChanged } from '../events.ts'
import { Full } from '../failures.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { writeNamedTexts } from '../named-texts.ts'
import { lockSlugs } from '../slugs.ts'
import { CatalogCategory, MOST_CATEGORIES, NewCategoryText, checkParent, readCategories } from './category.ts'

export const create = command({
  id: 'catalog.categories.create',
  summary: 'Add a category',
  description: 'Without `position` it comes after its siblings.',
  rest: 'POST /categories',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({
    parentId: Type.Optional(Nullable(Id)),
    position: Type.Optional(Position),
    texts: List(NewCategoryText, MOST_LOCALES, { minItems: 1 }),
    custom: Type.Optional(CategoryCustom),
  }),
  output: CatalogCategory,
  failures: [Full],
  async run({ parentId = null, position, texts, custom }, ctx) {
    const own = checkCustom(ctx, CUSTOM.category, custom)
    await lockSlugs(ctx, 'category')
    const id = newId()
    if (parentId) await checkParent(ctx, parentId, null)
    const { rows } = await sql<{ id: string }>`
      insert into catalog.category (id, store_id, parent_id, custom, position, created_at, updated_at)
      select ${id}, ${ctx.storeId}, ${parentId}, ${withCustom(own)}, coalesce(${position ?? null}::int, (select max(position) + 1 from catalog.category
          where store_id = ${ctx.storeId} and parent_id is not distinct from ${parentId}::uuid and archived_at is null), 0), ${ctx.now()}, ${ctx.now()}
      where (select count(*) from catalog.category where store_id = ${ctx.storeId} and archived_at is null) < ${MOST_CATEGORIES}
      returning id`.execute(ctx.db)
    if (rows.length === 0) throw Full({ limit: MOST_CATEGORIES })
    await writeNamedTexts(ctx, 'category', id, texts, [])
    const [after] = await readCategories(ctx, id)
    ctx.emit(categoriesChanged, { ids: [id] })
    ctx.audit({ subject: 'catalog.category', subjectId: id, before: null, after })
    return after!
  },
})
