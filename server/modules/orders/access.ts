/** Who may see an order: its customer, the guest who placed it, or whoever holds the token of its link while that works. To others it is not there. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { mustOwn, owner, type Actor } from '#kit/policy.ts'
import { lockOrder } from './lock.ts'
import { readOrderRow, type OrderRow } from './rows.ts'
import { fits, linkWorks } from './token.ts'

interface Owned {
  id: string
  customer_id: string | null
  guest_id: string | null
  access_hash: Buffer
}

export interface OrderInput {
  orderId: string
  token?: string
}

const read = new WeakMap<Ctx, OrderRow>()

export async function ownsOrder(ctx: Ctx, order: Owned, token: string | undefined): Promise<boolean> {
  if (isOwn(order, ctx.actor)) return true
  return token !== undefined && fits(token, order.access_hash) && (await linkWorks(ctx, order.id))
}

function isOwn(order: Owned, actor: Actor): boolean {
  if (actor.kind === 'person') return order.customer_id === actor.personId
  return actor.kind === 'guest' && order.customer_id === null && order.guest_id === actor.guestId
}

/** For queries: reads the whole order, and `readOwn` answers with it. */
export const seesOwnOrder = owner<OrderInput>(async ({ orderId, token }, ctx) => {
  const row = await readOrderRow(ctx, sql`o.id = ${orderId}`)
  mustOwn(row !== undefined && (await ownsOrder(ctx, row, token)))
  read.set(ctx, row!)
})

/** For commands: locks cart and order. */
export const changesOwnOrder = owner<OrderInput>(async ({ orderId, token }, ctx) => {
  mustOwn(await ownsOrder(ctx, await lockOrder(ctx, orderId), token))
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
