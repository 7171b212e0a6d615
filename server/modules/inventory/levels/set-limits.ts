/**
 * How much of an item is kept back at a place, how many may be sold beyond what is there, and with how many left staff
 * are told. What is left out stays.
 */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Nullable, Type, Version } from '#kit/types.ts'
import { TooLittle, lockLevel, setLimits as writeLimits } from '../level.ts'
import { Pieces, StockLevel } from '../shapes.ts'

export const setLimits = command({
  id: 'inventory.levels.setLimits',
  summary: 'Set safety stock, back-order limit and what is low',
  rest: 'PATCH /stock-items/:itemId/levels/:locationId',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    itemId: Id,
    locationId: Id,
    safetyStock: Type.Optional(Pieces),
    backorderLimit: Type.Optional(Pieces),
    lowAt: Type.Optional(Nullable(Pieces)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StockLevel,
  failures: [TooLittle],
  async run({ itemId, locationId, safetyStock, backorderLimit, lowAt, expectedVersion }, ctx) {
    const level = await lockLevel(ctx, { itemId, locationId }, expectedVersion)
    return writeLimits(ctx, level, {
      safetyStock: safetyStock ?? level.safetyStock,
      backorderLimit: backorderLimit ?? level.backorderLimit,
      lowAt: lowAt === undefined ? level.lowAt : lowAt,
    })
  },
})
