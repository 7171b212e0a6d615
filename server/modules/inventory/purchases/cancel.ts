/** The purchase is called off before anything has come. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Purchase, PurchaseNotOpen, lockPurchase, step } from './purchase.ts'

export const cancel = command({
  id: 'inventory.purchases.cancel',
  summary: 'Cancel a purchase of which nothing has come',
  rest: 'POST /purchases/:purchaseId/cancellation',
  audience: 'staff',
  access: permission('stock.write'),
  isFinal: true,
  input: Type.Object({ purchaseId: Id, expectedVersion: Type.Optional(Version) }),
  output: Purchase,
  failures: [PurchaseNotOpen],
  async run({ purchaseId, expectedVersion }, ctx) {
    const purchase = await lockPurchase(ctx, purchaseId, expectedVersion)
    if (purchase.state !== 'draft' && purchase.state !== 'ordered')
      throw PurchaseNotOpen({ state: purchase.state })
    return step(ctx, purchase, 'cancelled')
  },
})
