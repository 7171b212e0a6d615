/**
 * Goods that go from one place to another.
 *
 *   draft -> sent -> receiving -> closed;  draft | sent -> cancelled
 *
 * They leave the count of their place when they are sent, and enter that of the other as they arrive. What never
 * arrives goes back to where it came from, or is lost: closing says which.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure, invalid } from '#kit/failure.ts'
import {
  Count,
  Day,
  Id,
  Instant,
  List,
  Nullable,
  Text,
  Type,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { MOST_ITEM_LINES, whichItem } from '../item-lines.ts'
import { Pieces, Quantity } from '../shapes.ts'
import { knownLocations } from '../taking-back.ts'

export type TransferState = 'draft' | 'sent' | 'receiving' | 'closed' | 'cancelled'
export const TransferState = Words('StockTransferState', 'draft', 'sent', 'receiving', 'closed', 'cancelled')

/** Steps from one state to the next, as in the database's own guard. */
export const STEPS: Record<TransferState, readonly TransferState[]> = {
  draft: ['sent', 'cancelled'],
  sent: ['receiving', 'closed', 'cancelled'],
  receiving: ['closed'],
  closed: [],
  cancelled: [],
}

export const TransferNotOpen = failure(
  'inventory.transfer_not_open',
  409,
  Type.Object({ state: TransferState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'draft' ? 'This transfer has not been sent yet.' : `This transfer is ${state} already.`,
    de: ({ state }) =>
      state === 'draft'
        ? 'Diese Umlagerung wurde noch nicht abgeschickt.'
        : 'Diese Umlagerung ist schon unterwegs oder abgeschlossen.',
    ar: ({ state }) => (state === 'draft' ? 'لم يُرسل هذا النقل بعد.' : 'هذا النقل في الطريق أو أُغلق من قبل.'),
  },
)

const TransferLine = shape('StockTransferLine', {
  itemId: Id,
  sku: Text(80),
  quantity: Quantity,
  received: Pieces,
  /** Back where it came from. */
  returned: Pieces,
  lost: Pieces,
  /** Sent and neither arrived, come back nor lost: on hand at no place. */
  onTheWay: Pieces,
})

export const StockTransfer = shape('StockTransfer', {
  id: Id,
  number: Count,
  fromLocationId: Id,
  toLocationId: Id,
  state: TransferState,
  expectedOn: Nullable(Day),
  note: Nullable(Text(400)),
  lines: List(TransferLine, MOST_ITEM_LINES),
  sentAt: Nullable(Instant),
  /** When it was closed or cancelled. */
  endedAt: Nullable(Instant),
  createdAt: Instant,
  version: Version,
})
export type StockTransfer = Static<typeof StockTransfer>

export const NewTransferLine = shape('NewStockTransferLine', { ...whichItem, quantity: Quantity })

/** Of a transfer `t`, with a condition on it. */
export const transferColumns = sql`t.id, t.number, t.from_location_id as "fromLocationId", t.to_location_id as "toLocationId", t.state,
  t.expected_on as "expectedOn", t.note, kit.utc(t.sent_at) as "sentAt", kit.utc(t.ended_at) as "endedAt", kit.utc(t.created_at) as "createdAt", t.version,
  coalesce((select json_agg(json_build_object('itemId', l.item_id, 'sku', i.sku, 'quantity', l.quantity, 'received', l.received, 'returned', l.returned,
      'lost', l.lost, 'onTheWay', case when t.state in ('sent', 'receiving') then l.quantity - l.received - l.returned - l.lost else 0 end) order by i.sku, i.id)
    from inventory.transfer_line l join inventory.item i on i.id = l.item_id where l.transfer_id = t.id), '[]') as lines`

export async function readTransfer(ctx: Ctx, id: string): Promise<StockTransfer> {
  const { rows } = await sql<StockTransfer>`
    select ${transferColumns} from inventory.transfer t where t.store_id = ${ctx.storeId} and t.id = ${id}`.execute(
    ctx.db,
  )
  const [transfer] = rows
  if (!transfer) throw NotFound({})
  return transfer
}

export async function lockTransfer(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<StockTransfer> {
  await sql`select from inventory.transfer where store_id = ${ctx.storeId} and id = ${id} for update`.execute(
    ctx.db,
  )
  const transfer = await readTransfer(ctx, id)
  if (expectedVersion !== undefined && expectedVersion !== transfer.version)
    throw StaleVersion({ currentVersion: transfer.version })
  return transfer
}

/** The next state, and the moment where it has a name; answers with the transfer as it is then. */
export async function step(ctx: Ctx, before: StockTransfer, state: TransferState): Promise<StockTransfer> {
  const ended = state === 'closed' || state === 'cancelled'
  await sql`
    update inventory.transfer set state = ${state}, version = version + 1, updated_at = ${ctx.now()},
      sent_at = case when ${state === 'sent'} then ${ctx.now()} else sent_at end, ended_at = ${ended ? ctx.now() : null}
    where store_id = ${ctx.storeId} and id = ${before.id}`.execute(ctx.db)
  const after = await readTransfer(ctx, before.id)
  ctx.audit({ subject: 'inventory.transfer', subjectId: before.id, before, after })
  return after
}

export async function mustBePlaces(ctx: Ctx, fromLocationId: string, toLocationId: string): Promise<void> {
  if (fromLocationId === toLocationId)
    throw invalid('toLocationId', 'same', 'Goods go from one place to another.')
  const known = await knownLocations(ctx, [fromLocationId, toLocationId])
  for (const [name, id] of Object.entries({ fromLocationId, toLocationId }))
    if (!known.has(id)) throw invalid(name, 'unknown', 'There is no such location.')
}

export async function writeLines(
  ctx: Ctx,
  transferId: string,
  lines: { itemId: string; quantity: number }[],
): Promise<void> {
  await sql`
    insert into inventory.transfer_line (store_id, transfer_id, item_id, quantity)
    select ${ctx.storeId}, ${transferId}, l.item_id, l.quantity
    from unnest(${lines.map((line) => line.itemId)}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as l(item_id, quantity)`.execute(
    ctx.db,
  )
}

/** What became of some of the pieces that were on the way. */
export async function settleLines(
  ctx: Ctx,
  transferId: string,
  column: 'received' | 'returned' | 'lost',
  parts: { itemId: string; quantity: number }[],
): Promise<void> {
  const name = sql.ref(column)
  await sql`
    update inventory.transfer_line l set ${name} = l.${name} + p.quantity
    from unnest(${parts.map((part) => part.itemId)}::uuid[], ${parts.map((part) => part.quantity)}::int[]) as p(item_id, quantity)
    where l.store_id = ${ctx.storeId} and l.transfer_id = ${transferId} and l.item_id = p.item_id`.execute(
    ctx.db,
  )
}

export const isOnTheWay = ({ state }: StockTransfer) => state === 'sent' || state === 'receiving'

/** What of it is still on the way. */
export function stillOut(transfer: StockTransfer): { itemId: string; quantity: number }[] {
  return transfer.lines
    .filter(({ onTheWay }) => onTheWay > 0)
    .map(({ itemId, onTheWay }) => ({ itemId, quantity: onTheWay }))
}
