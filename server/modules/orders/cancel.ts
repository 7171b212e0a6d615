/**
 * The buyer takes back an order of which nothing was charged and nothing sent, also one whose money is only authorised.
 *
 * Its stock goes back and the authorisation is voided. An order that waited for its payment gives its cart back, too.
 */
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
import { mayStep } from './state.ts'
import { toOrder } from './view.ts'

export const cancel = command({
  id: 'orders.cancel',
  summary: 'Cancel an order of which nothing was charged or sent',
  rest: 'POST /orders/:orderId/cancellation',
  audience: 'shop',
  access: changesOwnOrder,
  isFinal: true,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token), expectedVersion: Type.Optional(Version) }),
  output: Order,
  failures: [NotCancellable],

  async run({ orderId, expectedVersion }, ctx) {
    const order = await lockOrder(ctx, orderId)
    mustBeVersion(order, expectedVersion)
    const open = mayStep(order.state, 'cancelled') && !(await hasShipped(ctx, orderId))
    if (!open || (await isMoneyMoving(ctx, orderId))) throw NotCancellable({ state: order.state })
    await close(ctx, order, { as: 'cancelled', reason: 'by_buyer', cause: 'orders.cancel' })
    return toOrder(await readOrder(orderId, ctx), ctx)
  },
})

export function mustBeVersion(order: LockedOrder, expected: number | undefined): void {
  if (expected !== undefined && expected !== order.version)
    throw StaleVersion({ currentVersion: order.version })
}

/** Money was taken, or the provider is about to take it. Order and payments are locked, so this cannot change meanwhile. */
export async function isMoneyMoving(ctx: Ctx, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ moving: boolean }>`
    select p.state in ('processing', 'part_captured', 'captured') or p.captured_amount > p.refunded_amount
      or exists (select from payments.step s where s.payment_id = p.id and s.kind = 'capture' and s.state = 'asked') as moving
    from payments.payment p where p.store_id = ${ctx.storeId} and p.payable_kind = 'order' and p.payable_id = ${orderId}
    order by p.id for update of p`.execute(ctx.db)
  return rows.some((row) => row.moving)
}

export async function hasShipped(ctx: Ctx, orderId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from orders.line where store_id = ${ctx.storeId} and order_id = ${orderId} and quantity_shipped > 0 limit 1`.execute(
      ctx.db,
    )
  return rows.length > 0
}
