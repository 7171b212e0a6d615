/**
 * Moves a category with all below it: into another one, or before or after a sibling. Its address stays.
 *
 * The siblings it comes to are numbered anew, so that there is always room between two of them.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Nullable, Type, Version } from '#kit/types.ts'
import { categoriesChanged } from '../events.ts'
import { CategoryCircle } from '../failures.ts'
import { lockSlugs } from '../slugs.ts'
import { CatalogCategory, checkParent, lockCategory, readCategories } from './category.ts'

export const move = command({
  id: 'catalog.categories.move',
  summary: 'Move a category to another place in the tree',
  description:
    'Say exactly one of: `parentId`, to come last inside that category (null: at the top), `beforeId` or `afterId`, to stand beside that one.',
  rest: 'PUT /categories/:categoryId/place',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    categoryId: Id,
    expectedVersion: Type.Optional(Version),
    parentId: Type.Optional(Nullable(Id)),
    beforeId: Type.Optional(Id),
    afterId: Type.Optional(Id),
  }),
  output: CatalogCategory,
  failures: [CategoryCircle],
  async run({ categoryId, expectedVersion, ...where }, ctx) {
    // Two moves at once could make a circle that neither of them sees.
    await lockSlugs(ctx, 'category')
    const before = await lockCategory(ctx, categoryId, expectedVersion)
    const { parentId, beside, side } = await placeOf(ctx, categoryId, where)
    if (parentId && (await checkParent(ctx, parentId, categoryId)) === 'circle') throw CategoryCircle({})
    const { rows } = await sql<{ id: string }>`
      with place as (
        select id, 2 * row_number() over (order by position, id) as place from catalog.category
        where store_id = ${ctx.storeId} and parent_id is not distinct from ${parentId}::uuid and archived_at is null and id <> ${categoryId}
        union all select ${categoryId}::uuid, null
      ), numbered as (
        select id, (row_number() over (order by coalesce(place, (select o.place from place o where o.id = ${beside}::uuid) + ${side}::int)
          nulls last) - 1)::int as position from place
      )
      update catalog.category c set position = n.position, updated_at = ${ctx.now()},
        parent_id = ${parentId}::uuid, version = c.version + (c.id = ${categoryId})::int
      from numbered n where c.store_id = ${ctx.storeId} and c.id = n.id and (c.position <> n.position or c.id = ${categoryId})
      returning c.id`.execute(ctx.db)
    const [after] = await readCategories(ctx, categoryId)
    ctx.emit(categoriesChanged, { ids: rows.map((row) => row.id) })
    ctx.audit({ subject: 'catalog.category', subjectId: categoryId, before, after })
    return after!
  },
})

interface Where {
  parentId?: string | null
  beforeId?: string
  afterId?: string
}

/** The parent it comes to, and the sibling it stands beside: -1 before it, 1 after it. */
async function placeOf(ctx: Ctx, categoryId: string, { parentId, beforeId, afterId }: Where) {
  const said = [parentId, beforeId, afterId].filter((each) => each !== undefined)
  if (said.length !== 1)
    throw invalid('parentId', 'one_of', 'Say one of `parentId`, `beforeId` and `afterId`.')
  if (parentId !== undefined) return { parentId, beside: null, side: 0 }
  const beside = (beforeId ?? afterId)!
  const path = beforeId ? 'beforeId' : 'afterId'
  if (beside === categoryId) throw invalid(path, 'itself', 'A category cannot stand beside itself.')
  const { rows } = await sql<{ parent_id: string | null }>`
    select parent_id from catalog.category where store_id = ${ctx.storeId} and id = ${beside} and archived_at is null`.execute(
    ctx.db,
  )
  if (!rows[0]) throw invalid(path, 'unknown', 'There is no such category.')
  return { parentId: rows[0].parent_id, beside, side: beforeId ? -1 : 1 }
}
