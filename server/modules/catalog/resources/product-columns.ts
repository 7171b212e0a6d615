/** The columns of the file of products: which there are depends on the store's languages, attributes and options. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { customColumns } from '#kit/custom.ts'
import type { Column } from '#kit/resource.ts'
import { tidy } from '#kit/text.ts'
import { Day, Decimal, Flag, Instant, Int, Key, List, OneOf, Slug, Text, type TSchema } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import type { AttributeKind } from '../attributes/attribute.ts'
import { CUSTOM, VARIANT_CELLS } from '../custom.ts'
import { MOST_CATEGORIES_OF_ONE, MOST_OPTIONS, Position } from '../limits.ts'
import { MeasureAmount, MeasureUnit } from '../measure.ts'
import { MOST_CHANNELS } from '../products/channels.ts'
import { Sku } from '../products/product.ts'
import { MOST_OF_ONE } from '../quantity.ts'

const MOST_CHOSEN = 20
const pieces = Int(1, MOST_OF_ONE)

export const SHAPE_OF_KIND: Record<AttributeKind, TSchema> = {
  text: Text(500),
  number: Decimal,
  flag: Flag,
  day: Day,
  choice: List(Key, MOST_CHOSEN),
}

export interface Words {
  /** The store's own language first. */
  locales: string[]
  attributes: { key: string; kind: AttributeKind }[]
  options: string[]
}

/** The store's own language first, the others by their codes. */
export async function localesIn(ctx: Ctx): Promise<string[]> {
  const { store, locales } = await currentSettings(ctx)
  const others = locales.map(({ code }) => code).filter((code) => code !== store.locale)
  return [store.locale, ...others.toSorted()]
}

/** What gives columns to this store's file, by key, so that two stores alike have files alike. */
export async function wordsOf(ctx: Ctx): Promise<Words> {
  const { rows } = await sql<Omit<Words, 'locales'>>`
    select coalesce((select json_agg(json_build_object('key', a.key, 'kind', a.kind) order by a.key)
        from catalog.attribute a where a.store_id = ${ctx.storeId} and a.archived_at is null), '[]') as attributes,
      array(select o.key from catalog.option o where o.store_id = ${ctx.storeId} and o.archived_at is null order by o.key) as options`.execute(
    ctx.db,
  )
  return { locales: await localesIn(ctx), ...rows[0]! }
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/

/** A moment with its thousandths, a day as its beginning in UTC; what is neither stays, and is refused. */
function inFull(text: string): string {
  const at = MOMENT.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? text : new Date(at).toISOString()
}

export async function columnsOf(ctx: Ctx): Promise<Column[]> {
  const { locales, attributes, options } = await wordsOf(ctx)
  const ofProduct: Column[] = [
    { name: 'state', shape: OneOf('draft', 'published'), initial: 'draft' },
    { name: 'publishAt', shape: Instant, normal: inFull },
    { name: 'unpublishAt', shape: Instant, normal: inFull },
    { name: 'channels', shape: List(Text(40), MOST_CHANNELS) },
    { name: 'taxCategory', shape: Text(80), required: true },
    { name: 'type', shape: Key },
    { name: 'position', shape: Position, initial: 0 },
    { name: 'featured', shape: Flag, initial: false },
    { name: 'shippable', shape: Flag, initial: true },
    { name: 'categories', shape: List(Slug, MOST_CATEGORIES_OF_ONE) },
    { name: 'options', shape: List(Key, MOST_OPTIONS) },
    ...locales.flatMap((locale, index): Column[] => [
      { name: `name.${locale}`, shape: Text(300), required: index === 0, normal: tidy },
      // In the store's own language the address is the name of the product here.
      ...(index === 0 ? [] : [{ name: `slug.${locale}`, shape: Slug }]),
      { name: `subtitle.${locale}`, shape: Text(300), normal: tidy },
      { name: `description.${locale}`, shape: Text(20_000) },
      { name: `facts.${locale}`, shape: Text(30_000) },
    ]),
    ...attributes.map(({ key, kind }) => ({ name: `attribute.${key}`, shape: SHAPE_OF_KIND[kind] })),
    ...customColumns(ctx, CUSTOM.product),
  ]
  return [
    { name: 'product', shape: Slug, required: true },
    ...ofProduct.map((column) => ({ ...column, ofGroup: true })),
    { name: 'sku', shape: Sku, normal: (text) => text.trim() },
    { name: 'weightGrams', shape: Int(0, 10_000_000), initial: 0 },
    { name: 'minQuantity', shape: pieces, initial: 1 },
    { name: 'maxQuantity', shape: pieces },
    { name: 'quantityStep', shape: pieces, initial: 1 },
    { name: 'content.amount', shape: MeasureAmount },
    { name: 'content.unit', shape: MeasureUnit },
    { name: 'content.perAmount', shape: MeasureAmount },
    { name: 'content.perUnit', shape: MeasureUnit },
    ...options.map((key) => ({ name: `option.${key}`, shape: Key })),
    ...customColumns(ctx, CUSTOM.variant, VARIANT_CELLS),
  ]
}
