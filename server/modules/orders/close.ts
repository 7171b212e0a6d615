/**
 * An order that will not be: its stock and its promotions go back, what is open at the provider is ended,
 * what was taken is refunded, and the cart of an order that was never paid is open again.
 *
 * The order is locked, cart first. Safe to call once per order: the state guards it.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { reopenCart } from '../cart/index.ts'
import { release } from '../inventory/index.ts'
import { releaseRedemptions } from '../promotions/index.ts'
import { cancelOpenPayments, refundableOf } from '../payments/index.ts'
import { buyersToTell, ordersChanged } from './events.ts'
import { tell } from './history.ts'
import { keep, type LockedOrder } from './lock.ts'
import { fullPayments, giveBack } from './refunds/give-back.ts'
import { planAll } from './refunds/plan.ts'
import { readRefundable } from './refunds/refundable.ts'

export interface Closing {
  as: 'cancelled' | 'expired'
  reason: string
  cause: string
  /** False: whoever asked changes the cart itself. */
  reopen?: boolean
}

export async function close(ctx: Ctx, order: LockedOrder, how: Closing): Promise<void> {
  const payable = { kind: 'order', id: order.id }
  const { rows } = await sql<{ version: number; discount_amount: number }>`
    with closed as (
      update orders.order set state = ${how.as}, cancel_reason = ${how.reason}, hold_until = null, closed_at = ${ctx.now()},
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${order.id} returning id, version, discount_amount
    ), lines as (
      update orders.line set quantity_cancelled = quantity - quantity_shipped where store_id = ${ctx.storeId} and order_id = ${order.id}
    ), told as (${tell(
      ctx,
      how.cause,
      [{ kind: how.as, from: order.state, to: how.as, facts: { reason: how.reason }, public: true }],
      sql`select id from closed`,
    )})
    select version, discount_amount from closed`.execute(ctx.db)
  const { version, discount_amount: discount } = rows[0]!
  keep(ctx, { ...order, version, state: how.as, hold_until: null })
  await release(ctx, payable, how.as === 'expired' ? 'expired' : 'released')
  if (discount > 0) await releaseRedemptions(ctx, payable)
  await cancelOpenPayments(ctx, payable, how.cause)
  await refundAll(ctx, order, how)
  if (order.state === 'pending' && how.reopen !== false) await reopenCart(ctx, order.cart_id)
  ctx.emit(ordersChanged, { ids: [order.id] })
  if (order.state !== 'pending') ctx.emit(buyersToTell, { ids: [order.id] })
}

async function refundAll(ctx: Ctx, order: LockedOrder, { reason, cause }: Closing): Promise<void> {
  for (const payment of await fullPayments(ctx, order.id, 'lock')) {
    const amount = refundableOf(payment)
    const parts = planAll(await readRefundable(ctx, order.id), amount)
    await giveBack(ctx, order, payment, { parts, amount, reason, cause })
  }
}
