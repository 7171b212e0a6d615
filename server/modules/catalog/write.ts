/**
 * Set-based writers of the catalogue: one statement per table, at most 1,000 products a call.
 *
 * For seeds, imports and factories; single changes by staff have operations of their own.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { CustomValues } from '#kit/custom.ts'
import { categoriesChanged, productsChanged } from './events.ts'
import type { Content } from './measure.ts'
import { ANY_QUANTITY, type QuantityRule } from './quantity.ts'

export interface NewCategory {
  id: string
  parentId: string | null
  position: number
  texts: { locale: string; name: string; slug: string; description: string }[]
}

export interface NewOption {
  id: string
  key: string
  position: number
  texts: { locale: string; name: string }[]
  values: {
    id: string
    key: string
    swatch: string | null
    position: number
    texts: { locale: string; name: string }[]
  }[]
}

export interface NewProduct {
  id: string
  taxCategoryId: string
  /** Default `published`. */
  state?: 'draft' | 'published'
  /** Of what is published; default now. */
  publishedAt?: Date
  /** When it comes into the shop by itself, and when it goes. */
  publishAt?: string | null
  unpublishAt?: string | null
  position: number
  featured: boolean
  shippable?: boolean
  custom?: CustomValues
  /** Default none: in all. */
  channelIds?: string[]
  categoryIds: string[]
  optionIds: string[]
  texts: {
    locale: string
    name: string
    slug: string
    subtitle: string | null
    description: string
    facts: { name: string; value: string }[]
    metaTitle?: string | null
    metaDescription?: string | null
  }[]
  variants: Omit<NewVariantRow, 'productId'>[]
  media: {
    id: string
    variantId: string | null
    fileId: string
    position: number
    alts: { locale: string; alt: string }[]
  }[]
}

export interface NewVariantRow {
  id: string
  productId: string
  sku: string
  position: number
  weightGrams: number
  /** Default: any quantity. */
  quantityRule?: QuantityRule
  /** Default: sold by the piece. */
  content?: Content | null
  custom?: CustomValues
  values: { optionId: string; valueId: string }[]
}

const json = (rows: unknown) => JSON.stringify(rows)

export async function writeCategories(rows: NewCategory[], ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  await sql`insert into catalog.category (id, store_id, parent_id, position, created_at, updated_at)
    select id, ${storeId}, "parentId", position, ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${json(rows)}) as c(id uuid, "parentId" uuid, position int)`.execute(db)
  await sql`insert into catalog.category_text (store_id, category_id, locale, name, slug, description)
    select ${storeId}, "categoryId", locale, name, slug, description
    from json_to_recordset(${json(rows.flatMap((row) => row.texts.map((text) => ({ ...text, categoryId: row.id }))))})
      as t("categoryId" uuid, locale text, name text, slug text, description text)`.execute(db)
  ctx.emit(categoriesChanged, { ids: rows.map((row) => row.id) })
}

export async function writeOptions(rows: NewOption[], ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  await sql`insert into catalog.option (id, store_id, key, position, created_at, updated_at)
    select id, ${storeId}, key, position, ${ctx.now()}, ${ctx.now()} from json_to_recordset(${json(rows)}) as o(id uuid, key text, position int)`.execute(
    db,
  )
  await sql`insert into catalog.option_text (store_id, option_id, locale, name)
    select ${storeId}, "optionId", locale, name
    from json_to_recordset(${json(rows.flatMap((row) => row.texts.map((text) => ({ ...text, optionId: row.id }))))}) as t("optionId" uuid, locale text, name text)`.execute(
    db,
  )
  const values = rows.flatMap((row) => row.values.map((value) => ({ ...value, optionId: row.id })))
  await sql`insert into catalog.option_value (id, store_id, option_id, key, swatch, position)
    select id, ${storeId}, "optionId", key, swatch, position
    from json_to_recordset(${json(values)}) as v(id uuid, "optionId" uuid, key text, swatch text, position int)`.execute(
    db,
  )
  await sql`insert into catalog.option_value_text (store_id, value_id, locale, name)
    select ${storeId}, "valueId", locale, name
    from json_to_recordset(${json(values.flatMap((value) => value.texts.map((text) => ({ ...text, valueId: value.id }))))}) as t("valueId" uuid, locale text, name text)`.execute(
    db,
  )
}

