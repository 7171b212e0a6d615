/** What a buyer is told of pieces that are not there when they order. It is kept with the order, as the price is. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { promiseOfLater, type LinePromise } from '../inventory/index.ts'
import type { BornLine } from './birth.ts'

/** `later` says of which lines how many pieces are not there. Answers whether some of them are a pre-order. */
export async function keepPromises(
  ctx: Ctx,
  orderId: string,
  lines: BornLine[],
  later: Map<string, number>,
): Promise<boolean> {
  if (later.size === 0) return false
  const promises: (LinePromise & { lineId: string })[] = []
  for (const { lineId, variantId } of lines) {
    const quantity = later.get(lineId)
    if (quantity) promises.push({ lineId, ...(await promiseOfLater(ctx, { variantId, quantity })) })
  }
  await sql`
    insert into orders.promise (store_id, order_id, line_id, kind, quantity, ships_on)
    select ${ctx.storeId}, ${orderId}, p."lineId", p.kind, p.quantity, p."shipsOn"
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as p("lineId" uuid, kind text, quantity int, "shipsOn" date)`.execute(
    ctx.db,
  )
  return promises.some(({ kind }) => kind === 'pre_order')
}

export async function isPreOrdered(ctx: Ctx, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from orders.promise where store_id = ${ctx.storeId} and order_id = ${orderId} and kind = 'pre_order' limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}
