/**
 * Puts several things in the cart as far as they can be had: one statement, however many. What cannot is told, never
 * thrown; whoever wants all or nothing throws for what is missing, and the transaction takes the rest back.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { ruleText, type QuantityRule } from '../catalog/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { MOST_LINES, MOST_OF_ONE } from './cart.ts'
import { availableIn, asksFor, isSoldTo, touch } from './change.ts'
import type { LockedCart } from './ownership.ts'

export interface Wish {
  variantId: string
  quantity: number
}

/** `bundle`: what is in it is chosen on its own page; `full`: the cart holds no more different things. */
export const SHORT_OF = ['gone', 'sold_out', 'fewer', 'bundle', 'full'] as const
export type ShortOf = (typeof SHORT_OF)[number]

export interface Put {
  variantId: string
  /** Pieces more than before. */
  put: number
  /** Why that is less than was wished; null: it is not. */
  shortOf: ShortOf | null
  /** In the whole cart. */
  available: number
  rule: QuantityRule | null
}

interface Row {
  variantId: string
  quantity: number
  had: number
  put: number | null
  found: boolean
  bundle: boolean
  isPriced: boolean
  fits: boolean
  available: number
  rule: QuantityRule | null
}

/** The cart is locked and open to change; no variant is wished twice. Answers in the order of the wishes. */
export async function putMany(ctx: Ctx, cart: LockedCart, wishes: readonly Wish[]): Promise<Put[]> {
  const given = wishes.map((wish, place) => ({ ...wish, place, id: newId() }))
  const price = priceFor(
    { ...asksFor(cart), variant: sql`f."variantId"`, quantity: sql`f.fitting::int` },
    await listsNow(ctx),
  )
  const { rows } = await sql<Row>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(id uuid, "variantId" uuid, quantity int, place int)
    ), wanted as (
      select g.*, o.found, o.bundle, o.least, o.most, o.step, o.rule, coalesce(o.available, 0) as available, coalesce(l.quantity, 0) as had
      from given g
      -- One by one: PostgreSQL takes such a list for a hundred rows, and would read all variants for them.
      left join lateral (
        select true as found, p.is_bundle and exists (select from catalog.bundle b where b.variant_id = v.id) as bundle,
          v.min_quantity as least, v.max_quantity as most, v.quantity_step as step, ${sql.raw(ruleText('v'))} as rule,
          ${await availableIn(ctx, cart.id, 'v.id')} as available
        from catalog.variant v join catalog.product p on p.id = v.product_id
        where v.store_id = ${ctx.storeId} and v.id = g."variantId" and v.archived_at is null
          and p.state = 'published' and p.archived_at is null and ${isSoldTo(cart)} offset 0) o on true
      left join cart.line l on l.store_id = ${ctx.storeId} and l.cart_id = ${cart.id} and l.variant_id = g."variantId"
        and l.custom = '{}' and l.bundle_id is null
    ), fitting as (
      select w.*, least(w.had + w.quantity, w.most, ${MOST_OF_ONE}::int, w.available) / w.step * w.step as fitting from wanted w
      where w.found and not w.bundle
    ), priced as (
      select f.*, price.id as price_id, price.amount, row_number() over (partition by f.had = 0 order by f.place) as nth
      from fitting f left join lateral ${price} price on true
      where f.fitting > f.had and f.fitting >= f.least and price.amount is not null
    ), put as (
      insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, seen_price_id, seen_at, created_at)
      select p.id, ${ctx.storeId}, ${cart.id}, p."variantId", p.fitting, p.amount, p.price_id, ${ctx.now()}, ${ctx.now()}
      from priced p
      where p.had > 0 or p.nth <= ${MOST_LINES} - (select count(*) from cart.line where cart_id = ${cart.id})
      on conflict on constraint line_once do update set quantity = excluded.quantity, seen_amount = excluded.seen_amount,
        seen_price_id = excluded.seen_price_id, seen_at = excluded.seen_at
      returning variant_id, quantity
    ), touched as (${touch(ctx, cart.id)})
    select w."variantId", w.quantity, w.had, put.quantity as put, coalesce(w.found, false) as found, coalesce(w.bundle, false) as bundle,
      coalesce(f.fitting > f.had and f.fitting >= f.least, false) as fits, p.place is not null as "isPriced", w.available, w.rule
    from wanted w
    left join fitting f on f.place = w.place
    left join priced p on p.place = w.place
    left join put on put.variant_id = w."variantId"
    order by w.place`.execute(ctx.db)
  return rows.map((row) => ({
    variantId: row.variantId,
    put: row.put === null ? 0 : row.put - row.had,
    shortOf: shortOf(row),
    available: row.available,
    rule: row.rule,
  }))
}

function shortOf({
  found,
  bundle,
  fits,
  isPriced,
  put,
  had,
  quantity,
  available,
  rule,
}: Row): ShortOf | null {
  if (bundle) return 'bundle'
  if (!found || (fits && !isPriced)) return 'gone'
  if (put !== null) return put - had < quantity ? 'fewer' : null
  if (isPriced) return 'full'
  return available < Math.max(rule?.minimum ?? 1, 1) ? 'sold_out' : 'fewer'
}
