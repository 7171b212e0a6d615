import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Purchase, readPurchase } from './purchase.ts'

export const get = query({
  id: 'inventory.purchases.get',
  summary: 'A purchase, and what of it has come',
  rest: 'GET /purchases/:purchaseId',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({ purchaseId: Id }),
  output: Purchase,
  run: ({ purchaseId }, ctx) => readPurchase(ctx, purchaseId),
})
