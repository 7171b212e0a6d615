/** Checks in one statement that what a product points to is there. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'

export async function checkReferences(
  ctx: Ctx,
  given: {
    taxCategoryId?: string | undefined
    categoryIds?: string[] | undefined
    optionIds?: string[] | undefined
  },
): Promise<void> {
  const { taxCategoryId, categoryIds = [], optionIds = [] } = given
  if (taxCategoryId === undefined && categoryIds.length + optionIds.length === 0) return
  const { rows } = await sql<{ tax: boolean; categories: string[]; options: string[] }>`
    select exists (select from tax.category where store_id = ${ctx.storeId} and id = ${taxCategoryId ?? null} and archived_at is null) as tax,
      array(select id from catalog.category where store_id = ${ctx.storeId} and id = any(${categoryIds}::uuid[]) and archived_at is null) as categories,
      array(select id from catalog.option where store_id = ${ctx.storeId} and id = any(${optionIds}::uuid[]) and archived_at is null) as options`.execute(
    ctx.db,
  )
  const [there] = rows
  if (taxCategoryId !== undefined && !there!.tax)
    throw invalid('taxCategoryId', 'unknown', 'There is no such tax category.')
  checkList(categoryIds, there!.categories, 'categoryIds', 'category')
  checkList(optionIds, there!.options, 'optionIds', 'option')
}

function checkList(given: string[], there: string[], path: string, what: string): void {
  given.forEach((id, index) => {
    if (given.indexOf(id) < index)
      throw invalid(`${path}.${index}`, 'duplicate', `This ${what} is named twice.`)
    if (!there.includes(id)) throw invalid(`${path}.${index}`, 'unknown', `There is no such ${what}.`)
  })
}
