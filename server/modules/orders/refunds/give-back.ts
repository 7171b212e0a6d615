/**
 * Gives money of an order back, and goods where staff say so.
 *
 * The order is locked, then its payments, then the stock. The amount is set aside here and sent by the
 * sweep of payments, which asks again until the provider has answered: so nothing is sent twice, and
 * a provider that does not answer holds nobody up.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { knownLocations, releasePart, takeBack } from '../../inventory/index.ts'
import { approveRefund, refundableOf, type PaymentRow } from '../../payments/index.ts'
import { ordersChanged } from '../events.ts'
import { note } from '../history.ts'
import { keep, lockOrder, type LockedOrder } from '../lock.ts'
import type { Part } from './plan.ts'
import type { Refundable } from './refundable.ts'

/** Those of the order that still hold money of the buyer's, the fullest first. */
export async function fullPayments(ctx: Ctx, orderId: string, how: 'lock' | 'look'): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select * from payments.payment where store_id = ${ctx.storeId} and payable_kind = 'order' and payable_id = ${orderId}
      and captured_amount > refunded_amount order by id ${how === 'lock' ? sql`for update` : sql``}`.execute(
    ctx.db,
  )
  return rows.filter((row) => refundableOf(row) > 0).toSorted((a, b) => refundableOf(b) - refundableOf(a))
}

export interface Giving {
  parts: Part[]
  /** At least the sum of the parts; more is money that was never asked for. */
  amount: number
  reason: string
  cause: string
}

/** Answers with the id of the refund. */
export async function giveBack(
  ctx: Ctx,
  order: LockedOrder,
  payment: PaymentRow,
  { parts, amount, reason, cause }: Giving,
): Promise<string> {
  const { id } = await approveRefund(ctx, payment, { amount, reason })
  if (parts.length > 0)
    await sql`
      insert into orders.refund_part (store_id, order_id, refund_id, position, line_id, deposit_id, currency, quantity, amount, tax_amount, restock, location_id)
      select ${ctx.storeId}, ${order.id}, ${id}, p.position, p."lineId", p."depositId", ${order.currency}, p.quantity, p.amount, p.tax, p.restock, p."locationId"
      from jsonb_to_recordset(${JSON.stringify(parts.map((part, position) => ({ ...part, position })))}::jsonb)
        as p(position int, "lineId" uuid, "depositId" uuid, quantity int, amount bigint, tax bigint, restock text, "locationId" uuid)`.execute(
      ctx.db,
    )
  const facts = { refundId: id, paymentId: payment.id, amount: { amount, currency: order.currency } }
  await note(ctx, order.id, cause, [{ kind: 'refund_approved', facts, public: false }])
  return id
}

/** What was not sent is for sale again and will not be sent; what came back is counted in. */
export async function putBack(
  ctx: Ctx,
  orderId: string,
  left: Refundable,
  parts: Part[],
  cause: string,
): Promise<void> {
  const [cancelled, returned] = [portions(parts, 'cancel', left), portions(parts, 'return', left)]
  await mustKnow(ctx, parts)
  const holder = { kind: 'order', id: orderId }
  if (cancelled.length > 0) await releasePart(ctx, holder, cancelled)
  if (returned.length > 0) await takeBack(ctx, holder, returned, cause)
  await countBack(ctx, orderId, [
    ...cancelled.map(({ lineId, quantity }) => ({ lineId, cancelled: quantity, returned: 0 })),
    ...returned.map(({ lineId, quantity }) => ({ lineId, cancelled: 0, returned: quantity })),
  ])
}

export interface CountedBack {
  lineId: string
  cancelled: number
  returned: number
}

/** The order is locked, and the quantities fit what is left of its lines: the table checks it too. */
export async function countBack(ctx: Ctx, orderId: string, counted: CountedBack[]): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    with counted as (
      update orders.line l set quantity_cancelled = l.quantity_cancelled + c.cancelled, quantity_returned = l.quantity_returned + c.returned
      from unnest(${counted.map((each) => each.lineId)}::uuid[], ${counted.map((each) => each.cancelled)}::int[],
        ${counted.map((each) => each.returned)}::int[]) as c(id, cancelled, returned)
      where l.store_id = ${ctx.storeId} and l.order_id = ${orderId} and l.id = c.id
    )
    update orders.order set version = version + 1, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${orderId}
    returning version`.execute(ctx.db)
  keep(ctx, { ...(await lockOrder(ctx, orderId)), ...rows[0]! })
  ctx.emit(ordersChanged, { ids: [orderId] })
}

function portions(parts: Part[], restock: 'cancel' | 'return', left: Refundable) {
  return parts
    .filter((part) => part.restock === restock)
    .map(({ lineId, quantity, locationId }) => {
      const line = left.lines.find((each) => each.lineId === lineId)!
      return {
        lineId: line.lineId,
        quantity,
        locationId,
        ofLine: restock === 'cancel' ? line.unsent : line.shipped,
      }
    })
}

async function mustKnow(ctx: Ctx, parts: Part[]): Promise<void> {
  const wanted = parts.flatMap((part) => part.locationId ?? [])
  if (wanted.length === 0) return
  const known = await knownLocations(ctx, wanted)
  parts.forEach(({ locationId }, index) => {
    if (locationId !== null && !known.has(locationId))
      throw invalid(`lines.${index}.locationId`, 'unknown', 'There is no such location.')
  })
}
