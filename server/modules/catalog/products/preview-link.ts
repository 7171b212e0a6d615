/** Links to a product that is not in the shop: good for a while, without a session. The signature covers the product and the moment. */
import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { derivedToken } from '#kit/seal.ts'
import { PreviewOver } from '../failures.ts'

const signatureOf = (ctx: Ctx, subject: string) =>
  derivedToken(ctx.app.config.secret, 'catalog preview', `${ctx.storeId} ${subject}`)

/** `until` in whole seconds: the token carries no more. */
export function previewToken(ctx: Ctx, productId: string, until: Date): string {
  const subject = `${productId}.${until.getTime() / 1000}`
  return `${subject}.${signatureOf(ctx, subject)}`
}

/** The product that a token leads to. A wrong signature is as good as no product. */
export function previewedProduct(ctx: Ctx, token: string): string {
  const [productId = '', until = '', signature = ''] = token.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(ctx, `${productId}.${until}`))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw NotFound({})
  if (Number(until) * 1000 <= ctx.now().getTime()) throw PreviewOver({})
  return productId
}
