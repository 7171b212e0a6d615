/** Changes a promotion; what is left out stays, lists are set as a whole. Orders keep what they were placed with. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Promotion, fields, lockPromotion, readPromotion } from './promotion.ts'
import { checkPromotion, writeParts } from './write.ts'

export const update = command({
  id: 'promotions.update',
  summary: 'Change a promotion',
  description: 'Lists are set as a whole. Its kind, and whether it needs a code, stay as they are.',
  rest: 'PATCH /promotions/:promotionId',
  audience: 'staff',
  access: permission('promotions.write'),
  input: Type.Object({ promotionId: Id, expectedVersion: Type.Optional(Version), ...patch(fields) }),
  output: Promotion,
  async run({ promotionId, expectedVersion, ...given }, ctx) {
    const before = await lockPromotion(ctx, promotionId, expectedVersion)
    const next = { ...before, ...given }
    await checkPromotion(ctx, before.kind, next, before)
    if (next.usageLimit !== null && next.usageLimit < before.used)
      throw invalid('usageLimit', 'too_small', `It was used ${before.used} times already.`)
    next.sums.forEach(({ currency, budgetAmount }, index) => {
      const spent = before.sums.find((sum) => sum.currency === currency)?.spentAmount ?? 0
      if (budgetAmount != null && budgetAmount < spent)
        throw invalid(`sums.${index}.budgetAmount`, 'too_small', `It has given away ${spent} already.`)
    })
    await sql`update promotions.promotion set exclusive = ${next.exclusive}, priority = ${next.priority}, basis_points = ${next.basisPoints},
        buy_quantity = ${next.buyQuantity}, get_quantity = ${next.getQuantity}, minimum_quantity = ${next.minimumQuantity},
        first_order_only = ${next.firstOrderOnly}, channel_ids = ${next.channelIds}, group_ids = ${next.groupIds}, usage_limit = ${next.usageLimit},
        customer_limit = ${next.customerLimit}, starts_at = ${next.startsAt}, ends_at = ${next.endsAt},
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${promotionId}`.execute(ctx.db)
    await writeParts(ctx, promotionId, next)
    const after = await readPromotion(ctx, promotionId)
    ctx.audit({ subject: 'promotions.promotion', subjectId: promotionId, before, after })
    return after
  },
})
