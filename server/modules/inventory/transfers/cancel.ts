/** Nothing of the transfer has arrived and nothing will: what was sent is back where it came from. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { sendBack } from './going-back.ts'
import { StockTransfer, TransferNotOpen, lockTransfer, step } from './transfer.ts'

export const cancel = command({
  id: 'inventory.transfers.cancel',
  summary: 'Cancel a transfer of which nothing has arrived',
  rest: 'POST /stock-transfers/:transferId/cancellation',
  audience: 'staff',
  access: permission('stock.write'),
  isFinal: true,
  input: Type.Object({ transferId: Id, expectedVersion: Type.Optional(Version) }),
  output: StockTransfer,
  failures: [TransferNotOpen],
  async run({ transferId, expectedVersion }, ctx) {
    const transfer = await lockTransfer(ctx, transferId, expectedVersion)
    if (transfer.state !== 'draft' && transfer.state !== 'sent')
      throw TransferNotOpen({ state: transfer.state })
    await sendBack(ctx, transfer, 'inventory.transfers.cancel')
    return step(ctx, transfer, 'cancelled')
  },
})
