/**
 * Hands over what needs no parcel: files and licence keys, once they are paid, and takes back what was paid back.
 *
 * Asked whenever something happened to an order that its buyer is told of. It looks at the order as it is now, with the order locked, and makes good what is
 * missing or too much: so it may run twice and in any order. Of an order without such things it asks one question.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { newId } from '#kit/id.ts'
import { consume, waitingText } from '../inventory/index.ts'
import { countDelivered, orderForShipping } from '../orders/index.ts'
import { keysAdded } from './events.ts'
import { tellOfHandedOver } from './handing-over-mail.ts'
import { giveKeys, revokeKeys } from './keys/pool.ts'
import { portionsOf } from './parts.ts'

/** Orders that wait for a key, in one turn. */
const WAITING = 100
const CAUSE = 'fulfilment.handOver'

export const handOverKeys = on(keysAdded, 'fulfilment.handOverKeys', async ({ ids }, ctx) => {
  const { rows } = await sql<{ id: string }>`
    select o.id from orders.line l join orders.order o on o.id = l.order_id and o.state = 'confirmed'
    where l.store_id = ${ctx.storeId} and l.variant_id = any(${ids}::uuid[]) and not l.shippable
      and l.quantity_shipped + l.quantity_cancelled < l.quantity
    group by o.id order by o.confirmed_at, o.id limit ${WAITING}`.execute(ctx.db)
  for (const { id } of rows) await settleOrder(ctx, id)
  // There are more than one turn does, and there were keys for all of these.
  if (rows.length === WAITING) ctx.emit(keysAdded, { ids })
})

interface DigitalLine {
  orderLineId: string
  variantId: string
  keys: 'none' | 'wait' | 'sold_out'
  downloadLimit: number | null
  linkDays: number
  /** Pieces that are paid, or will be as they leave, and were not paid back. */
  owed: number
  /** Pieces that can still leave. */
  left: number
  /** Of those left, how many were ordered before they are there. */
  waiting: number
  quantity: number
}

export async function settleOrder(ctx: Ctx, orderId: string): Promise<void> {
  if ((await digitalLines(ctx, orderId)).length === 0) return
  const order = await orderForShipping(ctx, orderId)
  let handed = 0
  for (const line of await digitalLines(ctx, orderId)) {
    const pieces = await give(ctx, orderId, line)
    await takeBack(ctx, line)
    if (pieces === 0) continue
    handed += pieces
    const part = [{ orderLineId: line.orderLineId, quantity: pieces }]
    await consume(ctx, { kind: 'order', id: orderId }, portionsOf(order.lines, part), CAUSE)
    await countDelivered(ctx, orderId, part, CAUSE, 'rendered')
  }
  if (handed > 0) await tellOfHandedOver(ctx, orderId)
}

const LEFT = 'l.quantity - l.quantity_shipped - l.quantity_cancelled'

async function digitalLines(ctx: Ctx, orderId: string): Promise<DigitalLine[]> {
  const { rows } = await sql<DigitalLine>`
    select l.id as "orderLineId", l.variant_id as "variantId", d.keys, d.download_limit as "downloadLimit", d.link_days as "linkDays", l.quantity,
      case when o.state in ('confirmed', 'completed') and o.total_amount <= (
        select coalesce(sum(case when p.capture = 'manual' and p.state in ('authorised', 'part_captured') then p.authorised_amount
          else p.captured_amount end), 0) from payments.payment p
          where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id)
        then l.quantity - greatest(l.quantity_cancelled, coalesce((
          select sum(x.quantity) from orders.refund_part x join payments.refund r on r.id = x.refund_id and r.state <> 'failed'
          where x.line_id = l.id), 0))::int else 0 end as owed,
      ${sql.raw(LEFT)} as left, ${sql.raw(waitingText({ holder: 'o', id: 'l.id', left: `(${LEFT})` }))} as waiting
    from orders.line l
    join orders.order o on o.id = l.order_id
    join fulfilment.digital d on d.variant_id = l.variant_id
    where l.store_id = ${ctx.storeId} and l.order_id = ${orderId} and not l.shippable order by l.position`.execute(
    ctx.db,
  )
  return rows
}

/** Answers how many pieces were handed over now. */
async function give(ctx: Ctx, orderId: string, line: DigitalLine): Promise<number> {
  const given = line.quantity - line.left
  const due = Math.min(line.left - line.waiting, line.owed - given)
  if (due <= 0) return 0
  const pieces = line.keys === 'none' ? due : await giveKeys(ctx, { orderId, ...line }, due)
  if (pieces > 0) await openDownloads(ctx, orderId, line)
  return pieces
}

async function openDownloads(ctx: Ctx, orderId: string, line: DigitalLine): Promise<void> {
  const { rows } = await sql<{ fileId: string }>`
    select file_id as "fileId" from fulfilment.digital_file where store_id = ${ctx.storeId} and variant_id = ${line.variantId}`.execute(
    ctx.db,
  )
  const limit = line.downloadLimit === null ? null : line.downloadLimit * line.quantity
  await sql`
    insert into fulfilment.download (id, store_id, order_id, order_line_id, file_id, download_limit, expires_at, created_at)
    select f.id, ${ctx.storeId}, ${orderId}, ${line.orderLineId}, f.file_id, ${limit}::int, ${after(ctx.now(), days(line.linkDays))}, ${ctx.now()}
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map(({ fileId }) => fileId)}::uuid[]) as f(id, file_id)
    on conflict (order_line_id, file_id) do nothing`.execute(ctx.db)
}

/** What was paid back is no longer the buyer's: its keys are never given to anybody else. */
async function takeBack(ctx: Ctx, { orderLineId, owed, quantity }: DigitalLine): Promise<void> {
  if (owed === quantity) return
  await revokeKeys(ctx, orderLineId, owed)
  if (owed > 0) return
  await sql`update fulfilment.download set revoked_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and order_line_id = ${orderLineId} and revoked_at is null`.execute(ctx.db)
}
