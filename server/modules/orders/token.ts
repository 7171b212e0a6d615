/**
 * The token in an order's link: whoever has it may see and pay the order.
 *
 * It is derived from the store's secret, so a repeated `orders.place` answers the
 * same one and nobody keeps it; only its hash stands in the database.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '#kit/config.ts'
import { hashToken } from '#kit/id.ts'

export function orderToken(config: Pick<Config, 'secret'>, orderId: string): string {
  return createHmac('sha256', config.secret).update(`order-link:${orderId}`).digest('base64url')
}

export function fits(token: string, accessHash: Buffer): boolean {
  return timingSafeEqual(hashToken(token), accessHash)
}

/** The order's page, as mails link to it. */
export function orderLink(ctx: { origin: string; app: { config: Config } }, orderId: string): string {
  return `${ctx.origin}/orders/${orderId}?token=${orderToken(ctx.app.config, orderId)}`
}
