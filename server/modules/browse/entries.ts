/**
 * Writes the read model: what is for sale, gathered per language, set by set.
 *
 * It reads the present state, so it may be done twice and in any order. What is no longer for sale is taken out, and
 * a row that is as it should be is left alone.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { engineDue } from './engine/state.ts'
import { available } from './sql.ts'
import { availableIn, toldOf } from './told.ts'

/** Longer words are not guessed at. */
const LONGEST_WORD = 30

/** What is kept of the read model carries it. */
export const entriesTag = (storeId: string) => `browse ${storeId}`

/** At most 1,000 products. */
export async function writeEntries(ctx: Ctx, productIds: string[]): Promise<void> {
  if (productIds.length === 0) return
  const told = await toldOf(ctx, productIds)
  await lockEntries(ctx)
  await engineDue(ctx, productIds)
  await sql`
    with recursive ${told}, folded as materialized (
      select t.*, browse.folded(t.name) as folded_name, browse.folded(t.subtitle) as folded_subtitle,
        browse.folded(t.places) as folded_places, browse.folded(t.rest) as folded_rest
      from told t
    ), words as (
      insert into browse.word (store_id, locale, word)
      select distinct ${ctx.storeId}::uuid, t.code, w.word from folded t
      cross join lateral unnest(tsvector_to_array(to_tsvector('simple', concat_ws(' ', t.folded_name, t.folded_subtitle, t.folded_places)))) as w(word)
      where length(w.word) between 3 and ${LONGEST_WORD} and w.word ~ '[^0-9]'
        and not exists (select from browse.word k where k.store_id = ${ctx.storeId} and k.locale = t.code and k.word = w.word)
      on conflict do nothing
    ), gone as (
      delete from browse.entry e where e.store_id = ${ctx.storeId} and e.product_id = any(${productIds}::uuid[])
        and not exists (select from told t where t.id = e.product_id and t.code = e.locale)
    ), gone_prices as (
      delete from browse.price b where b.store_id = ${ctx.storeId} and b.product_id = any(${productIds}::uuid[])
        and not exists (select from offered o where o.id = b.product_id and b.currency = any(o.currencies))
    ), gone_list_prices as (
      delete from browse.list_price b where b.store_id = ${ctx.storeId} and b.product_id = any(${productIds}::uuid[])
        and not exists (select from offered o join listed l on l.product_id = o.id
          where o.id = b.product_id and l.list_id = b.list_id and l.currency = b.currency)
    ), list_prices as (
      insert into browse.list_price as b (store_id, product_id, list_id, currency, lowest, highest, whole)
      select ${ctx.storeId}, o.id, l.list_id, l.currency, l.lowest, l.highest, l.whole from offered o join listed l on l.product_id = o.id
      on conflict (product_id, list_id, currency) do update set lowest = excluded.lowest, highest = excluded.highest, whole = excluded.whole
        where (b.lowest, b.highest, b.whole) is distinct from (excluded.lowest, excluded.highest, excluded.whole)
    ), prices as (
      insert into browse.price as b (store_id, product_id, currency, lowest)
      select ${ctx.storeId}, o.id, c.currency, c.lowest from offered o cross join lateral unnest(o.currencies, o.lowest) as c(currency, lowest)
      on conflict (product_id, currency) do update set lowest = excluded.lowest where b.lowest <> excluded.lowest
    )
    insert into browse.entry as e (store_id, locale, product_id, slug, name, sort_name, name_words, words, position, published_at, featured,
      category_ids, value_ids, channel_ids, currencies, lowest, highest, available, available_in, updated_at)
    select ${ctx.storeId}, t.code, t.id, t.slug, t.name, lower(t.name), w.name_words,
      strip(w.name_words || to_tsvector(t.dictionary, concat_ws(' ', t.folded_places, t.folded_rest)) || to_tsvector('simple', concat_ws(' ', t.folded_name, t.folded_subtitle, t.folded_places, t.folded_rest))),
      t.position, t.published_at, t.featured, t.category_ids, t.value_ids, t.channel_ids, t.currencies, t.lowest, t.highest, t.available, t.available_in, ${ctx.now()}
    from folded t cross join lateral (select setweight(to_tsvector(t.dictionary, t.folded_name), 'A')
      || setweight(to_tsvector(t.dictionary, t.folded_subtitle), 'B') as name_words) w
    order by t.code, t.category_ids, t.value_ids, t.id -- what shares words lies on the same pages, for searches that find thousands
    on conflict (store_id, locale, product_id) do update set slug = excluded.slug, name = excluded.name, sort_name = excluded.sort_name,
      name_words = excluded.name_words, words = excluded.words, position = excluded.position, published_at = excluded.published_at, featured = excluded.featured,
      category_ids = excluded.category_ids, value_ids = excluded.value_ids, channel_ids = excluded.channel_ids, currencies = excluded.currencies,
      lowest = excluded.lowest, highest = excluded.highest, available = excluded.available, available_in = excluded.available_in, updated_at = excluded.updated_at
    where (e.slug, e.name, e.name_words, e.words, e.position, e.published_at, e.featured, e.category_ids, e.value_ids, e.channel_ids, e.currencies, e.lowest, e.highest, e.available, e.available_in)
      is distinct from (excluded.slug, excluded.name, excluded.name_words, excluded.words, excluded.position, excluded.published_at, excluded.featured, excluded.category_ids,
        excluded.value_ids, excluded.channel_ids, excluded.currencies, excluded.lowest, excluded.highest, excluded.available, excluded.available_in)`.execute(
    ctx.db,
  )
}

/** Only whether there is any of them; what is not for sale is passed over. */
export async function writeAvailable(ctx: Ctx, productIds: string[]): Promise<void> {
  if (productIds.length === 0) return
  await lockEntries(ctx)
  await sql`
    with stock as materialized (
      select p.id, exists (select from catalog.variant v where v.product_id = p.id and v.archived_at is null
        and ${sql.raw(available('v.id'))} > 0) as available, ${availableIn(ctx, 'p.id')} as available_in
      from unnest(${productIds}::uuid[]) as p(id)
    )
    update browse.entry e set available = s.available, available_in = s.available_in, updated_at = ${ctx.now()} from stock s
    where e.store_id = ${ctx.storeId} and e.product_id = s.id and (e.available, e.available_in) <> (s.available, s.available_in)`.execute(
    ctx.db,
  )
}

/** What archived price lists said. A list that ends by the clock, or is for others from now on, needs no word of it here. */
export async function forgetLists(ctx: Ctx): Promise<void> {
  await lockEntries(ctx)
  await sql`delete from browse.list_price b using pricing.list l
    where b.store_id = ${ctx.storeId} and l.store_id = ${ctx.storeId} and l.id = b.list_id and l.archived_at is not null`.execute(
    ctx.db,
  )
}

/** One writer of a store at a time, who reads after the one before has committed: the last one saw everything. */
async function lockEntries(ctx: Ctx): Promise<void> {
  ctx.afterCommit(() => ctx.app.cache.raise([entriesTag(ctx.storeId)]))
  await sql`select pg_advisory_xact_lock(hashtextextended(${`browse.entries ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
}

/** Products of these variants, which prices and stock speak of. */
export async function productsOf(ctx: Ctx, variantIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct product_id as id from catalog.variant where store_id = ${ctx.storeId} and id = any(${variantIds}::uuid[])`.execute(
    ctx.db,
  )
  return rows.map((row) => row.id)
}
