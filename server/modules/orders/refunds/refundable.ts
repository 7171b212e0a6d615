/** What of an order may still be given back: per line and for the delivery, in money, tax and pieces. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { OrderState } from '../state.ts'

/** Minor units, not yet given back. */
export interface Left {
  /** As the buyer paid it, with its tax. */
  amount: number
  tax: number
}

export interface LineLeft extends Left {
  lineId: string
  /** Pieces of which the money was not given back. */
  pieces: number
  /** Pieces that were neither sent nor cancelled. */
  unsent: number
  /** Pieces that left the house and did not come back. */
  sent: number
  /** All pieces that ever left. */
  shipped: number
}

/** Bottles and the like. */
export interface DepositLeft extends Left {
  depositId: string
  /** The line of goods it goes with. */
  lineId: string
  /** Of which the money was not given back. */
  pieces: number
  /** With one piece of the line. */
  each: number
}

export interface Refundable {
  lines: LineLeft[]
  deposits: DepositLeft[]
  delivery: Left
}

/** What was paid, and what of it went back. */
type Paid = Left & { refunded: number; refundedTax: number }

interface Row {
  state: OrderState
  delivery: Paid
  lines: (Paid & {
    lineId: string
    quantity: number
    shipped: number
    cancelled: number
    returned: number
    refundedPieces: number
  })[]
  deposits: (Paid & {
    depositId: string
    lineId: string
    quantity: number
    each: number
    refundedPieces: number
  })[]
}

/** To be true until the end of the transaction, the order must be locked. */
export async function readRefundable(ctx: Ctx, orderId: string): Promise<Refundable> {
  const { rows } = await sql<Row>`
    with back as (
      select p.line_id, p.deposit_id, sum(p.quantity) as pieces, sum(p.amount) as amount, sum(p.tax_amount) as tax
      from orders.refund_part p join payments.refund r on r.id = p.refund_id
      where p.store_id = ${ctx.storeId} and p.order_id = ${orderId} and r.state <> 'failed' group by p.line_id, p.deposit_id
    )
    select o.state,
      (select json_build_object('amount', o.delivery_amount - o.delivery_discount_amount - o.delivery_tax_relief_amount + case when o.prices_include_tax then 0 else o.delivery_tax_amount end,
        'tax', o.delivery_tax_amount, 'refunded', coalesce(max(b.amount), 0), 'refundedTax', coalesce(max(b.tax), 0))
        from back b where b.line_id is null and b.deposit_id is null) as delivery,
      (select json_agg(json_build_object('lineId', l.id, 'amount', l.total_amount + case when o.prices_include_tax then 0 else l.tax_amount end,
        'tax', l.tax_amount, 'quantity', l.quantity, 'shipped', l.quantity_shipped, 'cancelled', l.quantity_cancelled,
        'returned', l.quantity_returned, 'refundedPieces', coalesce(b.pieces, 0), 'refunded', coalesce(b.amount, 0),
        'refundedTax', coalesce(b.tax, 0)) order by l.position)
        from orders.line l left join back b on b.line_id = l.id where l.order_id = o.id) as lines,
      coalesce((select json_agg(json_build_object('depositId', d.id, 'lineId', d.line_id, 'quantity', d.quantity, 'each', d.quantity / l.quantity,
        'amount', d.total_amount + case when o.prices_include_tax then 0 else d.tax_amount end, 'tax', d.tax_amount,
        'refundedPieces', coalesce(b.pieces, 0), 'refunded', coalesce(b.amount, 0), 'refundedTax', coalesce(b.tax, 0)) order by d.position)
        from orders.deposit d join orders.line l on l.id = d.line_id left join back b on b.deposit_id = d.id where d.order_id = o.id), '[]') as deposits
    from orders.order o where o.store_id = ${ctx.storeId} and o.id = ${orderId}`.execute(ctx.db)
  const { state, delivery, lines, deposits } = rows[0]!
  const sendable = state === 'confirmed' || state === 'on_hold'
  return {
    delivery: left(delivery),
    lines: lines.map((line) => ({
      ...left(line),
      lineId: line.lineId,
      pieces: atLeast0(line.quantity - line.refundedPieces),
      unsent: sendable ? line.quantity - line.shipped - line.cancelled : 0,
      sent: line.shipped - line.returned,
      shipped: line.shipped,
    })),
    deposits: deposits.map((deposit) => ({
      ...left(deposit),
      depositId: deposit.depositId,
      lineId: deposit.lineId,
      pieces: atLeast0(deposit.quantity - deposit.refundedPieces),
      each: deposit.each,
    })),
  }
}

function left(part: Paid): Left {
  return { amount: atLeast0(part.amount - part.refunded), tax: atLeast0(part.tax - part.refundedTax) }
}

/** A provider may pay out a refund that it had called failed, after another took its place: then less than nothing is left. */
function atLeast0(number: number): number {
  return Math.max(0, number)
}
