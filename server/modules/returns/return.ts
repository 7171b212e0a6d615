/** Goods that a buyer wishes to send back: what it is, how it is read, and which steps it may take. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import {
  Email,
  Id,
  Instant,
  Int,
  List,
  Money,
  Nullable,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'

export type ReturnState = Static<typeof ReturnState>
export const ReturnState = Words(
  'ReturnState',
  'requested',
  'approved',
  'refused',
  'withdrawn',
  'in_transit',
  'received',
  'inspected',
  'closed',
  'lapsed',
)

/** Steps from one state to the next, as in the database's own guard. */
export const STEPS: Record<ReturnState, readonly ReturnState[]> = {
  requested: ['approved', 'refused', 'withdrawn'],
  approved: ['withdrawn', 'in_transit', 'received', 'lapsed'],
  refused: [],
  withdrawn: [],
  in_transit: ['received', 'lapsed'],
  received: ['inspected', 'closed'],
  inspected: ['closed'],
  closed: [],
  lapsed: [],
}

/** Pieces of line `l` of return `r` that came back or still may: of a parcel that was counted in, what was in it. */
export const COMING_BACK =
  "case when r.state in ('refused', 'withdrawn', 'lapsed') then 0 when r.state in ('received', 'inspected', 'closed') then l.quantity_received else l.quantity end"

export const ReturnReason = Words(
  'ReturnReason',
  'changed_mind',
  'does_not_fit',
  'not_as_described',
  'damaged',
  'faulty',
  'wrong_item',
  'too_late',
  'other',
)

/** More are not made of one order at a time. */
export const MOST_LINES = 200
export const MOST_RETURNS = 100

export const ReturnLine = shape('ReturnLine', {
  orderLineId: Id,
  quantity: Int(1, 9999),
  reason: ReturnReason,
  quantityReceived: Int(0, 9999),
  /** Of those received, for sale again. */
  quantityRestocked: Int(0, 9999),
})

const fields = {
  id: Id,
  orderId: Id,
  state: ReturnState,
  lines: List(ReturnLine, MOST_LINES),
  /** The buyer's words; may be empty. */
  note: Text(1000, { min: 0 }),
  /** The shop's words to the buyer. */
  answer: Nullable(Text(1000)),
  /** What goes back for it, as far as it was decided. */
  refunded: Nullable(Money),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
}
export const Return = shape('Return', fields)
export type Return = Static<typeof Return>

export const StaffReturn = shape('StaffReturn', {
  ...fields,
  orderNumber: Nullable(Text(20)),
  email: Email,
})
export type StaffReturn = Static<typeof StaffReturn>

const COLUMNS = sql`r.id, r.order_id as "orderId", r.state, r.note, r.answer, kit.utc(r.created_at) as "createdAt", kit.utc(r.updated_at) as "updatedAt", r.version,
  (select json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity, 'reason', l.reason, 'quantityReceived', l.quantity_received,
    'quantityRestocked', l.quantity_restocked) order by l.order_line_id) from returns.line l where l.return_id = r.id) as lines,
  (select json_build_object('amount', sum(f.amount), 'currency', min(f.currency)) from returns.refund x join payments.refund f on f.id = x.refund_id
    where x.return_id = r.id and f.state <> 'failed' having count(*) > 0) as refunded`

/** For staff; a lateral select over `r`, a return. */
export const STAFF = sql`select ${COLUMNS}, (select o.number::text from orders.order o where o.id = r.order_id) as "orderNumber",
  (select o.email from orders.order o where o.id = r.order_id) as email`

/** `which` is a condition on `r`, the return. The newest first. */
export async function readReturns(ctx: Ctx, which: RawBuilder<unknown>): Promise<Return[]> {
  const { rows } = await sql<Return>`
    select ${COLUMNS} from returns.return r where r.store_id = ${ctx.storeId} and ${which}
    order by r.created_at desc, r.id desc limit ${MOST_RETURNS}`.execute(ctx.db)
  return rows
}

export async function readStaffReturn(ctx: Ctx, returnId: string): Promise<StaffReturn> {
  const { rows } = await sql<{ found: StaffReturn }>`
    select to_json(s) as found from returns.return r cross join lateral (${STAFF}) s
    where r.store_id = ${ctx.storeId} and r.id = ${returnId}`.execute(ctx.db)
  return rows[0]!.found
}
