/**
 * What happens to a guest's cart when they log in.
 *
 * The guest's cart becomes the customer's. If that customer has an open cart already,
 * the two become one: quantities are summed, at most what is in stock; the details
 * of the cart touched last win. A cart that is being paid for is left as it is.
 */
import { sql } from 'kysely'
import { after } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { ensureCustomer } from '../customers/index.ts'
import type { SignedIn } from '../identity/index.ts'
import { availableOf } from '../inventory/index.ts'
import { MOST_OF_ONE } from './cart.ts'
import { CART_LIVES } from './change.ts'
import { cartChanged } from './events.ts'

interface Open {
  id: string
  state: 'open' | 'completing'
  mine: boolean
}

export async function mergeCarts(fact: SignedIn, ctx: Ctx): Promise<void> {
  if (!fact.guestId) return
  const { rows } = await sql<Open>`
    select id, state, coalesce(customer_id = ${fact.personId}, false) as mine from cart.cart
    where store_id = ${ctx.storeId} and state in ('open', 'completing')
      and (customer_id = ${fact.personId} or (guest_id = ${fact.guestId} and customer_id is null))
    order by id for update`.execute(ctx.db)
  const theirs = rows.filter((cart) => !cart.mine)
  if (theirs.length === 0) return
  await ensureCustomer(ctx, fact.personId)
  const into = rows.find((cart) => cart.mine && cart.state === 'open')
  for (const cart of theirs) {
    if (into && cart.state === 'open') await pour(cart.id, into.id, ctx)
    else await give(cart.id, fact.personId, ctx)
  }
  ctx.emit(cartChanged, { ids: [...theirs.map((cart) => cart.id), ...(into ? [into.id] : [])] })
}

async function give(cartId: string, personId: string, ctx: Ctx): Promise<void> {
  await sql`
    update cart.cart set customer_id = ${personId}, version = version + 1, updated_at = ${ctx.now()},
      email = coalesce(email, (select email from identity.person where store_id = ${ctx.storeId} and id = ${personId}))
    where store_id = ${ctx.storeId} and id = ${cartId}`.execute(ctx.db)
}

async function pour(fromId: string, intoId: string, ctx: Ctx): Promise<void> {
  await sql`
    with source as (
      update cart.cart set state = 'merged', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${fromId}
      returning id
    ), poured as (
      insert into cart.line as mine (id, store_id, cart_id, variant_id, quantity, seen_amount, custom, created_at)
      select gen_random_uuid(), store_id, ${intoId}, variant_id, quantity, seen_amount, custom, created_at
      from cart.line where store_id = ${ctx.storeId} and cart_id = ${fromId}
      on conflict on constraint line_once do update set quantity =
        greatest(mine.quantity, least(mine.quantity + excluded.quantity, ${MOST_OF_ONE}, ${availableOf(sql`excluded.variant_id`)}))
    )
    update cart.cart c set version = c.version + 1, updated_at = ${ctx.now()}, expires_at = ${after(ctx.now(), CART_LIVES)},
      email = coalesce(newer.email, older.email),
      shipping_address = coalesce(newer.shipping_address, older.shipping_address),
      billing_address = coalesce(newer.billing_address, older.billing_address),
      delivery_method_id = coalesce(newer.delivery_method_id, older.delivery_method_id)
    from (select * from cart.cart where store_id = ${ctx.storeId} and id in (${fromId}, ${intoId}) order by updated_at desc, id desc limit 1) newer,
      (select * from cart.cart where store_id = ${ctx.storeId} and id in (${fromId}, ${intoId}) order by updated_at, id limit 1) older
    where c.store_id = ${ctx.storeId} and c.id = ${intoId}`.execute(ctx.db)
}
