/** A product as staff see it: texts in all languages, what can be chosen, and in which state it is. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { shownText } from '#kit/custom.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import {
  Flag,
  Id,
  Instant,
  Int,
  Key,
  List,
  Locale,
  Nullable,
  OneOf,
  Slug,
  Text,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { CatalogFilm, MOST_FILMS, filmsOf } from '../films/film.ts'
import { Picture, pictureJson } from '../../media/index.ts'
import { currentSettings, localeChain } from '../../settings/index.ts'
import { ProductAttributes, attributesText } from '../attributes/values.ts'
import { CUSTOM, ProductCustom, VariantCustom } from '../custom.ts'
import { productsChanged } from '../events.ts'
import { Archived } from '../failures.ts'
import {
  LONGEST_SKU,
  MOST_VARIANTS,
  MOST_PICTURES,
  MOST_LOCALES,
  MOST_OPTIONS,
  MOST_VALUES,
  MOST_CATEGORIES_OF_ONE,
  Position,
} from '../limits.ts'
import { Content, contentText } from '../measure.ts'
import { QuantityRule, ruleText } from '../quantity.ts'
import { meta, metaText } from '../meta.ts'
import { ChannelIds } from './channels.ts'

export const ProductFact = shape('ProductFact', { name: Text(120), value: Text(500) })
export const Facts = List(ProductFact, 40)
export const Sku = Text(LONGEST_SKU)

export const ProductText = shape('ProductText', {
  locale: Locale,
  name: Text(300),
  slug: Slug,
  subtitle: Nullable(Text(300)),
  description: Text(20_000, { min: 0 }),
  facts: Facts,
  ...meta,
})
export type ProductText = Static<typeof ProductText>

const VariantChoice = shape('VariantChoice', {
  optionId: Id,
  optionName: Text(120),
  valueId: Id,
  valueName: Text(120),
  swatch: Nullable(Text(7)),
})

export const CatalogVariant = shape(
  'CatalogVariant',
  {
    id: Id,
    productId: Id,
    sku: Sku,
    position: Position,
    weightGrams: Int(0, 10_000_000),
    quantityRule: QuantityRule,
    /** Null: it is sold by the piece. */
    content: Nullable(Content),
    choices: List(VariantChoice, MOST_OPTIONS),
    custom: VariantCustom,
    version: Version,
  },
  { description: '`version` is that of its product.' },
)
export type CatalogVariant = Static<typeof CatalogVariant>

export const CatalogMedia = shape('CatalogMedia', {
  id: Id,
  fileId: Id,
  variantId: Nullable(Id),
  picture: Picture,
  alts: List(shape('CatalogMediaAlt', { locale: Locale, alt: Text(500, { min: 0 }) }), MOST_LOCALES),
})

export const CatalogProduct = shape('CatalogProduct', {
  id: Id,
  state: OneOf('draft', 'published', 'archived'),
  taxCategoryId: Id,
  typeId: Nullable(Id),
  channelIds: ChannelIds,
  shippable: Flag,
  position: Position,
  featured: Flag,
  texts: List(ProductText, MOST_LOCALES),
  categories: List(shape('CatalogProductCategory', { id: Id, name: Text(200) }), MOST_CATEGORIES_OF_ONE),
  options: List(
    shape('CatalogProductOption', {
      id: Id,
      key: Key,
      name: Text(120),
      values: List(
        shape('CatalogOptionValue', { id: Id, key: Key, name: Text(120), swatch: Nullable(Text(7)) }),
        MOST_VALUES,
      ),
    }),
    MOST_OPTIONS,
  ),
  variants: List(CatalogVariant, MOST_VARIANTS),
  media: List(CatalogMedia, MOST_PICTURES),
  films: List(CatalogFilm, MOST_FILMS),
  attributes: ProductAttributes,
  custom: ProductCustom,
  publishedAt: Nullable(Instant),
  /** By the schedule. */
  publishAt: Nullable(Instant),
  unpublishAt: Nullable(Instant),
  createdAt: Instant,
  updatedAt: Instant,
  archivedAt: Nullable(Instant),
  purgedAt: Nullable(Instant),
  version: Version,
})
export type CatalogProduct = Static<typeof CatalogProduct>

/** The name in the caller's language, or the next best. */
export function nameIn(table: string, key: string, id: string, chain: string[]): RawBuilder<string> {
  return sql`(select t.name from ${sql.raw(table)} t where t.${sql.raw(key)} = ${sql.raw(id)}
    order by array_position(${chain}, t.locale) nulls last, t.locale limit 1)`
}

export async function localesOf(ctx: Ctx): Promise<string[]> {
  return localeChain(await currentSettings(ctx), ctx.scope.locale)
}

/** JSON of a CatalogVariant; `v` and `p` are joined. */
export function variantJson(ctx: Ctx, chain: string[]): RawBuilder<CatalogVariant> {
  return sql`json_build_object('id', v.id, 'productId', v.product_id, 'sku', v.sku, 'position', v.position, 'weightGrams', v.weight_grams, 'quantityRule', ${sql.raw(ruleText('v'))}, 'content', ${sql.raw(contentText('v'))},
    'choices', coalesce((select json_agg(json_build_object(
        'optionId', vv.option_id, 'optionName', ${nameIn('catalog.option_text', 'option_id', 'vv.option_id', chain)},
        'valueId', vv.value_id, 'valueName', ${nameIn('catalog.option_value_text', 'value_id', 'vv.value_id', chain)},
        'swatch', ov.swatch) order by po.position, vv.option_id)
      from catalog.variant_value vv join catalog.option_value ov on ov.id = vv.value_id
      join catalog.product_option po on po.product_id = vv.product_id and po.option_id = vv.option_id where vv.variant_id = v.id), '[]'),
    'custom', ${sql.raw(shownText(ctx, CUSTOM.variant, 'v'))}, 'version', p.version)`
}

