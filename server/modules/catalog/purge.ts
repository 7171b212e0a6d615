/**
 * Empties what was archived long ago.
 *
 * Of a product there stay its row, its article numbers and its names, for orders, prices and stock speak of them; what
 * it was said to be, its pictures, places, attributes and choices go, and so does the way back. A collection goes
 * whole, as nothing speaks of it.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { productsChanged } from './events.ts'

/** Long enough for a season to come round before somebody misses it. */
export const KEEP_ARCHIVED = days(400)
/** In one transaction; each may have two thousand variants. */
const CHUNK = 50

export const purge = job({
  name: 'catalog.purge',
  payload: Nothing,
  cron: '10 4 * * *',
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, purgeProducts)) if (ctx.signal.aborted) return
    await ctx.app.inTransaction(call, purgeCollections)
  },
})

/** True when there may be more. */
async function purgeProducts(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update catalog.product set purged_at = ${ctx.now()}, custom = '{}', version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id in (
      select id from catalog.product where store_id = ${ctx.storeId} and archived_at < ${after(ctx.now(), -KEEP_ARCHIVED)} and purged_at is null
      order by archived_at, id limit ${CHUNK} for update skip locked)
    returning id`.execute(ctx.db)
  if (rows.length === 0) return false
  const ids = rows.map(({ id }) => id)
  const of = sql`store_id = ${ctx.storeId} and product_id = any(${ids}::uuid[])`
  // Choices point to the product's options, so they go first.
  await sql`delete from catalog.variant_value where ${of}`.execute(ctx.db)
  await sql`
    with options as (delete from catalog.product_option where ${of}),
      places as (delete from catalog.product_category where ${of}),
      members as (delete from catalog.collection_product where ${of}),
      attributes as (delete from catalog.product_attribute where ${of}),
      pictures as (delete from catalog.product_media where ${of}),
      films as (delete from catalog.product_film where ${of}),
      related as (delete from catalog.related_product where ${of}),
      addresses as (delete from catalog.slug_history where ${of})
    update catalog.product_text set subtitle = null, description = '', facts = '[]', meta_title = null, meta_description = null where ${of}`.execute(
    ctx.db,
  )
  ctx.emit(productsChanged, { ids })
  return rows.length === CHUNK
}

async function purgeCollections(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from catalog.collection where store_id = ${ctx.storeId} and archived_at < ${after(ctx.now(), -KEEP_ARCHIVED)}
    order by archived_at, id for update skip locked`.execute(ctx.db)
  if (rows.length === 0) return
  const of = sql`store_id = ${ctx.storeId} and collection_id = any(${rows.map(({ id }) => id)}::uuid[])`
  await sql`
    with texts as (delete from catalog.collection_text where ${of}),
      addresses as (delete from catalog.collection_slug_history where ${of}),
      conditions as (delete from catalog.collection_condition where ${of})
    delete from catalog.collection_product where ${of}`.execute(ctx.db)
  await sql`delete from catalog.collection where store_id = ${ctx.storeId} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    ctx.db,
  )
}
