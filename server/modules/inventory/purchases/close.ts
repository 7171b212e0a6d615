/** Nothing more will come: what is missing is not expected any longer. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Purchase, PurchaseNotOpen, lockPurchase, step } from './purchase.ts'

export const close = command({
  id: 'inventory.purchases.close',
  summary: 'Close a purchase of which nothing more will come',
  rest: 'POST /purchases/:purchaseId/closing',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ purchaseId: Id, expectedVersion: Type.Optional(Version) }),
  output: Purchase,
  failures: [PurchaseNotOpen],
  async run({ purchaseId, expectedVersion }, ctx) {
    const purchase = await lockPurchase(ctx, purchaseId, expectedVersion)
    if (purchase.state !== 'receiving' && purchase.state !== 'ordered')
      throw PurchaseNotOpen({ state: purchase.state })
    return step(ctx, purchase, 'closed')
  },
})