/** The whole product in one statement. */
export async function readProduct(ctx: Ctx, id: string): Promise<CatalogProduct> {
  const chain = await localesOf(ctx)
  const { rows } = await sql<CatalogProduct>`
    select p.id, case when p.archived_at is not null then 'archived' else p.state end as state, p.tax_category_id as "taxCategoryId", p.product_type_id as "typeId", to_json(coalesce(p.channel_ids, '{}')) as "channelIds",
      p.shippable, p.position, p.featured, p.version, kit.utc(p.published_at) as "publishedAt", kit.utc(p.publish_at) as "publishAt", kit.utc(p.unpublish_at) as "unpublishAt", kit.utc(p.created_at) as "createdAt",
      kit.utc(p.updated_at) as "updatedAt", kit.utc(p.archived_at) as "archivedAt", kit.utc(p.purged_at) as "purgedAt",
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'slug', t.slug, 'subtitle', t.subtitle,
        'description', t.description, 'facts', t.facts, ${sql.raw(metaText('t'))}) order by array_position(${chain}, t.locale), t.locale)
        from catalog.product_text t where t.product_id = p.id), '[]') as texts,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', ${nameIn('catalog.category_text', 'category_id', 'c.id', chain)}) order by pc.position, c.id)
        from catalog.product_category pc join catalog.category c on c.id = pc.category_id and c.archived_at is null
        where pc.product_id = p.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('id', o.id, 'key', o.key, 'name', ${nameIn('catalog.option_text', 'option_id', 'o.id', chain)},
          'values', coalesce((select json_agg(json_build_object('id', ov.id, 'key', ov.key, 'swatch', ov.swatch,
            'name', ${nameIn('catalog.option_value_text', 'value_id', 'ov.id', chain)}) order by ov.position, ov.key)
            from catalog.option_value ov where ov.option_id = o.id), '[]')) order by po.position, o.id)
        from catalog.product_option po join catalog.option o on o.id = po.option_id where po.product_id = p.id), '[]') as options,
      coalesce((select json_agg(${variantJson(ctx, chain)} order by v.position, v.id)
        from catalog.variant v where v.product_id = p.id and v.archived_at is null), '[]') as variants,
      coalesce((select json_agg(json_build_object('id', m.id, 'fileId', m.file_id, 'variantId', m.variant_id,
          'picture', ${pictureJson(
            'f',
            sql`(select t.alt from catalog.product_media_text t where t.product_media_id = m.id
            order by array_position(${chain}, t.locale) nulls last limit 1)`,
          )},
          'alts', coalesce((select json_agg(json_build_object('locale', t.locale, 'alt', t.alt) order by t.locale)
            from catalog.product_media_text t where t.product_media_id = m.id), '[]')) order by m.position, m.id)
        from catalog.product_media m join media.file f on f.id = m.file_id where m.product_id = p.id), '[]') as media,
      ${sql.raw(filmsOf('p.id'))} as films,
      ${sql.raw(attributesText('p.id', 'p.product_type_id', 'chain.locales'))} as attributes, ${sql.raw(shownText(ctx, CUSTOM.product, 'p'))} as custom
    from catalog.product p cross join (select ${chain}::text[] as locales) chain where p.store_id = ${ctx.storeId} and p.id = ${id}`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  return found
}

/** Of any state; another store's is not there. */
export async function mustBeThere(ctx: Ctx, id: string): Promise<void> {
  const { rows } =
    await sql`select from catalog.product where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
  if (rows.length === 0) throw NotFound({})
}

export interface LockedProduct {
  id: string
  state: 'draft' | 'published'
  version: number
  publishedAt: Date | null
  archivedAt: Date | null
}

/** Locks the product for a change; archived ones are refused unless `archived` is asked for. */
export async function lockProduct(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  options: { archived?: boolean } = {},
): Promise<LockedProduct> {
  const { rows } = await sql<LockedProduct>`
    select id, state, version, published_at as "publishedAt", archived_at as "archivedAt"
    from catalog.product where store_id = ${ctx.storeId} and id = ${id} for update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  if (found.archivedAt && !options.archived) throw Archived({})
  return found
}

/** Raises the version and tells. `set` are further columns, each with its comma: `, state = 'draft'`. */
export async function touchProduct(ctx: Ctx, id: string, set: RawBuilder<unknown> = sql``): Promise<void> {
  await sql`update catalog.product set version = version + 1, updated_at = ${ctx.now()}${set}
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
  ctx.emit(productsChanged, { ids: [id] })
}

/** For the audit: variants and pictures have rows of their own there. */
export function auditProduct(ctx: Ctx, before: CatalogProduct | null, after: CatalogProduct): void {
  const told = (product: CatalogProduct | null) => {
    if (!product) return null
    const { variants: _, media: __, options, categories, ...rest } = product
    return {
      ...rest,
      optionIds: options.map(({ id }) => id),
      categoryIds: categories.map(({ id }) => id),
    }
  }
  ctx.audit({ subject: 'catalog.product', subjectId: after.id, before: told(before), after: told(after) })
}