/** Writes products with texts, variants, choices and pictures. Prices and stock are written by their own modules. */
export async function writeProducts(rows: NewProduct[], ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  const of = <T extends object>(pick: (row: NewProduct) => T[]) =>
    json(rows.flatMap((row) => pick(row).map((each) => ({ ...each, productId: row.id }))))
  await sql`insert into catalog.product (id, store_id, tax_category_id, state, shippable, channel_ids, custom, position, featured, published_at, publish_at, unpublish_at, created_at, updated_at)
    select id, ${storeId}, "taxCategoryId", state, coalesce(shippable, true), nullif("channelIds", '{}'), jsonb_strip_nulls(coalesce(custom, '{}')), position, featured,
      case state when 'published' then coalesce("publishedAt", ${ctx.now()}::timestamptz) end, "publishAt", "unpublishAt", ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${json(rows.map((row) => ({ state: 'published', ...row })))})
      as p(id uuid, "taxCategoryId" uuid, state text, shippable boolean, "channelIds" uuid[], custom jsonb, position int, featured boolean, "publishedAt" timestamptz, "publishAt" timestamptz, "unpublishAt" timestamptz)`.execute(
    db,
  )
  await sql`insert into catalog.product_text (store_id, product_id, locale, name, slug, subtitle, description, facts, meta_title, meta_description)
    select ${storeId}, "productId", locale, name, slug, subtitle, description, facts, "metaTitle", "metaDescription"
    from json_to_recordset(${of((row) => row.texts)}) as t("productId" uuid, locale text, name text, slug text, subtitle text, description text, facts jsonb, "metaTitle" text, "metaDescription" text)`.execute(
    db,
  )
  await sql`insert into catalog.product_category (store_id, product_id, category_id, position)
    select ${storeId}, "productId", "categoryId", position
    from json_to_recordset(${of((row) => row.categoryIds.map((categoryId) => ({ categoryId, position: row.position })))}) as c("productId" uuid, "categoryId" uuid, position int)`.execute(
    db,
  )
  await sql`insert into catalog.product_option (store_id, product_id, option_id, position)
    select ${storeId}, "productId", "optionId", position
    from json_to_recordset(${of((row) => row.optionIds.map((optionId, position) => ({ optionId, position })))}) as o("productId" uuid, "optionId" uuid, position int)`.execute(
    db,
  )
  await writeVariants(
    rows.flatMap(({ id: productId, variants }) => variants.map((variant) => ({ ...variant, productId }))),
    ctx,
  )
  await sql`insert into catalog.product_media (id, store_id, product_id, variant_id, file_id, position)
    select id, ${storeId}, "productId", "variantId", "fileId", position
    from json_to_recordset(${of((row) => row.media)}) as m(id uuid, "productId" uuid, "variantId" uuid, "fileId" uuid, position int)`.execute(
    db,
  )
  await sql`insert into catalog.product_media_text (store_id, product_media_id, locale, alt)
    select ${storeId}, "mediaId", locale, alt
    from json_to_recordset(${of((row) => row.media.flatMap((each) => each.alts.map((alt) => ({ ...alt, mediaId: each.id }))))}) as t("mediaId" uuid, locale text, alt text)`.execute(
    db,
  )
  ctx.emit(productsChanged, { ids: rows.map((row) => row.id) })
}

/** Variants with their choices, of products that are there. */
export async function writeVariants(rows: NewVariantRow[], ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  await sql`insert into catalog.variant (id, store_id, product_id, sku, position, weight_grams, min_quantity, max_quantity, quantity_step,
      content_size, content_unit, per_size, per_unit, custom, created_at, updated_at)
    select id, ${storeId}, "productId", sku, position, "weightGrams", minimum, maximum, step, amount, unit, "perAmount", "perUnit", jsonb_strip_nulls(coalesce(custom, '{}')), ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${json(rows.map(({ quantityRule = ANY_QUANTITY, content, ...variant }) => ({ ...variant, ...quantityRule, ...content })))})
      as v(id uuid, "productId" uuid, sku text, position int, "weightGrams" int, minimum int, maximum int, step int,
        amount int, unit text, "perAmount" int, "perUnit" text, custom jsonb)`.execute(db)
  await sql`insert into catalog.variant_value (store_id, product_id, variant_id, option_id, value_id)
    select ${storeId}, "productId", "variantId", "optionId", "valueId"
    from json_to_recordset(${json(rows.flatMap(({ id: variantId, productId, values }) => values.map((value) => ({ ...value, variantId, productId }))))})
      as v("productId" uuid, "variantId" uuid, "optionId" uuid, "valueId" uuid)`.execute(db)
}
