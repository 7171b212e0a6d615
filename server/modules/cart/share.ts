/**
 * Makes a link to what is in a cart now: whoever opens it may take the same into a cart of their own.
 *
 * The link shows things and quantities, nothing of whose they are, and what its owner changes later does not change it. The same cart
 * asked again answers with the same link.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { hashToken } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { derivedToken } from '#kit/seal.ts'
import { Id, Instant, Token, Type, shape } from '#kit/types.ts'
import { CartIncomplete } from './failures.ts'
import { changesOwnCart, lockedCart, type LockedCart } from './ownership.ts'

const LINK_LIVES = days(30)

export const share = command({
  id: 'cart.share',
  summary: 'Make a link to what is in a cart',
  rest: 'PUT /carts/:cartId/link',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({ cartId: Id }),
  output: shape('CartLink', { token: Token, expiresAt: Instant }),
  failures: [CartIncomplete],
  async run(_, ctx) {
    const cart = lockedCart(ctx)
    const token = derivedToken(ctx.app.config.secret, 'cart link', `${cart.id} ${cart.version}`)
    const expiresAt = after(ctx.now(), LINK_LIVES)
    if ((await write(ctx, cart, token, expiresAt)) === 0) throw CartIncomplete({ missing: ['items'] })
    return { token, expiresAt: expiresAt.toISOString() }
  },
})

/** How many things there are behind the link. */
async function write(ctx: Ctx, cart: LockedCart, token: string, expiresAt: Date): Promise<number> {
  const { rows } = await sql<{ items: number }>`
    with thing as (
      select l.variant_id, l.quantity, null as choice, l.created_at, l.id from cart.line l
      where l.store_id = ${ctx.storeId} and l.cart_id = ${cart.id} and l.bundle_id is null
      union all
      select b.variant_id, b.quantity, b.choice, b.created_at, b.id from cart.bundle b
      where b.store_id = ${ctx.storeId} and b.cart_id = ${cart.id}
    ), link as (
      insert into cart.shared as s (id, store_id, token_hash, created_at, expires_at)
      select ${ctx.id()}, ${ctx.storeId}, ${hashToken(token)}, ${ctx.now()}, ${expiresAt} where exists (select from thing)
      on conflict (store_id, token_hash) do update set expires_at = excluded.expires_at
      returning id
    ), written as (
      insert into cart.shared_item (store_id, shared_id, position, variant_id, quantity, choice)
      select ${ctx.storeId}, link.id, row_number() over (order by thing.created_at, thing.id), thing.variant_id, thing.quantity, thing.choice
      from thing cross join link
      on conflict do nothing
    )
    select count(*)::int as items from thing`.execute(ctx.db)
  return rows[0]!.items
}
