/**
 * Starts a cart, or answers with the one the caller already has.
 *
 * One cart at a time: two at once would each be half of what the shopper wants.
 * A logged-in shopper's e-mail, usual address and business are filled in.
 */
import { sql } from 'kysely'
import { after } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { Unauthenticated } from '#kit/failure.ts'
import { Nothing, command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { businessOf, defaultAddress, ensureCustomer, type Address } from '../customers/index.ts'
import { Cart } from './cart.ts'
import { CART_LIVES } from './change.ts'
import { currentRow } from './current.ts'
import { cartChanged } from './events.ts'
import { lockCartsOf } from './ownership.ts'
import type { CartRow } from './rows.ts'
import { toCart } from './view.ts'

export const create = command({
  id: 'cart.create',
  summary: 'Start a cart',
  description: 'Answers with the present cart when there is one already.',
  rest: 'POST /carts',
  audience: 'shop',
  access: shopper,
  status: 201,
  input: Nothing,
  output: Cart,

  async run(_, ctx) {
    const started = await start(ctx)
    if (!started) return toCart((await currentRow(ctx))!, ctx)
    ctx.emit(cartChanged, { ids: [started.id] })
    const nothing = { lines: [], bundles: [], codes: [], tax_check: null, tax_certificates: [] }
    return toCart({ ...started, ...nothing }, ctx)
  },
})

type NewCart = Omit<CartRow, 'lines' | 'bundles' | 'codes' | 'tax_check' | 'tax_certificates'>

/** Nothing when there is a cart already. */
async function start(ctx: Ctx): Promise<NewCart | undefined> {
  if (ctx.actor.kind === 'guest') return insert(ctx, { guestId: ctx.actor.guestId, personId: null }, null)
  if (ctx.actor.kind !== 'person') throw Unauthenticated({})
  const { personId } = ctx.actor
  await lockCartsOf(personId, ctx)
  if (await currentRow(ctx)) return undefined
  await ensureCustomer(ctx, personId)
  return insert(ctx, { guestId: null, personId }, await defaultAddress(ctx, personId))
}

async function insert(
  ctx: Ctx,
  owner: { guestId: string | null; personId: string | null },
  address: Address | null,
): Promise<NewCart | undefined> {
  const { rows } = await sql<NewCart>`
    with business as (${businessOf(owner.personId)})
    insert into cart.cart (id, store_id, state, guest_id, customer_id, channel_id, market_id, currency, locale, email,
      shipping_address, company_name, tax_id, created_at, updated_at, expires_at)
    values (${ctx.id()}, ${ctx.storeId}, 'open', ${owner.guestId}, ${owner.personId}, ${ctx.scope.channelId}, ${ctx.scope.marketId},
      ${ctx.scope.currency}, ${ctx.scope.locale},
      (select email from identity.person where store_id = ${ctx.storeId} and id = ${owner.personId}),
      ${address && JSON.stringify(address)}::jsonb, (select company_name from business), (select tax_id from business),
      ${ctx.now()}, ${ctx.now()}, ${after(ctx.now(), CART_LIVES)})
    on conflict (store_id, guest_id) where state in ('open', 'completing') and customer_id is null do nothing
    returning id, state, version, guest_id, customer_id, channel_id, market_id, currency, locale, email, shipping_address,
      billing_address, delivery_method_id, company_name, tax_id, updated_at, expires_at`.execute(ctx.db)
  return rows[0]
}
