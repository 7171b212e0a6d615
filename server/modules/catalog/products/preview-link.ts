/** Links to a product that is not in the shop: good for a while, without a session. */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { passFor, passedBy } from '#kit/pass.ts'
import { PreviewOver } from '../failures.ts'

const PURPOSE = 'catalog preview'

/** `until` in whole seconds. */
export const previewToken = (ctx: Ctx, productId: string, until: Date) =>
  passFor(ctx, PURPOSE, productId, until)

/** The product that a token leads to. A wrong signature is as good as no product. */
export function previewedProduct(ctx: Ctx, token: string): string {
  const passed = passedBy(ctx, PURPOSE, token)
  if (!passed) throw NotFound({})
  if (passed.isOver) throw PreviewOver({})
  return passed.id
}
