/**
 * Puts a variant in the cart.
 *
 * Adding the same variant twice raises the line's quantity. The stock check is
 * a courtesy to the shopper: orders.place decides, and takes the reservation.
 * A bundle without choices is put in as what is in it.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Int, Type, Version } from '#kit/types.ts'
import { allows, ruleText, type QuantityRule } from '../catalog/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { Cart, MOST_LINES, MOST_OF_ONE } from './cart.ts'
import { availableIn, asksFor, changed, isSoldTo, openToChange, touch } from './change.ts'
import { CartClosed, NotForSale, OutOfStock, WrongQuantity } from './failures.ts'
import { tooManyOfOne, tooManyThings } from './fault-words.ts'
import { changesOwnCart, type LockedCart } from './ownership.ts'
import { putBundle } from './put-bundle.ts'

interface Put {
  amount: number | null
  for_sale: boolean
  bundle: boolean
  available: number
  rule: QuantityRule
  lines: number
  line_id: string | null
  quantity: number | null
}

export const addItem = command({
  id: 'cart.addItem',
  summary: 'Put a variant in the cart',
  rest: 'POST /carts/:cartId/items',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    variantId: Id,
    quantity: Int(1, MOST_OF_ONE),
    expectedVersion: Type.Optional(Version),
  }),
  output: Cart,
  failures: [OutOfStock, NotForSale, WrongQuantity, CartClosed],

  async run({ variantId, quantity, expectedVersion }, ctx) {
    return putVariant(ctx, await openToChange(ctx, expectedVersion), { variantId, quantity })
  },
})

/** Also for what was set aside before. The cart is locked and open to change. */
export async function putVariant(
  ctx: Ctx,
  cart: LockedCart,
  { variantId, quantity }: { variantId: string; quantity: number },
): Promise<Cart> {
  const has = sql`(select coalesce(sum(quantity), 0)::int from cart.line where cart_id = ${cart.id} and variant_id = ${variantId})`
  const price = priceFor(
    { ...asksFor(cart), variant: sql`v.id`, quantity: sql`${has} + ${quantity}::int` },
    await listsNow(ctx),
  )
  const { rows } = await sql<Put>`
    with wanted as (
      select v.id, price.id as price_id, price.amount, p.state = 'published' and p.archived_at is null and v.archived_at is null and ${isSoldTo(cart)} as for_sale,
        ${sql.raw(ruleText('v'))} as rule, p.is_bundle and exists (select from catalog.bundle b where b.variant_id = v.id) as bundle
      from catalog.variant v
      join catalog.product p on p.id = v.product_id
      left join lateral ${price} price on true
      where v.store_id = ${ctx.storeId} and v.id = ${variantId}
    ), put as (
      insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, seen_price_id, seen_at, created_at)
      select ${ctx.id()}, ${ctx.storeId}, ${cart.id}, w.id, ${quantity}::int, w.amount, w.price_id, ${ctx.now()}, ${ctx.now()}
      from wanted w where w.for_sale and w.amount is not null and not w.bundle
      on conflict on constraint line_once
        do update set quantity = least(cart.line.quantity + excluded.quantity, 9999), seen_amount = excluded.seen_amount,
          seen_price_id = excluded.seen_price_id, seen_at = excluded.seen_at
      returning id, quantity
    ), touched as (${touch(ctx, cart.id)})
    select w.amount, w.for_sale, w.bundle, w.rule, ${await availableIn(ctx, cart.id, 'w.id')} as available, put.id as line_id, put.quantity,
      (select count(*)::int from cart.line where cart_id = ${cart.id}) as lines
    from wanted w left join put on true`.execute(ctx.db)
  const [put] = rows
  if (!put) throw NotFound({})
  if (put.bundle) {
    await putBundle(ctx, cart, { variantId, quantity, choices: [] })
    return changed(ctx, cart.id)
  }
  if (put.quantity === null) throw NotForSale({ variantIds: [variantId] })
  if (!allows(put.rule, put.quantity)) throw WrongQuantity({ variantId, quantityRule: put.rule })
  if (put.quantity > put.available) {
    const { available } = put
    throw OutOfStock({ available, lines: [{ lineId: put.line_id!, available }] })
  }
  if (put.quantity > MOST_OF_ONE) throw invalid('quantity', 'too_large', tooManyOfOne(MOST_OF_ONE))
  if (put.lines >= MOST_LINES && put.quantity === quantity) {
    throw invalid('variantId', 'too_many', tooManyThings(MOST_LINES))
  }
  return changed(ctx, cart.id)
}
