/**
 * What happens to a guest's cart when they log in or sign up.
 *
 * It becomes the account's. If the account has an open cart already, the guest's is poured into it:
 * - of one thing in both the store's rule counts (`cart.settings`): the quantities are summed, or the larger one is kept, or that
 *   of the cart touched last; at most 999 and at most what is in stock, in the steps and up to the maximum that it is sold in,
 *   and never less than the account had, unless it chose less just now;
 * - a cart holds 200 different things: the account's stay, and of the guest's the newest get in;
 * - bundles come along whole, the same ones by the same rule;
 * - codes come along, at most ten, and one for each promotion: the account's stay;
 * - the account's currency stays: prices are seen anew in it, and what has no price in it is left out;
 * - e-mail, addresses, business and delivery are those of the cart touched last; what it lacks comes from the other.
 * A cart that is being paid for is left as it is and becomes the account's beside the open one. What is wrong with
 * a line (sold out, dearer) is told as it is told of every cart. `docs/decisions` says why.
 */
import { sql, type RawBuilder } from 'kysely'
import { after } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { ensureCustomer } from '../customers/index.ts'
import type { SignedIn } from '../identity/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { MOST_CODES, MOST_LINES, MOST_OF_ONE } from './cart.ts'
import { availableIn, CART_LIVES } from './change.ts'
import { cartChanged } from './events.ts'
import { pourBundles } from './merge-bundles.ts'
import { lockCartsOf } from './ownership.ts'
import { cartSettingsSnapshot, type CartMergeRule } from './settings.ts'

interface Open {
  id: string
  state: 'open' | 'completing'
  mine: boolean
}

export async function mergeCarts(fact: SignedIn, ctx: Ctx): Promise<void> {
  if (!fact.guestId) return
  await lockCartsOf(fact.personId, ctx)
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

/** What is wished of a thing that lies in both carts, of which the account's has `mine` and the guest's `theirs`. */
function wished(
  rule: CartMergeRule,
  { fromId, intoId }: { fromId: string; intoId: string },
): (mine: RawBuilder<number>, theirs: RawBuilder<number>) => RawBuilder<number> {
  const isNewer = sql`(select f.updated_at > i.updated_at from cart.cart f, cart.cart i where f.id = ${fromId} and i.id = ${intoId})`
  return (mine, theirs) =>
    ({
      sum: sql<number>`${mine} + ${theirs}`,
      larger: sql<number>`greatest(${mine}, ${theirs})`,
      newest: sql<number>`case when ${isNewer} then ${theirs} else ${mine} end`,
    })[rule]
}

async function pour(fromId: string, intoId: string, ctx: Ctx): Promise<void> {
  const { mergeRule } = await ctx.app.snapshots.read(cartSettingsSnapshot, ctx)
  const together = wished(mergeRule, { fromId, intoId })
  const wish = together(sql`mine.quantity`, sql`excluded.quantity`)
  await pourBundles(fromId, intoId, together, ctx)
  const price = priceFor(
    {
      variant: sql`l.variant_id`,
      currency: sql`i.currency`,
      quantity: sql`l.quantity`,
      channel: sql`i.channel_id`,
      customer: sql`i.customer_id`,
    },
    await listsNow(ctx),
  )
  await sql`
    with source as (
      update cart.cart set state = 'merged', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${fromId}
      returning id
    ), coming as (
      select l.*, m.id is not null as known, case when f.currency = i.currency then l.seen_amount else price.amount end as seen,
        case when f.currency = i.currency then l.seen_price_id else price.id end as seen_price,
        case when f.currency = i.currency then l.seen_at else ${ctx.now()} end as seen_then,
        row_number() over (partition by m.id is null order by l.created_at desc, l.id desc) as place
      from cart.line l
      join cart.cart f on f.id = l.cart_id
      join cart.cart i on i.id = ${intoId}
      left join cart.line m on m.cart_id = i.id and m.variant_id = l.variant_id and m.custom = l.custom and m.bundle_id is null
      left join lateral ${price} price on true
      where l.store_id = ${ctx.storeId} and l.cart_id = ${fromId} and l.bundle_id is null and (f.currency = i.currency or price.id is not null)
    ), codes as (
      insert into cart.code (store_id, cart_id, code_id, created_at)
      select k.store_id, ${intoId}, k.code_id, k.created_at from cart.code k join promotions.code c on c.id = k.code_id
      where k.store_id = ${ctx.storeId} and k.cart_id = ${fromId} and not exists (
        select from cart.code m join promotions.code o on o.id = m.code_id where m.cart_id = ${intoId} and o.promotion_id = c.promotion_id)
      order by k.created_at, k.code_id limit greatest(0, ${MOST_CODES} - (select count(*) from cart.code where cart_id = ${intoId}))
    ), poured as (
      insert into cart.line as mine (id, store_id, cart_id, variant_id, quantity, seen_amount, seen_price_id, seen_at, custom, created_at)
      select gen_random_uuid(), store_id, ${intoId}, variant_id, quantity, seen, seen_price, seen_then, custom, created_at
      from coming where known or place <= ${MOST_LINES} - (select count(*) from cart.line where cart_id = ${intoId})
      on conflict on constraint line_once do update set quantity =
        greatest(least(mine.quantity, ${wish}), (
          select least(${wish}, coalesce(v.max_quantity, ${MOST_OF_ONE}), ${await availableIn(ctx, intoId, 'v.id')}) / v.quantity_step * v.quantity_step
          from catalog.variant v where v.id = mine.variant_id))
    )
    update cart.cart c set version = c.version + 1, updated_at = ${ctx.now()}, expires_at = ${after(ctx.now(), CART_LIVES)},
      email = coalesce(newer.email, older.email),
      shipping_address = coalesce(newer.shipping_address, older.shipping_address),
      billing_address = coalesce(newer.billing_address, older.billing_address),
      delivery_method_id = coalesce(newer.delivery_method_id, older.delivery_method_id),
      company_name = case when newer.tax_id is null then older.company_name else newer.company_name end,
      tax_id = coalesce(newer.tax_id, older.tax_id)
    from (select * from cart.cart where store_id = ${ctx.storeId} and id in (${fromId}, ${intoId}) order by updated_at desc, id desc limit 1) newer,
      (select * from cart.cart where store_id = ${ctx.storeId} and id in (${fromId}, ${intoId}) order by updated_at, id limit 1) older
    where c.store_id = ${ctx.storeId} and c.id = ${intoId}`.execute(ctx.db)
}
