/**
 * Guests with a cart, made beforehand and by one statement, so that a case measures only its own work.
 *
 * Both databases get the same ones: numbers are given out once per run, and a number says everything.
 */
import { createHash } from 'node:crypto'
import { VARIANTS, PRODUCTS, variantIdOf } from './seed.ts'
import type { Database } from './rig.ts'

export function tokenOf(buyer: number): string {
  return `bench-token-of-buyer-number-${buyer}`
}

export function cartIdOf(buyer: number): string {
  const hex = createHash('md5').update(`cart ${buyer}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Carts that are there before anything begins: on empty tables the planner makes plans that no live shop has. */
export const EARLIER_BUYERS = { first: 10_000_000, count: 3_000, withItem: true }

/** Neighbours want different things, so that nobody waits for anybody's stock. */
export function wantedBy(buyer: number): string {
  return variantIdOf((buyer * 7) % (PRODUCTS * VARIANTS))
}

export async function makeBuyers(
  database: Pick<Database, 'rows'>,
  made: { first: number; count: number; withItem: boolean },
): Promise<void> {
  const { first, count, withItem } = made
  const numbers = Array.from({ length: count }, (_, index) => first + index)
  await database.rows(
    `with given as (
      select * from unnest($1::int[], $2::uuid[]) as g(n, variant_id)
    ), shop as (
      select s.id as store_id, c.id as channel_id, m.id as market_id
      from settings.store s join settings.channel c on c.store_id = s.id join settings.market m on m.store_id = s.id
    ), sessions as (
      insert into identity.session (id, store_id, token_hash, guest_id, created_at, seen_at, expires_at)
      select md5('session ' || n)::uuid, store_id, sha256(('bench-token-of-buyer-number-' || n)::bytea), md5('guest ' || n)::uuid,
        now(), now(), now() + interval '30 days' from given, shop
    ), carts as (
      insert into cart.cart (id, store_id, state, guest_id, channel_id, market_id, currency, locale, created_at, updated_at, expires_at)
      select md5('cart ' || n)::uuid, store_id, 'open', md5('guest ' || n)::uuid, channel_id, market_id, 'EUR', 'en', now(), now(),
        now() + interval '30 days' from given, shop
    )
    insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, created_at)
    select md5('line ' || n)::uuid, shop.store_id, md5('cart ' || n)::uuid, g.variant_id, 1, p.amount, now()
    from given g join pricing.price p on p.variant_id = g.variant_id, shop where $3`,
    [numbers, numbers.map(wantedBy), withItem],
  )
}
