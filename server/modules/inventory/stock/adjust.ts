/** Goods came, broke or turned up: the count goes up or down by so many, and the movement says why. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Int, OneOf, Text, Type, Version } from '#kit/types.ts'
import { TooLittle, lockLevel, move, whichLevel } from '../level.ts'
import { WhichLot } from '../lots/lot.ts'
import { MOST_PIECES, StockLevel } from '../shapes.ts'
import { NotFound, invalid } from '#kit/failure.ts'

export const adjust = command({
  id: 'inventory.stock.adjust',
  summary: 'Raise or lower a count',
  description: 'Name the item, or a variant that is one piece of one item.',
  rest: 'POST /stock-adjustments',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    ...whichLevel,
    delta: Int(-MOST_PIECES, MOST_PIECES),
    reason: OneOf('received', 'damaged', 'returned', 'corrected'),
    note: Type.Optional(Text(400)),
    /** Of items whose pieces are told apart. */
    lot: Type.Optional(WhichLot),
    expectedVersion: Type.Optional(Version),
  }),
  output: StockLevel,
  failures: [NotFound, TooLittle],
  async run({ delta, reason, note, lot, expectedVersion, ...which }, ctx) {
    if (delta === 0) throw invalid('delta', 'zero', 'Say by how many the count changes.')
    const level = await lockLevel(ctx, which, expectedVersion)
    return move(ctx, level, { delta, reason, note: note ?? null, cause: 'inventory.stock.adjust', lot })
  },
})
