/**
 * What the shop tells of its products, as parts of a statement: `offered` has what is for sale, `told` the same in each language
 * of the store, with the texts that find it. The read model is written from it, and so is what a search engine is given.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { searchableText } from '#kit/custom.ts'
import { baseListId } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { dictionaryOf } from './dictionaries.ts'
import { available } from './sql.ts'

/** So much of a description finds its product, in characters; and the SKUs of so many variants. */
const MOST_DESCRIPTION = 4_000
const MOST_SKUS = 50

/** The channels with places of their own in which something of a product can be had. */
export const availableIn = (ctx: Ctx, product: string) => sql`array(
        select c.channel_id from (select distinct channel_id from inventory.channel_place where store_id = ${ctx.storeId}) c
        where exists (select from catalog.variant v where v.product_id = ${sql.raw(product)} and v.archived_at is null
          and ${sql.raw(available('v.id', { channel: 'c.channel_id' }))} > 0) order by 1)`

/** To stand behind `with recursive`. At most 1,000 products. */
export async function toldOf(ctx: Ctx, productIds: string[]): Promise<RawBuilder<unknown>> {
  const settings = await currentSettings(ctx)
  const locales = settings.locales.map(({ code }) => ({
    code,
    chain: localeChain(settings, code),
    dictionary: dictionaryOf(code),
  }))
  const baseId = await baseListId(ctx)
  return sql`
    up as (
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
      select p.id, p.position, p.published_at, p.featured, p.channel_ids, ${sql.raw(searchableText(ctx, 'catalog.product', 'p'))} as own_words, costs.*, v.value_ids, v.available, ${availableIn(ctx, 'p.id')} as available_in, v.skus,
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
      select o.*, l.code, l.dictionary, case when x.locale = l.code then x.slug end as slug, x.name, coalesce(x.subtitle, '') as subtitle, concat_ws(' ', (
          select string_agg(t.name, ' ') from unnest(o.category_ids) as c(id) join lateral (
            select ct.name from catalog.category_text ct where ct.category_id = c.id and ct.locale = any(l.chain)
            order by array_position(l.chain, ct.locale) limit 1) t on true), (
          select string_agg(t.name, ' ') from unnest(o.value_ids) as v(id) join lateral (
            select vt.name from catalog.option_value_text vt where vt.value_id = v.id and vt.locale = any(l.chain)
            order by array_position(l.chain, vt.locale) limit 1) t on true)) as places,
        concat_ws(' ', o.skus, o.own_words, (
          select string_agg(concat_ws(' ', pa.words, ct.name), ' ' order by pa.words, ct.name) from catalog.product_attribute pa
            join catalog.attribute a on a.id = pa.attribute_id and a.searchable
            left join lateral (select ct.name from catalog.attribute_choice_text ct where ct.choice_id = pa.choice_id and ct.locale = any(l.chain)
              order by array_position(l.chain, ct.locale) limit 1) ct on true
            where pa.product_id = o.id), (
          select string_agg(f->>'value', ' ') from jsonb_array_elements(x.facts) f),
          left(x.description, ${MOST_DESCRIPTION})) as rest
      from offered o cross join locale l
      join lateral (select t.* from catalog.product_text t where t.product_id = o.id and t.locale = any(l.chain)
        order by array_position(l.chain, t.locale) limit 1) x on true
    )`
}
