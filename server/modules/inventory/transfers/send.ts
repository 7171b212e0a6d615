/** The goods leave their place: from now on they are on the way, and for sale nowhere. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Text, Type, Version, shape } from '#kit/types.ts'
import { MOST_ITEM_LINES } from '../item-lines.ts'
import { takeOut } from '../lots/keeping.ts'
import { LotsShort } from '../lots/lot.ts'
import { moveAll } from '../moving.ts'
import { Sum } from '../shapes.ts'
import { StockTransfer, TransferNotOpen, lockTransfer, step } from './transfer.ts'

export const TooLittleToSend = failure(
  'inventory.too_little_to_send',
  409,
  Type.Object(
    { lines: List(shape('TransferShort', { itemId: Id, sku: Text(80), left: Sum }), MOST_ITEM_LINES) },
    { additionalProperties: false },
  ),
  {
    en: ({ lines }) =>
      `Too little lies here that is not promised to orders: ${lines.map(({ sku, left }) => `${left} of ${sku}`).join(', ')}.`,
    de: ({ lines }) =>
      `Hier liegt zu wenig, das keinen Bestellungen zugesagt ist: ${lines.map(({ sku, left }) => `${left} von ${sku}`).join(', ')}.`,
    ar: ({ lines }) =>
      `الموجود هنا غير الموعود به للطلبات لا يكفي: ${lines.map(({ sku, left }) => `${left} من ${sku}`).join('، ')}.`,
  },
)

export const send = command({
  id: 'inventory.transfers.send',
  summary: 'Send a transfer on its way',
  rest: 'POST /stock-transfers/:transferId/sending',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ transferId: Id, expectedVersion: Type.Optional(Version) }),
  output: StockTransfer,
  failures: [TransferNotOpen, TooLittleToSend, LotsShort],
  async run({ transferId, expectedVersion }, ctx) {
    const transfer = await lockTransfer(ctx, transferId, expectedVersion)
    if (transfer.state !== 'draft') throw TransferNotOpen({ state: transfer.state })
    await mustLieThere(ctx, transfer)
    const moves = transfer.lines.map(({ itemId, quantity }) => ({
      itemId,
      locationId: transfer.fromLocationId,
      delta: -quantity,
    }))
    const tracked = await moveAll(ctx, moves, {
      reason: 'transferred',
      subject: { kind: 'transfer', id: transferId },
      cause: 'inventory.transfers.send',
    })
    await takeOut(ctx, tracked)
    return step(ctx, transfer, 'sent')
  },
})

/** Locks the counts, those at other places too, as all do who change several. What is promised to orders stays; what is only kept back may go. */
async function mustLieThere(ctx: Ctx, { lines, fromLocationId }: StockTransfer): Promise<void> {
  const { rows: all } = await sql<{ item_id: string; location_id: string; left: number }>`
    select item_id, location_id, on_hand - reserved as left from inventory.level
    where store_id = ${ctx.storeId} and item_id = any(${lines.map((line) => line.itemId)})
    order by item_id, location_id for update`.execute(ctx.db)
  const rows = all.filter((row) => row.location_id === fromLocationId)
  const left = new Map(rows.map((row) => [row.item_id, row.left]))
  const short = lines
    .map(({ itemId, sku, quantity }) => ({ itemId, sku, quantity, left: left.get(itemId) ?? 0 }))
    .filter((line) => line.left < line.quantity)
  if (short.length > 0)
    throw TooLittleToSend({ lines: short.map(({ itemId, sku, left }) => ({ itemId, sku, left })) })
}
