/** Numbers by which people speak of transfers and purchases: per store, one after the other from 1001. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'

const FIRST = 1001

/** Nobody else draws one until this transaction ends. */
export async function nextNumber(ctx: Ctx, table: 'transfer' | 'purchase'): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inventory.${table} ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number) + 1, ${FIRST}) as number from ${sql.table(`inventory.${table}`)} where store_id = ${ctx.storeId}`.execute(
    ctx.db,
  )
  return rows[0]!.number
}
