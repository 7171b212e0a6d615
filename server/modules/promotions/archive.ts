/** Ends a promotion for good, with its codes. Orders that hold it keep it. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { promotionsSnapshot } from './live.ts'
import { lockPromotion } from './promotion.ts'

export const archive = command({
  id: 'promotions.archive',
  summary: 'Archive a promotion and its codes',
  rest: 'DELETE /promotions/:promotionId',
  audience: 'staff',
  access: permission('promotions.write'),
  input: Type.Object({ promotionId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ promotionId, expectedVersion }, ctx) {
    const before = await lockPromotion(ctx, promotionId, expectedVersion)
    await sql`with codes as (
        update promotions.code set archived_at = ${ctx.now()}, updated_at = ${ctx.now()}
        where store_id = ${ctx.storeId} and promotion_id = ${promotionId} and archived_at is null)
      update promotions.promotion set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${promotionId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(promotionsSnapshot, ctx)
    ctx.audit({ subject: 'promotions.promotion', subjectId: promotionId, before, after: null })
    return { done: true as const }
  },
})
