/** Puts an empty branch of the tree away; its products stay in their other categories. Its slugs are free again. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { categoriesChanged } from '../events.ts'
import { CategoryNotEmpty } from '../failures.ts'
import { lockSlugs } from '../slugs.ts'
import { lockCategory } from './category.ts'

export const archive = command({
  id: 'catalog.categories.archive',
  summary: 'Archive a category',
  rest: 'DELETE /categories/:categoryId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ categoryId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  failures: [CategoryNotEmpty],
  async run({ categoryId, expectedVersion }, ctx) {
    await lockSlugs(ctx, 'category')
    const before = await lockCategory(ctx, categoryId, expectedVersion)
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from catalog.category where store_id = ${ctx.storeId} and parent_id = ${categoryId} and archived_at is null`.execute(
      ctx.db,
    )
    const subcategories = rows[0]!.count
    if (subcategories > 0) throw CategoryNotEmpty({ subcategories })
    await sql`
      with texts as (update catalog.category_text set live = false where store_id = ${ctx.storeId} and category_id = ${categoryId})
      update catalog.category set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${categoryId}`.execute(ctx.db)
    ctx.emit(categoriesChanged, { ids: [categoryId] })
    ctx.audit({ subject: 'catalog.category', subjectId: categoryId, before, after: null })
    return { done: true as const }
  },
})
