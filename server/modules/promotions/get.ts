import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Promotion, readPromotion } from './promotion.ts'

export const get = query({
  id: 'promotions.get',
  summary: 'A promotion with its counts',
  rest: 'GET /promotions/:promotionId',
  audience: 'staff',
  access: permission('promotions.read'),
  input: Type.Object({ promotionId: Id }),
  output: Promotion,
  run: ({ promotionId }, ctx) => readPromotion(ctx, promotionId),
})
