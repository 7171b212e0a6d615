/** Goods that had left with an order are back: counted in where they were put, or where they had come from. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { putBack } from './lots/keeping.ts'
import { moveAll } from './moving.ts'
import type { Portion } from './parts.ts'
import type { Holder } from './holder.ts'

export interface Returned extends Portion {
  /** Null: where most of it had come from. */
  locationId: string | null
}

interface Sent {
  line_id: string
  item_id: string
  location_id: string
  quantity: number
}

/** `ofLine` are the pieces of the line that ever left. The caller has locked the holder and knows the locations to be there. */
export async function takeBack(ctx: Ctx, holder: Holder, lines: Returned[], cause: string): Promise<void> {
  const { rows: sent } = await sql<Sent>`
    select line_id, item_id, location_id, sum(quantity)::int as quantity from inventory.reservation
    where store_id = ${ctx.storeId} and holder_kind = ${holder.kind} and holder_id = ${holder.id} and state = 'consumed'
      and line_id = any(${lines.map((line) => line.lineId)})
    group by 1, 2, 3 order by item_id, quantity desc, location_id`.execute(ctx.db)
  const back = lines.flatMap((line) => returnsOf(line, sent))
  await putBack(ctx, holder, await moveAll(ctx, back, { reason: 'returned', subject: holder, cause }))
}

/** A piece of a line may be several items; each comes back in the share in which it had left. */
function returnsOf(line: Returned, sent: Sent[]) {
  const items = Map.groupBy(
    sent.filter((each) => each.line_id === line.lineId),
    (each) => each.item_id,
  )
  return [...items].map(([itemId, from]) => {
    const whole = from.reduce((sum, each) => sum + each.quantity, 0)
    if (whole % line.ofLine !== 0)
      throw new Error(`What left for line ${line.lineId} is no whole number of its pieces.`)
    return {
      itemId,
      locationId: line.locationId ?? from[0]!.location_id,
      delta: (whole / line.ofLine) * line.quantity,
    }
  })
}

/** Which of these places are there. */
export async function knownLocations(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from inventory.location where store_id = ${ctx.storeId} and id = any(${ids}) and archived_at is null`.execute(
    ctx.db,
  )
  return new Set(rows.map((row) => row.id))
}
