/** Nothing more will arrive. What is missing is back where it came from, or lost. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, OneOf, Type, Version } from '#kit/types.ts'
import { sendBack } from './going-back.ts'
import {
  StockTransfer,
  TransferNotOpen,
  isOnTheWay,
  lockTransfer,
  settleLines,
  step,
  stillOut,
} from './transfer.ts'

export const close = command({
  id: 'inventory.transfers.close',
  summary: 'Close a transfer of which something is missing',
  rest: 'POST /stock-transfers/:transferId/closing',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    transferId: Id,
    missing: OneOf('lost', 'returned'),
    expectedVersion: Type.Optional(Version),
  }),
  output: StockTransfer,
  failures: [TransferNotOpen],
  async run({ transferId, missing, expectedVersion }, ctx) {
    const transfer = await lockTransfer(ctx, transferId, expectedVersion)
    if (!isOnTheWay(transfer)) throw TransferNotOpen({ state: transfer.state })
    if (missing === 'returned') await sendBack(ctx, transfer, 'inventory.transfers.close')
    else await settleLines(ctx, transferId, 'lost', stillOut(transfer))
    return step(ctx, transfer, 'closed')
  },
})
