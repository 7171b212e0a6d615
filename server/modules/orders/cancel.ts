/** The buyer takes back an order that is not paid. Its stock goes back, and the cart is theirs again. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Token, Type, Version } from '#kit/types.ts'
import { changesOwnOrder, readOrder } from './access.ts'
import { close } from './close.ts'
import { NotCancellable } from './failures.ts'
import { lockOrder, type LockedOrder } from './lock.ts'
import { Order } from './order.ts'
import { toOrder } from './view.ts'

export const cancel = command({
  id: 'orders.cancel',
  summary: 'Cancel an order that is not paid',
  rest: 'POST /orders/:orderId/cancellation',
  audience: 'shop',
  access: changesOwnOrder,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token), expectedVersion: Type.Optional(Version) }),
  output: Order,
  failures: [NotCancellable],

  async run({ orderId, expectedVersion }, ctx) {
    const order = await lockOrder(ctx, orderId)
    mustBeVersion(order, expectedVersion)
    if (order.state !== 'pending' || (await isMoneyMoving(ctx, orderId)))
      throw NotCancellable({ state: order.state })
    await close(ctx, order, { as: 'cancelled', reason: 'by_buyer', cause: 'orders.cancel' })
    return toOrder(await readOrder(orderId, ctx), ctx)
  },
})

export function mustBeVersion(order: LockedOrder, expected: number | undefined): void {
  if (expected !== undefined && expected !== order.version)
    throw StaleVersion({ currentVersion: order.version })
}

/** Money was taken, or the provider is about to take it. The order is locked, so this cannot change meanwhile. */
export async function isMoneyMoving(ctx: Ctx, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payments.payment where store_id = ${ctx.storeId} and payable_kind = 'order' and payable_id = ${orderId}
      and (state in ('processing', 'part_captured', 'captured') or captured_amount > refunded_amount) limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}
