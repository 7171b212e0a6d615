/** Somebody counted: what is there becomes the count, and the difference a movement. */
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Text, Type, Version } from '#kit/types.ts'
import { TooLittle, lockLevel, move, whichLevel } from '../level.ts'
import { onHandOf } from '../lots/by-hand.ts'
import { WhichLot } from '../lots/lot.ts'
import { Pieces, StockLevel } from '../shapes.ts'

export const count = command({
  id: 'inventory.stock.count',
  summary: 'Set a count to what is there',
  description: 'A count that is right already changes nothing.',
  rest: 'POST /stock-counts',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    ...whichLevel,
    onHand: Pieces,
    note: Type.Optional(Text(400)),
    /** Of items whose pieces are told apart: only this lot was counted. */
    lot: Type.Optional(WhichLot),
    expectedVersion: Type.Optional(Version),
  }),
  output: StockLevel,
  failures: [NotFound, TooLittle],
  async run({ onHand, note, lot, expectedVersion, ...which }, ctx) {
    const level = await lockLevel(ctx, which, expectedVersion)
    const delta = onHand - (lot ? await onHandOf(ctx, level, lot) : level.onHand)
    if (delta === 0) return level
    return move(ctx, level, {
      delta,
      reason: 'counted',
      note: note ?? null,
      cause: 'inventory.stock.count',
      lot,
    })
  },
})
