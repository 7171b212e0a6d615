/**
 * Puts what somebody shared into one's own cart: of each thing as many as were shared, or as can be had. What is not for sale any
 * more stays out.
 *
 * Of what is in the cart already at least so many are kept, so taking it twice does no more than taking it once.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, isFailure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Count, Id, Token, Type, Version, shape } from '#kit/types.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { choicesOf } from './bundle-choice.ts'
import { Cart, MOST_LINES, MOST_OF_ONE } from './cart.ts'
import { asksFor, availableIn, changed, isSoldTo, openToChange, raise } from './change.ts'
import { CartClosed } from './failures.ts'
import { changesOwnCart, type LockedCart } from './ownership.ts'
import { putBundle } from './put-bundle.ts'
import { sharedBy } from './shared-items.ts'

export const takeShared = command({
  id: 'cart.takeShared',
  summary: 'Put what somebody shared into the cart',
  rest: 'POST /carts/:cartId/shared-items',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id, token: Token, expectedVersion: Type.Optional(Version) }),
  output: shape('SharedCartTaken', {
    cart: Cart,
    /** Things of which none could be had. */
    leftOut: Count,
  }),
  failures: [NotFound, CartClosed],
  async run({ cartId, token, expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    const sharedId = await sharedBy(ctx, token)
    await raise(ctx, cartId)
    const leftOut = (await takeThings(ctx, cart, sharedId)) + (await takeBundles(ctx, cart, sharedId))
    return { cart: await changed(ctx, cartId), leftOut }
  },
})

/** How many of them stay out. */
async function takeThings(ctx: Ctx, cart: LockedCart, sharedId: string): Promise<number> {
  const price = priceFor(
    { ...asksFor(cart), variant: sql`v.id`, quantity: sql`s.quantity` },
    await listsNow(ctx),
  )
  const { rows } = await sql<{ leftOut: number }>`
    with wished as (
      select s.position, v.id as variant_id, v.min_quantity, price.id as price_id, price.amount, coalesce(m.quantity, 0) as had,
        least(s.quantity, coalesce(v.max_quantity, ${MOST_OF_ONE}), ${await availableIn(ctx, cart.id, 'v.id')}) / v.quantity_step * v.quantity_step as most
      from cart.shared_item s
      join catalog.variant v on v.id = s.variant_id and v.archived_at is null
      join catalog.product p on p.id = v.product_id and p.archived_at is null and p.state = 'published' and ${isSoldTo(cart)}
      join lateral ${price} price on true
      left join cart.line m on m.cart_id = ${cart.id} and m.variant_id = v.id and m.custom = '{}' and m.bundle_id is null
      where s.store_id = ${ctx.storeId} and s.shared_id = ${sharedId} and s.choice is null
    ), fits as (
      select *, sum((had = 0)::int) over (order by position) as place from wished where most >= min_quantity
    ), taken as (
      select * from fits where had > 0 or place <= ${MOST_LINES} - (select count(*) from cart.line where cart_id = ${cart.id})
    ), put as (
      insert into cart.line as mine (id, store_id, cart_id, variant_id, quantity, seen_amount, seen_price_id, seen_at, created_at)
      select gen_random_uuid(), ${ctx.storeId}, ${cart.id}, variant_id, most, amount, price_id, ${ctx.now()}, ${ctx.now()}
      from taken where most > had order by position
      on conflict on constraint line_once do update set quantity = excluded.quantity, seen_amount = excluded.seen_amount,
        seen_price_id = excluded.seen_price_id, seen_at = excluded.seen_at
    )
    select (select count(*) from cart.shared_item where store_id = ${ctx.storeId} and shared_id = ${sharedId} and choice is null)::int
      - (select count(*) from taken)::int as "leftOut"`.execute(ctx.db)
  return rows[0]!.leftOut
}

interface SharedBundle {
  variantId: string
  choice: string
  quantity: number
}

/** Each stands for itself: one that cannot be had takes none of the others along. */
async function takeBundles(ctx: Ctx, cart: LockedCart, sharedId: string): Promise<number> {
  const { rows } = await sql<SharedBundle>`
    select s.variant_id as "variantId", s.choice, s.quantity - coalesce(b.quantity, 0) as quantity from cart.shared_item s
    left join cart.bundle b on b.cart_id = ${cart.id} and b.variant_id = s.variant_id and b.choice = s.choice
    where s.store_id = ${ctx.storeId} and s.shared_id = ${sharedId} and s.choice is not null order by s.position`.execute(
    ctx.db,
  )
  let leftOut = 0
  for (const { variantId, choice, quantity } of rows.filter((each) => each.quantity > 0)) {
    await sql`savepoint bundle`.execute(ctx.db)
    try {
      await putBundle(ctx, cart, { variantId, quantity, choices: choicesOf(choice) })
      await sql`release savepoint bundle`.execute(ctx.db)
    } catch (error) {
      if (!isFailure(error)) throw error
      await sql`rollback to savepoint bundle`.execute(ctx.db)
      leftOut += 1
    }
  }
  return leftOut
}
