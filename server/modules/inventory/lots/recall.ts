/** Calls a lot back: from now on none of it is sold. Which orders got some of it, `orders.admin.recall` says. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type } from '#kit/types.ts'
import { clear, lockItems } from './clear.ts'
import { Lot } from './lot.ts'
import { readLot } from './read.ts'

export const recall = command({
  id: 'inventory.lots.recall',
  summary: 'Recall a lot: none of it is sold any more',
  description:
    'What was promised of it goes from another place that has some, or waits for fresh goods. A second recall changes the reason.',
  rest: 'POST /stock-lots/:lotId/recall',
  audience: 'staff',
  access: permission('stock.write'),
  isFinal: true,
  input: Type.Object({ lotId: Id, reason: Text(400) }),
  output: Lot,
  async run({ lotId, reason }, ctx) {
    const before = await readLot(ctx, lotId)
    // Counts before lots, as everywhere.
    await lockItems(ctx, [before.itemId])
    await sql`
      update inventory.lot set recalled_at = coalesce(recalled_at, ${ctx.now()}), recall_reason = ${reason}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${lotId}`.execute(ctx.db)
    await clear(ctx, [before.itemId])
    const after = await readLot(ctx, lotId)
    ctx.audit({ subject: 'inventory.lot', subjectId: lotId, before, after })
    return after
  },
})
