/** Sets how many of a line are wanted; none takes the line out. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Int, Type, Version } from '#kit/types.ts'
import { allows, ruleText, type QuantityRule } from '../catalog/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { Cart, MOST_OF_ONE } from './cart.ts'
import { availableIn, asksFor, changed, isSoldTo, openToChange, touch } from './change.ts'
import { CartClosed, NotForSale, OutOfStock, PartOfBundle, WrongQuantity } from './failures.ts'
import { changesOwnCart } from './ownership.ts'
import { takeOut } from './remove-item.ts'

interface Wanted {
  variant_id: string
  amount: number | null
  for_sale: boolean
  available: number
  rule: QuantityRule
  bundle_id: string | null
}

export const setQuantity = command({
  id: 'cart.setQuantity',
  summary: 'Set how many of a line are wanted',
  description: 'A quantity of 0 takes the line out of the cart.',
  rest: 'PUT /carts/:cartId/items/:lineId',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    lineId: Id,
    quantity: Int(0, MOST_OF_ONE),
    expectedVersion: Type.Optional(Version),
  }),
  output: Cart,
  failures: [OutOfStock, NotForSale, WrongQuantity, PartOfBundle, CartClosed],

  async run({ cartId, lineId, quantity, expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    if (quantity === 0) return takeOut(cartId, lineId, ctx)
    const price = priceFor(
      { ...asksFor(cart), variant: sql`v.id`, quantity: sql`${quantity}::int` },
      await listsNow(ctx),
    )
    const { rows } = await sql<Wanted>`
      with wanted as (
        select l.id, l.variant_id, l.bundle_id, price.id as price_id, price.amount, p.state = 'published' and p.archived_at is null and v.archived_at is null and ${isSoldTo(cart)} as for_sale,
          ${sql.raw(ruleText('v'))} as rule
        from cart.line l
        join catalog.variant v on v.id = l.variant_id
        join catalog.product p on p.id = v.product_id
        left join lateral ${price} price on true
        where l.store_id = ${ctx.storeId} and l.cart_id = ${cartId} and l.id = ${lineId}
      ), put as (
        update cart.line l set quantity = ${quantity}, seen_amount = w.amount, seen_price_id = w.price_id, seen_at = ${ctx.now()}
        from wanted w where l.id = w.id and w.bundle_id is null and w.for_sale and w.amount is not null
      ), touched as (${touch(ctx, cartId)})
      select w.variant_id, w.bundle_id, w.amount, w.for_sale, w.rule, ${await availableIn(ctx, cartId, 'w.variant_id')} as available from wanted w`.execute(
      ctx.db,
    )
    const [wanted] = rows
    if (!wanted) throw NotFound({})
    if (wanted.bundle_id) throw PartOfBundle({ bundleId: wanted.bundle_id })
    if (!wanted.for_sale || wanted.amount === null) throw NotForSale({ variantIds: [wanted.variant_id] })
    const { available, rule, variant_id: variantId } = wanted
    if (!allows(rule, quantity)) throw WrongQuantity({ variantId, quantityRule: rule })
    if (quantity > available) throw OutOfStock({ available, lines: [{ lineId, available }] })
    return changed(ctx, cartId)
  },
})
