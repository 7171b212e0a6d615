import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { lotColumns, type Lot } from './lot.ts'

/** One lot, and where it lies. */
export async function readLot(ctx: Ctx, id: string): Promise<Lot> {
  const { rows } = await sql<Lot>`
    select ${lotColumns} from inventory.lot b join inventory.item i on i.id = b.item_id where b.store_id = ${ctx.storeId} and b.id = ${id}`.execute(
    ctx.db,
  )
  const [lot] = rows
  if (!lot) throw NotFound({})
  return lot
}
