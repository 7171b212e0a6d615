/** Who may see an order: its customer, the guest who placed it, or whoever holds the token of its link. To others it is not there. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { mustOwn, owner, type Actor } from '#kit/policy.ts'
import { lockOrder } from './lock.ts'
import { readOrderRow, type OrderRow } from './rows.ts'
import { fits } from './token.ts'

interface Owned {
  customer_id: string | null
  guest_id: string | null
  access_hash: Buffer
}

export interface OrderInput {
  orderId: string
  token?: string
}

const read = new WeakMap<Ctx, OrderRow>()

export function ownsOrder(order: Owned, actor: Actor, token: string | undefined): boolean {
  if (token !== undefined && fits(token, order.access_hash)) return true
  if (actor.kind === 'person') return order.customer_id === actor.personId
  return actor.kind === 'guest' && order.customer_id === null && order.guest_id === actor.guestId
}

/** For queries: reads the whole order, and `readOwn` answers with it. */
export const seesOwnOrder = owner<OrderInput>(async ({ orderId, token }, ctx) => {
  const row = await readOrderRow(ctx, sql`o.id = ${orderId}`)
  mustOwn(row !== undefined && ownsOrder(row, ctx.actor, token))
  read.set(ctx, row!)
})

/** For commands: locks cart and order. */
export const changesOwnOrder = owner<OrderInput>(async ({ orderId, token }, ctx) => {
  mustOwn(ownsOrder(await lockOrder(ctx, orderId), ctx.actor, token))
})

/** What the access check read; a stream asks again and again, so it is read anew from the second time on. */
export async function readOwn(orderId: string, ctx: Ctx): Promise<OrderRow> {
  const row = read.get(ctx)
  read.delete(ctx)
  return row?.id === orderId ? row : readOrder(orderId, ctx)
}

export async function readOrder(orderId: string, ctx: Ctx): Promise<OrderRow> {
  const row = await readOrderRow(ctx, sql`o.id = ${orderId}`)
  if (!row) throw NotFound({})
  return row
}
