/**
 * The cart's way through an order: open -> completing -> completed, or open again.
 *
 * Orders call this; each step is in their transaction. Taking a cart for an order
 * locks it first of all, as the order of locks wants it.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { mustOwn, owner } from '#kit/policy.ts'
import { cartChanged } from './events.ts'
import { allows } from '../catalog/index.ts'
import { CartIncomplete, NotForSale, WrongQuantity } from './failures.ts'
import { isOwn, lockCart, ownsCart, type LockedCart } from './ownership.ts'
import { price, type PricedCart } from './priced.ts'
import { readCartRow, type CartRow } from './rows.ts'

export interface Taken {
  cart: LockedCart | CartRow
  /** Null: it was taken before, or is finished; `cart.state` says which. */
  row: CartRow | null
}
const taken = new WeakMap<Ctx, Taken>()

/** For the shopper's command that makes an order: an open cart of theirs becomes `completing`, locked, and is read. */
export const takesOwnCart = owner<{ cartId: string }>(async ({ cartId }, ctx) => {
  const found = await take(cartId, isOwn(ctx.actor), (cart) => ownsCart(cart, ctx.actor), ctx)
  mustOwn(found !== null)
  taken.set(ctx, found!)
})

/** The same for staff, who may place anybody's cart; the operation's permission says so. */
export async function takeCart(cartId: string, ctx: Ctx): Promise<Taken> {
  const found = await take(cartId, sql<boolean>`true`, () => true, ctx)
  if (!found) throw NotFound({})
  return found
}

/**
 * All in one statement, which sees the cart as it was when the statement began. When another change was
 * waited for, the versions differ and the cart is read again.
 */
async function take(
  cartId: string,
  may: RawBuilder<boolean>,
  mayAlso: (cart: LockedCart) => boolean,
  ctx: Ctx,
): Promise<Taken | null> {
  const here = sql`c.store_id = ${ctx.storeId} and c.id = ${cartId}`
  const found = (await readCartRow(
    ctx,
    sql`c.id = ${cartId} and ${may}`,
    sql`with taken as (
      update cart.cart c set state = 'completing', version = version + 1, updated_at = ${ctx.now()}
      where ${here} and ${may} and c.state = 'open' returning c.version
    )`,
    sql`, (select version from taken) as taken_version`,
  )) as (CartRow & { taken_version: number | null }) | undefined
  const version = found?.taken_version ?? null
  if (found && version !== null) {
    const row = version === found.version + 1 ? found : (await readCartRow(ctx, sql`c.id = ${cartId}`))!
    const present = { ...row, version, state: 'completing' as const }
    return { cart: present, row: present }
  }
  const cart = await lockCart(cartId, ctx)
  return cart && mayAlso(cart) ? { cart, row: null } : null
}

export function takenCart(ctx: Ctx): Taken {
  const found = taken.get(ctx)
  if (!found) throw new Error('No cart was taken: this operation needs the access `takesOwnCart`.')
  return found
}

/** What the order will hold: complete, for sale, and priced now. */
export async function pricedForOrder(row: CartRow, ctx: Ctx): Promise<PricedCart> {
  ctx.emit(cartChanged, { ids: [row.id] })
  // Its order does not hold its promotions yet: it is about to.
  const priced = await price(row, ctx, false)
  const gone = [
    ...priced.lines.filter((line) => !line.forSale || line.priceId === null),
    ...priced.bundles.filter((bundle) => !bundle.forSale),
  ]
  if (gone.length > 0) throw NotForSale({ variantIds: gone.map((each) => each.variantId) })
  const single = priced.lines.filter((line) => line.bundleId === null)
  const wrong = [...single, ...priced.bundles].find((each) => !allows(each.quantityRule, each.quantity))
  if (wrong) throw WrongQuantity({ variantId: wrong.variantId, quantityRule: wrong.quantityRule })
  if (priced.missing.length > 0) throw CartIncomplete({ missing: priced.missing })
  return priced
}

export function finishCart(ctx: Ctx, cartId: string): Promise<void> {
  return leaveCompleting(ctx, cartId, 'completed')
}

/** The order did not come about: the cart is the shopper's again, as it was. */
export function reopenCart(ctx: Ctx, cartId: string): Promise<void> {
  return leaveCompleting(ctx, cartId, 'open')
}

async function leaveCompleting(ctx: Ctx, cartId: string, to: 'completed' | 'open'): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update cart.cart set state = ${to}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${cartId} and state = 'completing' returning id`.execute(ctx.db)
  if (rows.length > 0) ctx.emit(cartChanged, { ids: [cartId] })
}
