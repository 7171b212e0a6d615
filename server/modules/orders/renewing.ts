/** The next series of an order's link: from now on only this one opens it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { hashToken } from '#kit/id.ts'
import type { OrderRow } from './rows.ts'
import { orderToken } from './token.ts'

export async function renewLink(ctx: Ctx, row: OrderRow): Promise<OrderRow> {
  const next = { ...row, link_series: row.link_series + 1 }
  const { rows } = await sql`
    update orders.order set link_series = ${next.link_series}, link_renewed_at = ${ctx.now()}, updated_at = ${ctx.now()},
      access_hash = ${hashToken(orderToken(ctx.app.config, next))}
    where store_id = ${ctx.storeId} and id = ${row.id} and link_series = ${row.link_series} returning id`.execute(
    ctx.db,
  )
  if (rows.length === 0) throw new Error(`The link of order ${row.id} was renewed at the same moment.`)
  return next
}
