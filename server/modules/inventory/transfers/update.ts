/** Changes a transfer; what is left out stays. Once it was sent, only when it is expected and what is noted. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Day, Id, List, Nullable, Text, Type, Version } from '#kit/types.ts'
import { MOST_ITEM_LINES, itemsOf } from '../item-lines.ts'
import {
  NewTransferLine,
  StockTransfer,
  TransferNotOpen,
  isOnTheWay,
  lockTransfer,
  readTransfer,
  writeLines,
} from './transfer.ts'

export const update = command({
  id: 'inventory.transfers.update',
  summary: 'Change a transfer',
  rest: 'PATCH /stock-transfers/:transferId',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    transferId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ expectedOn: Nullable(Day), note: Nullable(Text(400)) }),
    /** All of them, in place of those before; only while it is a draft. */
    lines: Type.Optional(List(NewTransferLine, MOST_ITEM_LINES, { minItems: 1 })),
  }),
  output: StockTransfer,
  failures: [TransferNotOpen],
  async run({ transferId, expectedVersion, lines, ...changes }, ctx) {
    const before = await lockTransfer(ctx, transferId, expectedVersion)
    const isDraft = before.state === 'draft'
    if (!isDraft && (lines || !isOnTheWay(before))) throw TransferNotOpen({ state: before.state })
    const { expectedOn, note } = { ...before, ...changes }
    if (lines) {
      const items = await itemsOf(ctx, lines, before.fromLocationId)
      await sql`delete from inventory.transfer_line where store_id = ${ctx.storeId} and transfer_id = ${transferId}`.execute(
        ctx.db,
      )
      await writeLines(
        ctx,
        transferId,
        lines.map(({ quantity }, at) => ({ itemId: items[at]!, quantity })),
      )
    }
    await sql`
      update inventory.transfer set expected_on = ${expectedOn}, note = ${note}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${transferId}`.execute(ctx.db)
    const after = await readTransfer(ctx, transferId)
    ctx.audit({ subject: 'inventory.transfer', subjectId: transferId, before, after })
    return after
  },
})
