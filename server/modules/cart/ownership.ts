/**
 * Who a cart belongs to, and how a command takes hold of it.
 *
 * A cart is its customer's; before it has one, its guest's. The access check of a
 * command locks the row and keeps it for `run`, so that nothing is asked twice.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { mustOwn, owner, type Actor } from '#kit/policy.ts'
import type { CartState } from './cart.ts'
import { readCartRow, type CartRow } from './rows.ts'

export interface LockedCart {
  id: string
  state: CartState
  version: number
  guest_id: string | null
  customer_id: string | null
  currency: string
}

const locked = new WeakMap<Ctx, LockedCart>()
const read = new WeakMap<Ctx, CartRow>()

export function ownsCart(
  row: { guest_id: string | null; customer_id: string | null },
  actor: Actor,
): boolean {
  if (actor.kind === 'person') return row.customer_id === actor.personId
  return actor.kind === 'guest' && row.customer_id === null && row.guest_id === actor.guestId
}

/** The condition on `c` for carts of the caller; false for whoever cannot have one. */
export function isOwn(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'person') return sql<boolean>`c.customer_id = ${actor.personId}`
  if (actor.kind === 'guest') return sql<boolean>`(c.guest_id = ${actor.guestId} and c.customer_id is null)`
  return sql<boolean>`false`
}

/** For commands: locks the cart first of all, as the lock order wants it. */
export const changesOwnCart = owner<{ cartId: string }>(async ({ cartId }, ctx) => {
  const cart = await lockCart(cartId, ctx)
  mustOwn(cart !== undefined && ownsCart(cart, ctx.actor))
  locked.set(ctx, cart!)
})

/** For queries: reads the whole cart; `readOwn` answers with it. */
export const seesOwnCart = owner<{ cartId: string }>(async ({ cartId }, ctx) => {
  const row = await readCartRow(ctx, sql`c.id = ${cartId}`)
  mustOwn(row !== undefined && ownsCart(row, ctx.actor))
  read.set(ctx, row!)
})

export function lockedCart(ctx: Ctx): LockedCart {
  const cart = locked.get(ctx)
  if (!cart) throw new Error('The cart is not locked: this operation needs the access `changesOwnCart`.')
  return cart
}

export function readOwn(ctx: Ctx): CartRow {
  const row = read.get(ctx)
  if (!row) throw new Error('The cart was not read: this operation needs the access `seesOwnCart`.')
  return row
}

/**
 * One at a time for a person who starts a cart or brings one along, so that there is one and not two. A statement
 * of its own: the next one sees what the lock's last holder wrote.
 */
export async function lockCartsOf(personId: string, ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cart ${ctx.storeId} ${personId}`}, 7))`.execute(
    ctx.db,
  )
}

export async function lockCart(cartId: string, ctx: Ctx): Promise<LockedCart | undefined> {
  const { rows } = await sql<LockedCart>`
    select id, state, version, guest_id, customer_id, currency from cart.cart
    where store_id = ${ctx.storeId} and id = ${cartId} for update`.execute(ctx.db)
  return rows[0]
}
