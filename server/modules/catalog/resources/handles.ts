/** Products by the address that files know them by: the one in the store's language. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Row } from '#kit/resource.ts'
import { currentSettings } from '../../settings/index.ts'
import { productsChanged } from '../events.ts'

/** What one column of rows says, each once. */
export const said = (rows: Row[], column: string): string[] => [
  ...new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : []))),
]

/** Ids by address. */
export async function productsAt(ctx: Ctx, handles: string[]): Promise<Map<string, string>> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<{ handle: string; id: string }>`
    select t.slug as handle, t.product_id as id from catalog.product_text t join catalog.product p on p.id = t.product_id
    where t.store_id = ${ctx.storeId} and t.locale = ${store.locale} and t.live and t.slug = any(${handles}) and p.archived_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ handle, id }) => [handle, id]))
}

/** In the order of their ids, as everybody does who takes several. */
export async function lockProducts(ctx: Ctx, ids: string[]): Promise<void> {
  await sql`select from catalog.product where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) order by id for update`.execute(
    ctx.db,
  )
}

/** Something that belongs to them was changed. */
export async function touchProducts(ctx: Ctx, ids: string[]): Promise<void> {
  await sql`update catalog.product set version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = any(${ids}::uuid[])`.execute(ctx.db)
  ctx.emit(productsChanged, { ids })
}
