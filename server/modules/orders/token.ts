/**
 * The token in an order's link: whoever has it may see and pay the order.
 *
 * It is derived from the store's secret, so a repeated `orders.place` answers the same one and nobody keeps it;
 * only its hash stands in the database. It works until so many days after the order's last step. Then a fresh link,
 * of the next series, goes to the order's address, and what was in older mails is dead for good.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Config } from '#kit/config.ts'
import type { Ctx } from '#kit/context.ts'
import { hashToken } from '#kit/id.ts'
import { DEFAULTS } from './settings.ts'

export interface Linked {
  id: string
  link_series: number
}

export function orderToken(config: Pick<Config, 'secret'>, { id, link_series: series }: Linked): string {
  const subject = series === 0 ? `order-link:${id}` : `order-link:${id}:${series}`
  return createHmac('sha256', config.secret).update(subject).digest('base64url')
}

export function fits(token: string, accessHash: Buffer): boolean {
  return timingSafeEqual(hashToken(token), accessHash)
}

/** Has the link not run out yet? */
export async function linkWorks(ctx: Ctx, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ works: boolean }>`
    select greatest((select max(h.at) from orders.history h where h.order_id = o.id), o.link_renewed_at)
      + make_interval(days => coalesce((select s.link_days from orders.setting s where s.store_id = o.store_id), ${DEFAULTS.linkDays}::int)) > ${ctx.now()} as works
    from orders.order o where o.store_id = ${ctx.storeId} and o.id = ${orderId}`.execute(ctx.db)
  return rows[0]?.works ?? false
}

type Where = { origin: string; app: { config: Config } }

/** The order's page, as mails link to it. */
export function orderLink(ctx: Where, order: Linked): string {
  return `${ctx.origin}/orders/${order.id}?token=${orderToken(ctx.app.config, order)}`
}

/** Where a guest asks for the link that takes the order into an account. */
export function keepLink(ctx: Where, order: Linked): string {
  return `${ctx.origin}/orders/${order.id}/keep?token=${orderToken(ctx.app.config, order)}`
}
