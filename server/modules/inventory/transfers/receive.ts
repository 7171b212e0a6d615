/** Goods of a transfer have arrived, all or a part of them; with the last of them it is closed. */
import { failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, List, Type, Version, shape } from '#kit/types.ts'
import { MOST_ITEM_LINES, portionsOf } from '../item-lines.ts'
import { putBack } from '../lots/keeping.ts'
import { moveAll } from '../moving.ts'
import { Quantity } from '../shapes.ts'
import { StockTransfer, TransferNotOpen, isOnTheWay, lockTransfer, settleLines, step } from './transfer.ts'

export const MoreThanSent = failure(
  'inventory.more_than_sent',
  409,
  Type.Object({ itemId: Id, onTheWay: Count }, { additionalProperties: false }),
  {
    en: ({ onTheWay }) => `Only ${onTheWay} of this item ${onTheWay === 1 ? 'is' : 'are'} on the way.`,
    de: ({ onTheWay }) => `Von diesem Artikel sind nur ${onTheWay} unterwegs.`,
    ar: ({ onTheWay }) => `الموجود في الطريق من هذا الصنف ${onTheWay} فقط.`,
  },
)

export const receive = command({
  id: 'inventory.transfers.receive',
  summary: 'Count in what has arrived of a transfer',
  description: 'Without `lines`, all that is on the way.',
  rest: 'POST /stock-transfers/:transferId/arrivals',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    transferId: Id,
    lines: Type.Optional(
      List(shape('TransferArrival', { itemId: Id, quantity: Quantity }), MOST_ITEM_LINES, { minItems: 1 }),
    ),
    expectedVersion: Type.Optional(Version),
  }),
  output: StockTransfer,
  failures: [TransferNotOpen, MoreThanSent],
  async run({ transferId, lines, expectedVersion }, ctx) {
    const transfer = await lockTransfer(ctx, transferId, expectedVersion)
    if (!isOnTheWay(transfer)) throw TransferNotOpen({ state: transfer.state })
    const open = new Map(transfer.lines.map(({ itemId, onTheWay }) => [itemId, onTheWay]))
    const parts = portionsOf(
      [...open].map(([itemId, left]) => ({ itemId, left })),
      lines,
    )
    for (const { itemId, quantity } of parts)
      if (quantity > open.get(itemId)!) throw MoreThanSent({ itemId, onTheWay: open.get(itemId)! })
    const locationId = transfer.toLocationId
    const subject = { kind: 'transfer', id: transferId }
    const tracked = await moveAll(
      ctx,
      parts.map(({ itemId, quantity }) => ({ itemId, locationId, delta: quantity })),
      { reason: 'transferred', subject, cause: 'inventory.transfers.receive' },
    )
    await putBack(ctx, subject, tracked)
    await settleLines(ctx, transferId, 'received', parts)
    const arrived = parts.reduce((sum, { quantity }) => sum + quantity, 0)
    const out = [...open.values()].reduce((sum, left) => sum + left, 0)
    return step(ctx, transfer, arrived === out ? 'closed' : 'receiving')
  },
})
