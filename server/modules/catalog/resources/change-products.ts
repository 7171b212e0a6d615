/** Changes many products that are there: one statement per table. What goes in is as it is to be, in all parts. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { CustomValues } from '#kit/custom.ts'
import { productsChanged } from '../events.ts'
import { keepOldSlugs } from '../slugs.ts'
import type { NewProduct } from '../write.ts'

export interface ChangedProduct extends Omit<NewProduct, 'media' | 'variants' | 'custom'> {
  /** Null takes a field away. */
  custom: CustomValues
  shippable: boolean
  state: 'draft' | 'published'
  publishAt: string | null
  unpublishAt: string | null
  channelIds: string[]
  /** Those that are not named stay. */
  variants: (NewProduct['variants'][number] & { isNew: boolean; custom: CustomValues })[]
}

export async function changeProducts(ctx: Ctx, products: ChangedProduct[]): Promise<void> {
  const { storeId, db } = ctx
  const of = <T extends object>(pick: (row: ChangedProduct) => T[]) =>
    JSON.stringify(products.flatMap((row) => pick(row).map((each) => ({ ...each, productId: row.id }))))
  const ids = products.map(({ id }) => id)
  await sql`update catalog.product p set tax_category_id = g."taxCategoryId", shippable = g.shippable, position = g.position,
      featured = g.featured, state = g.state, custom = jsonb_strip_nulls(p.custom || g.custom), channel_ids = nullif(g."channelIds", '{}'), version = p.version + 1, updated_at = ${ctx.now()},
      published_at = case when g.state = 'published' then coalesce(p.published_at, ${ctx.now()}) else p.published_at end,
      publish_at = case when g.state = p.state or g."publishAt" is distinct from p.publish_at then g."publishAt" end,
      unpublish_at = case when g.state = p.state or g."unpublishAt" is distinct from p.unpublish_at then g."unpublishAt" end
    from json_to_recordset(${JSON.stringify(products)})
      as g(id uuid, "taxCategoryId" uuid, shippable boolean, position int, featured boolean, state text,
        "channelIds" uuid[], "publishAt" timestamptz, "unpublishAt" timestamptz, custom jsonb)
    where p.store_id = ${storeId} and p.id = g.id`.execute(db)
  await moveSlugs(ctx, products)
  await sql`
    insert into catalog.product_text (store_id, product_id, locale, name, slug, subtitle, description, facts)
    select ${storeId}, "productId", locale, name, slug, subtitle, description, facts
    from json_to_recordset(${of((row) => row.texts)}) as t("productId" uuid, locale text, name text, slug text, subtitle text, description text, facts jsonb)
    on conflict (product_id, locale) do update set name = excluded.name, slug = excluded.slug, subtitle = excluded.subtitle,
      description = excluded.description, facts = excluded.facts`.execute(db)
  await sql`
    with given as (
      select * from json_to_recordset(${of((row) => row.categoryIds.map((categoryId) => ({ categoryId, position: row.position })))})
        as c("productId" uuid, "categoryId" uuid, position int)
    ), gone as (
      delete from catalog.product_category c where c.store_id = ${storeId} and c.product_id = any(${ids}::uuid[])
        and not exists (select from given g where g."productId" = c.product_id and g."categoryId" = c.category_id)
    )
    insert into catalog.product_category (store_id, product_id, category_id, position)
    select ${storeId}, "productId", "categoryId", position from given on conflict do nothing`.execute(db)
  await sql`
    with given as (
      select * from json_to_recordset(${of((row) => row.optionIds.map((optionId, position) => ({ optionId, position })))})
        as o("productId" uuid, "optionId" uuid, position int)
    ), gone as (
      delete from catalog.product_option o where o.store_id = ${storeId} and o.product_id = any(${ids}::uuid[])
        and not exists (select from given g where g."productId" = o.product_id and g."optionId" = o.option_id)
    )
    insert into catalog.product_option (store_id, product_id, option_id, position)
    select ${storeId}, "productId", "optionId", position from given
    on conflict (product_id, option_id) do update set position = excluded.position`.execute(db)
  await putVariants(ctx, of)
  ctx.emit(productsChanged, { ids })
}

type Of = <T extends object>(pick: (row: ChangedProduct) => T[]) => string

/** New ones come behind those that are there. */
async function putVariants(ctx: Ctx, of: Of): Promise<void> {
  const { storeId, db } = ctx
  await sql`
    with given as (
      select * from json_to_recordset(${of((row) => row.variants.map(({ quantityRule, content, ...variant }) => ({ ...variant, ...quantityRule, ...content })))})
        as v(id uuid, "productId" uuid, "isNew" boolean, sku text, position int, "weightGrams" int, minimum int, maximum int, step int,
          amount int, unit text, "perAmount" int, "perUnit" text, custom jsonb)
    ), last as (
      select v.product_id, max(v.position) as position from catalog.variant v
      where v.store_id = ${storeId} and v.product_id in (select "productId" from given) and v.archived_at is null group by 1
    ), changed as (
      update catalog.variant v set weight_grams = g."weightGrams", min_quantity = g.minimum, max_quantity = g.maximum,
        quantity_step = g.step, content_size = g.amount, content_unit = g.unit, per_size = g."perAmount", per_unit = g."perUnit",
        custom = jsonb_strip_nulls(v.custom || g.custom), updated_at = ${ctx.now()}
      from given g where not g."isNew" and v.store_id = ${storeId} and v.id = g.id
    )
    insert into catalog.variant (id, store_id, product_id, sku, position, weight_grams, min_quantity, max_quantity, quantity_step,
      content_size, content_unit, per_size, per_unit, custom, created_at, updated_at)
    select g.id, ${storeId}, g."productId", g.sku, coalesce(l.position + 1, 0) + g.position, g."weightGrams", g.minimum, g.maximum, g.step,
      g.amount, g.unit, g."perAmount", g."perUnit", jsonb_strip_nulls(g.custom),
      ${ctx.now()}, ${ctx.now()}
    from given g left join last l on l.product_id = g."productId" where g."isNew"`.execute(db)
  await sql`
    insert into catalog.variant_value (store_id, product_id, variant_id, option_id, value_id)
    select ${storeId}, "productId", "variantId", "optionId", "valueId"
    from json_to_recordset(${of((row) => row.variants.flatMap((variant) => variant.values.map((value) => ({ ...value, variantId: variant.id }))))})
      as v("productId" uuid, "variantId" uuid, "optionId" uuid, "valueId" uuid)
    on conflict (variant_id, option_id) do update set value_id = excluded.value_id where variant_value.value_id <> excluded.value_id`.execute(
    db,
  )
}

/** Few files move addresses, so those go one by one. */
async function moveSlugs(ctx: Ctx, products: ChangedProduct[]): Promise<void> {
  const wanted = products.flatMap(({ id, texts }) => texts.map(({ locale, slug }) => ({ id, locale, slug })))
  const { rows } = await sql<{ id: string }>`
    select distinct t.product_id as id from json_to_recordset(${JSON.stringify(wanted)}) as w(id uuid, locale text, slug text)
    join catalog.product_text t on t.product_id = w.id and t.locale = w.locale and t.slug <> w.slug`.execute(
    ctx.db,
  )
  for (const { id } of rows)
    await keepOldSlugs(ctx, 'product', id, products.find((each) => each.id === id)!.texts)
}
