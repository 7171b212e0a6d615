/**
 * Writes the read model: what is for sale, gathered per language, set by set.
 *
 * It reads the present state, so it may be done twice and in any order. What is no longer for sale is taken out, and
 * a row that is as it should be is left alone.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { searchableText } from '#kit/custom.ts'
import { baseListId } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { dictionaryOf } from './dictionaries.ts'
import { available } from './sql.ts'

/** So much of a description finds its product, in characters; and the SKUs of so many variants. */
const MOST_DESCRIPTION = 4_000
const MOST_SKUS = 50
/** Longer words are not guessed at. */
const LONGEST_WORD = 30

/** What is kept of the read model carries it. */
export const entriesTag = (storeId: string) => `browse ${storeId}`

/** At most 1,000 products. */
export async function writeEntries(ctx: Ctx, productIds: string[]): Promise<void> {
  if (productIds.length === 0) return
  const settings = await currentSettings(ctx)
  const locales = settings.locales.map(({ code }) => ({
    code,
    chain: localeChain(settings, code),
    dictionary: dictionaryOf(code),
  }))
  const baseId = await baseListId(ctx)
  await lockEntries(ctx)
  await sql`
    with recursive up as (
      select c.id, c.id as above, c.parent_id from catalog.category c where c.store_id = ${ctx.storeId} and c.archived_at is null
      union all select up.id, c.id, c.parent_id from up join catalog.category c on c.id = up.parent_id and c.archived_at is null
    ), locale as (
      select code, chain, dictionary::regconfig from json_to_recordset(${JSON.stringify(locales)}) as l(code text, chain text[], dictionary text)
    ), priced as materialized (
      select v.product_id, v.id as variant_id, pr.list_id, pr.currency::text, pr.amount
      from catalog.variant v join pricing.price pr on pr.variant_id = v.id and pr.min_quantity = 1
      join pricing.list l on l.id = pr.list_id and l.archived_at is null
      where v.store_id = ${ctx.storeId} and v.product_id = any(${productIds}::uuid[]) and v.archived_at is null
    ), listed as materialized (
      select l.product_id, l.list_id, l.currency, min(coalesce(own.amount, base.amount)) as lowest,
        max(coalesce(own.amount, base.amount)) as highest, bool_and(own.amount is not null) as whole
      from (select distinct product_id, list_id, currency from priced where list_id <> ${baseId}) l
      join (select distinct product_id, variant_id, currency from priced) v using (product_id, currency)
      left join priced own on own.variant_id = v.variant_id and own.currency = v.currency and own.list_id = l.list_id
      left join priced base on base.variant_id = v.variant_id and base.currency = v.currency and base.list_id = ${baseId}
      group by 1, 2, 3
    ), offered as materialized (
      select p.id, p.position, p.published_at, p.featured, p.channel_ids, ${sql.raw(searchableText(ctx, 'catalog.product', 'p'))} as own_words, costs.*, v.value_ids, v.available, v.skus,
        coalesce((select array_agg(distinct up.above) from catalog.product_category pc join up on up.id = pc.category_id
          where pc.product_id = p.id), '{}') as category_ids
      from catalog.product p
      cross join lateral (
        select coalesce(array_agg(c.currency order by c.currency), '{}') as currencies, coalesce(array_agg(c.lowest order by c.currency), '{}') as lowest,
          coalesce(array_agg(c.highest order by c.currency), '{}') as highest
        from (
          select pr.currency::text, min(pr.amount) as lowest, max(pr.amount) as highest
          from catalog.variant v join pricing.price pr on pr.variant_id = v.id and pr.list_id = ${baseId} and pr.min_quantity = 1
          where v.product_id = p.id and v.archived_at is null group by pr.currency) c) costs
      cross join lateral (
        select bool_or(${sql.raw(available('v.id'))} > 0) as available, string_agg(v.sku, ' ') filter (where v.place <= ${MOST_SKUS}) as skus,
          array(select vv.value_id from catalog.variant w join catalog.variant_value vv on vv.variant_id = w.id
              where w.product_id = p.id and w.archived_at is null
            union select case when pa.kind = 'flag' then pa.attribute_id else pa.choice_id end from catalog.product_attribute pa
              where pa.product_id = p.id and (pa.flag or pa.choice_id is not null) order by 1) as value_ids
        from (select v.id, v.sku, row_number() over (order by v.position, v.id) as place from catalog.variant v
          where v.product_id = p.id and v.archived_at is null) v) v
      where p.store_id = ${ctx.storeId} and p.id = any(${productIds}::uuid[]) and p.state = 'published' and p.archived_at is null
        and (costs.currencies <> '{}' or exists (select from listed l where l.product_id = p.id))
    ), told as materialized (
      select o.*, l.code, l.dictionary, x.name, browse.folded(x.name) as folded_name, browse.folded(coalesce(x.subtitle, '')) as folded_subtitle,
        browse.folded(concat_ws(' ', (
          select string_agg(t.name, ' ') from unnest(o.category_ids) as c(id) join lateral (
            select ct.name from catalog.category_text ct where ct.category_id = c.id and ct.locale = any(l.chain)
            order by array_position(l.chain, ct.locale) limit 1) t on true), (
          select string_agg(t.name, ' ') from unnest(o.value_ids) as v(id) join lateral (
            select vt.name from catalog.option_value_text vt where vt.value_id = v.id and vt.locale = any(l.chain)
            order by array_position(l.chain, vt.locale) limit 1) t on true))) as folded_places,
        browse.folded(concat_ws(' ', o.skus, o.own_words, (
          select string_agg(concat_ws(' ', pa.words, ct.name), ' ') from catalog.product_attribute pa
            join catalog.attribute a on a.id = pa.attribute_id and a.searchable
            left join lateral (select ct.name from catalog.attribute_choice_text ct where ct.choice_id = pa.choice_id and ct.locale = any(l.chain)
              order by array_position(l.chain, ct.locale) limit 1) ct on true
            where pa.product_id = o.id), (
          select string_agg(f->>'value', ' ') from jsonb_array_elements(x.facts) f),
          left(x.description, ${MOST_DESCRIPTION}))) as folded_rest
      from offered o cross join locale l
      join lateral (select t.* from catalog.product_text t where t.product_id = o.id and t.locale = any(l.chain)
        order by array_position(l.chain, t.locale) limit 1) x on true
    ), words as (
      insert into browse.word (store_id, locale, word)
      select distinct ${ctx.storeId}::uuid, t.code, w.word from told t
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
    insert into browse.entry as e (store_id, locale, product_id, name, sort_name, name_words, words, position, published_at, featured,
      category_ids, value_ids, channel_ids, currencies, lowest, highest, available, updated_at)
    select ${ctx.storeId}, t.code, t.id, t.name, lower(t.name), w.name_words,
      strip(w.name_words || to_tsvector(t.dictionary, concat_ws(' ', t.folded_places, t.folded_rest)) || to_tsvector('simple', concat_ws(' ', t.folded_name, t.folded_subtitle, t.folded_places, t.folded_rest))),
      t.position, t.published_at, t.featured, t.category_ids, t.value_ids, t.channel_ids, t.currencies, t.lowest, t.highest, t.available, ${ctx.now()}
    from told t cross join lateral (select setweight(to_tsvector(t.dictionary, t.folded_name), 'A')
      || setweight(to_tsvector(t.dictionary, t.folded_subtitle), 'B') as name_words) w
    on conflict (store_id, locale, product_id) do update set name = excluded.name, sort_name = excluded.sort_name,
      name_words = excluded.name_words, words = excluded.words, position = excluded.position, published_at = excluded.published_at, featured = excluded.featured,
      category_ids = excluded.category_ids, value_ids = excluded.value_ids, channel_ids = excluded.channel_ids, currencies = excluded.currencies,
      lowest = excluded.lowest, highest = excluded.highest, available = excluded.available, updated_at = excluded.updated_at
    where (e.name, e.name_words, e.words, e.position, e.published_at, e.featured, e.category_ids, e.value_ids, e.channel_ids, e.currencies, e.lowest, e.highest, e.available)
      is distinct from (excluded.name, excluded.name_words, excluded.words, excluded.position, excluded.published_at, excluded.featured, excluded.category_ids,
        excluded.value_ids, excluded.channel_ids, excluded.currencies, excluded.lowest, excluded.highest, excluded.available)`.execute(
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
        and ${sql.raw(available('v.id'))} > 0) as available
      from unnest(${productIds}::uuid[]) as p(id)
    )
    update browse.entry e set available = s.available, updated_at = ${ctx.now()} from stock s
    where e.store_id = ${ctx.storeId} and e.product_id = s.id and e.available <> s.available`.execute(ctx.db)
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
