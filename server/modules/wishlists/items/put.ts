/** Puts a thing on a list, with what it costs now. The list is locked; what is there already becomes the newest. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { ListFull } from '../failures.ts'
import { priceNow } from '../price-now.ts'
import { MOST_ITEMS } from '../wishlist.ts'

export interface Thing {
  productId: string
  variantId: string | null
  quantity: number
}

export async function putItem(ctx: Ctx, listId: string, thing: Thing): Promise<string> {
  const { productId, variantId, quantity } = thing
  const price = await priceNow(ctx, sql`v.id`)
  const { rows } = await sql<{ known: boolean; full: boolean; id: string | null }>`
    with wanted as (
      select p.id, (select min(price.amount) from catalog.variant v join lateral ${price} price on true
        where v.product_id = p.id and v.archived_at is null and (${variantId}::uuid is null or v.id = ${variantId})) as amount
      from catalog.product p
      where p.store_id = ${ctx.storeId} and p.id = ${productId} and p.state = 'published' and p.archived_at is null
        and (${variantId}::uuid is null or exists (
          select from catalog.variant v where v.id = ${variantId} and v.product_id = p.id and v.archived_at is null))
    ), room as (
      select count(*) < ${MOST_ITEMS} or coalesce(bool_or(product_id = ${productId} and variant_id is not distinct from ${variantId}::uuid), false) as there
      from wishlists.item where store_id = ${ctx.storeId} and list_id = ${listId}
    ), put as (
      insert into wishlists.item (id, store_id, list_id, product_id, variant_id, quantity, seen_amount, currency, created_at)
      select ${ctx.id()}, ${ctx.storeId}, ${listId}, w.id, ${variantId}::uuid, ${quantity}, w.amount, ${ctx.scope.currency}, ${ctx.now()}
      from wanted w cross join room r where r.there
      on conflict on constraint item_once do update set quantity = excluded.quantity, created_at = excluded.created_at
      returning id
    )
    select exists (select from wanted) as known, not (select there from room) as full, (select id from put) as id`.execute(
    ctx.db,
  )
  const { known, full, id } = rows[0]!
  if (!known) throw NotFound({})
  if (full) throw ListFull({ limit: MOST_ITEMS })
  return id!
}
