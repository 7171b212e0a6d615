/** What is still on the way comes back to where it was sent from. */
import type { Ctx } from '#kit/context.ts'
import { putBack } from '../lots/keeping.ts'
import { moveAll } from '../moving.ts'
import { settleLines, stillOut, type StockTransfer } from './transfer.ts'

export async function sendBack(ctx: Ctx, transfer: StockTransfer, cause: string): Promise<void> {
  const parts = stillOut(transfer)
  if (parts.length === 0) return
  const locationId = transfer.fromLocationId
  const subject = { kind: 'transfer', id: transfer.id }
  const tracked = await moveAll(
    ctx,
    parts.map(({ itemId, quantity }) => ({ itemId, locationId, delta: quantity })),
    { reason: 'transferred', subject, cause },
  )
  await putBack(ctx, subject, tracked)
  await settleLines(ctx, transfer.id, 'returned', parts)
}
