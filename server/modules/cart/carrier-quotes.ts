/** What carriers said of a cart, kept beside it: read with the cart, in the same statement. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { CarrierQuote, DeliveryRules } from '../delivery/index.ts'

export const carriersMatter = ({ methods }: DeliveryRules) => methods.some(({ live }) => live !== null)

/** A JSON array of `CarrierQuote`, from the column `c` (cart) of the surrounding query. */
export const quotesOfCart = sql`coalesce((select json_agg(json_build_object('carrier', q.carrier, 'fingerprint', q.fingerprint,
  'rates', q.rates, 'askedAt', kit.utc(q.asked_at))) from cart.carrier_quote q where q.cart_id = c.id), '[]')`

/** The newest counts, but silence does not take the place of a price that was said for the same goods. */
export async function keepQuotes(ctx: Ctx, cartId: string, quotes: CarrierQuote[]): Promise<void> {
  if (quotes.length === 0) return
  await sql`
    insert into cart.carrier_quote as held (store_id, cart_id, carrier, fingerprint, rates, asked_at)
    select ${ctx.storeId}, ${cartId}, q.carrier, q.fingerprint, nullif(q.rates, 'null'::jsonb), q."askedAt"
    from jsonb_to_recordset(${JSON.stringify(quotes)}::jsonb) as q(carrier text, fingerprint text, rates jsonb, "askedAt" timestamptz)
    order by q.carrier
    on conflict (cart_id, carrier) do update set fingerprint = excluded.fingerprint, asked_at = excluded.asked_at,
      rates = case when held.fingerprint = excluded.fingerprint then coalesce(excluded.rates, held.rates) else excluded.rates end`.execute(
    ctx.db,
  )
}
