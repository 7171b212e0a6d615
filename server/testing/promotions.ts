/** Promotions and codes, in one line each. */
import { newId } from '#kit/id.ts'
import type { Typed } from '#kit/operation.ts'
import { create as createCode } from '../modules/promotions/codes/create.ts'
import { create } from '../modules/promotions/create.ts'
import type { Promotion } from '../modules/promotions/promotion.ts'
import type { Shop } from './shop.ts'

type InputOf<Operation> = Operation extends Typed<infer Input, unknown> ? Input : never
export type PromotionGiven = Partial<InputOf<typeof create>>

/** By default ten per cent off everything, without a code. */
export function promotion(shop: Shop, given: PromotionGiven = {}): Promise<Promotion> {
  const kind = given.kind ?? 'percentage'
  return shop.bob.call(create, {
    kind,
    names: [{ locale: 'en', name: 'Spring' }],
    ...(kind === 'percentage' && { basisPoints: 1000 }),
    ...given,
  })
}

/** A promotion and the code that asks for it. */
export async function coded(
  shop: Shop,
  given: PromotionGiven & { codeLimit?: number } = {},
): Promise<{ promotion: Promotion; code: string; codeId: string }> {
  const { codeLimit, ...of } = given
  const made = await promotion(shop, { needsCode: true, ...of })
  const code = `C-${newId().slice(-12).toUpperCase()}`
  const { id } = await shop.bob.call(createCode, {
    promotionId: made.id,
    code,
    ...(codeLimit && { usageLimit: codeLimit }),
  })
  return { promotion: made, code, codeId: id }
}
