import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { StockTransfer, readTransfer } from './transfer.ts'

export const get = query({
  id: 'inventory.transfers.get',
  summary: 'A transfer, and what of it is on the way',
  rest: 'GET /stock-transfers/:transferId',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({ transferId: Id }),
  output: StockTransfer,
  run: ({ transferId }, ctx) => readTransfer(ctx, transferId),
})
