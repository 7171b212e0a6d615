/** The purchase was sent to its supplier: from now on it is expected, by the supplier's own days unless said otherwise. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { dayIn } from '../../tax/index.ts'
import { Purchase, PurchaseNotOpen, lockPurchase, step } from './purchase.ts'

export const order = command({
  id: 'inventory.purchases.order',
  summary: 'Note that a purchase was ordered',
  rest: 'POST /purchases/:purchaseId/ordering',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ purchaseId: Id, expectedVersion: Type.Optional(Version) }),
  output: Purchase,
  failures: [PurchaseNotOpen],
  async run({ purchaseId, expectedVersion }, ctx) {
    const purchase = await lockPurchase(ctx, purchaseId, expectedVersion)
    if (purchase.state !== 'draft') throw PurchaseNotOpen({ state: purchase.state })
    const { rows } = await sql<{ lead_days: number }>`
      select lead_days from inventory.supplier where store_id = ${ctx.storeId} and id = ${purchase.supplierId}`.execute(
      ctx.db,
    )
    const expected = dayIn(ctx.scope.timeZone, after(ctx.now(), days(rows[0]!.lead_days)))
    await sql`update inventory.purchase set ordered_at = ${ctx.now()}, expected_on = coalesce(expected_on, ${expected}::date)
      where store_id = ${ctx.storeId} and id = ${purchaseId}`.execute(ctx.db)
    return step(ctx, purchase, 'ordered')
  },
})
