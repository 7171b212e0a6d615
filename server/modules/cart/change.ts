/**
 * What every change of a cart has in common.
 *
 * A cart whose order waits for its payment may still change: the order is then
 * cancelled, in the same transaction, and the cart is open again. Orders come
 * later in the list of modules, so they do that through a port.
 */
import { sql, type RawBuilder } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { StaleVersion } from '#kit/failure.ts'
import { port } from '#kit/port.ts'
import type { Cart } from './cart.ts'
import { availableOf, ifPlacesDiffer } from '../inventory/index.ts'
import { cartChanged } from './events.ts'
import { CartClosed } from './failures.ts'
import { lockedCart, type LockedCart } from './ownership.ts'
import { price } from './priced.ts'
import { askForTaxes } from './quoted.ts'
import { readCartRow, type CartRow } from './rows.ts'
import { viewOf } from './view.ts'

export const CART_LIVES = days(30)

/** Cancels the order that waits for this cart's payment; false when it can no longer be cancelled. The cart is locked. */
export type CartReopening = (cartId: string, ctx: Ctx) => Promise<boolean>
export const cartReopening = port<CartReopening>('cart.reopening', { many: true })

/** After the access check: the cart may change, and is of the version the caller saw. */
export async function openToChange(ctx: Ctx, expectedVersion: number | undefined): Promise<LockedCart> {
  const cart = lockedCart(ctx)
  if (expectedVersion !== undefined && expectedVersion !== cart.version) {
    throw StaleVersion({ currentVersion: cart.version })
  }
  if (cart.state === 'completed' || cart.state === 'merged') throw CartClosed({ state: cart.state })
  if (cart.state === 'abandoned' && (await hasAnother(ctx, cart))) throw CartClosed({ state: cart.state })
  if (cart.state === 'completing') {
    for (const reopen of ctx.ports(cartReopening)) {
      if (!(await reopen(cart.id, ctx))) throw CartClosed({ state: cart.state })
    }
  }
  return cart
}

/** A guest who started a new cart goes on with that one. */
async function hasAnother(ctx: Ctx, cart: LockedCart): Promise<boolean> {
  const { rows } = await sql`select 1 from cart.cart
    where store_id = ${ctx.storeId} and guest_id = ${cart.guest_id} and customer_id is null and state in ('open', 'completing')`.execute(
    ctx.db,
  )
  return rows.length > 0
}

const channelOf = (cartId: string) => sql`(select channel_id from cart.cart where id = ${cartId})`

/** Whose prices hold in a cart, for a statement of it. */
export function asksFor(cart: LockedCart) {
  return {
    currency: sql`${cart.currency}::text`,
    channel: channelOf(cart.id),
    customer: sql`${cart.customer_id}::uuid`,
  }
}

/** Whether a product `p` is sold where the cart is, for a statement of it. */
export const isSoldTo = (cart: LockedCart) =>
  sql<boolean>`(p.channel_ids is null or ${asksFor(cart).channel} = any(p.channel_ids))`

/** How many of a variant can be had where the cart is, for a statement of it; `variantId` is a column there. */
export async function availableIn(ctx: Ctx, cartId: string, variantId: string): Promise<RawBuilder<number>> {
  return availableOf(variantId, ctx.now(), await ifPlacesDiffer(ctx, channelOf(cartId)))
}

/** A statement (for a CTE) that raises the version and keeps the cart alive; `sets` are more columns to set. */
export function touch(ctx: Ctx, cartId: string, sets: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`update cart.cart set version = version + 1, state = 'open', updated_at = ${ctx.now()},
    expires_at = ${after(ctx.now(), CART_LIVES)}${sets} where store_id = ${ctx.storeId} and id = ${cartId}`
}

/** The same, where nothing else is changed in that statement. */
export async function raise(ctx: Ctx, cartId: string): Promise<void> {
  await sql`${touch(ctx, cartId)}`.execute(ctx.db)
}

/** What `touch` makes of the row, for a reader that saw it before. */
export function touchedAt(
  ctx: Ctx,
  cart: LockedCart,
): Pick<CartRow, 'version' | 'state' | 'updated_at' | 'expires_at'> {
  const now = ctx.now()
  return { version: cart.version + 1, state: 'open', updated_at: now, expires_at: after(now, CART_LIVES) }
}

/** Tells of the change and answers with the cart as it is now. */
export async function changed(ctx: Ctx, cartId: string): Promise<Cart> {
  ctx.emit(cartChanged, { ids: [cartId] })
  return changedTo((await readCartRow(ctx, sql`c.id = ${cartId}`))!, ctx)
}

/** The cart as a change has left it; a tax provider that has yet to say something of it is asked. */
export async function changedTo(row: CartRow, ctx: Ctx): Promise<Cart> {
  const priced = await price(row, ctx)
  await askForTaxes(ctx, priced)
  return viewOf(priced, ctx)
}
