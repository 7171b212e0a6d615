/** Products as rows of a file, one for each variant; a product without variants has one row, without a SKU. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { customCellsText } from '#kit/custom.ts'
import type { Cell, PageOfRows, Row } from '#kit/resource.ts'
import { currentSettings } from '../../settings/index.ts'
import type { AttributeKind } from '../attributes/attribute.ts'
import { CUSTOM, VARIANT_CELLS } from '../custom.ts'
import type { Content } from '../measure.ts'
import type { QuantityRule } from '../quantity.ts'

/** Products on a page of an export. */
const PAGE = 500
/** Columns that no file has: whose rows these are. */
export const PRODUCT = '$product'
export const VARIANT = '$variant'

interface Found {
  id: string
  product: string
  head: Record<string, Cell>
  texts: {
    locale: string
    name: string
    slug: string
    subtitle: string | null
    description: string
    facts: object[]
  }[]
  attributes: { key: string; kind: AttributeKind; value: Cell; choices: string[] }[]
  variants: { id: string; cells: Record<string, Cell>; choices: Record<string, string> }[]
}

/** Locks them, so that nobody's change is lost between reading and writing: those of some addresses, each with a row of the product alone, for files that speak of no variant. */
export async function rowsOfProducts(ctx: Ctx, handles: string[]): Promise<Row[]> {
  const { store } = await currentSettings(ctx)
  await sql`
    select from catalog.product p where p.store_id = ${ctx.storeId} and p.id in (select h.product_id from catalog.product_text h
      where h.store_id = ${ctx.storeId} and h.locale = ${store.locale} and h.live and h.slug = any(${handles}))
    order by p.id for update`.execute(ctx.db)
  const found = await read(ctx, sql`h.slug = any(${handles})`, null)
  return found.flatMap((each) => [...rowsOf(each), ...(each.variants.length > 0 ? [bare(each)] : [])])
}

export async function pageOfProducts(
  ctx: Ctx,
  after: string | null,
  narrow: Record<string, string>,
): Promise<PageOfRows> {
  const { state, category } = narrow
  const { store } = await currentSettings(ctx)
  const wanted = [
    sql<SqlBool>`h.slug > ${after ?? ''}`,
    ...(state === undefined ? [] : [sql<SqlBool>`p.state = ${state}`]),
    ...(category === undefined
      ? []
      : [
          sql<SqlBool>`exists (select from catalog.product_category pc join catalog.category_text ct on ct.category_id = pc.category_id
            where pc.product_id = p.id and ct.locale = ${store.locale} and ct.slug = ${category} and ct.live)`,
        ]),
  ]
  const found = await read(ctx, sql.join(wanted, sql` and `), PAGE)
  return { rows: found.flatMap(rowsOf), next: found.length === PAGE ? found.at(-1)!.product : null }
}

/** In the order of their addresses in the store's language; a product without one is in no file. */
async function read(ctx: Ctx, which: RawBuilder<unknown>, limit: number | null): Promise<Found[]> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<Found>`
    with picked as (
      select p.id, h.slug from catalog.product_text h join catalog.product p on p.id = h.product_id
      where h.store_id = ${ctx.storeId} and h.locale = ${store.locale} and h.live and p.archived_at is null and ${which}
      order by h.slug limit ${limit}
    )
    select p.id, k.slug as product,
      jsonb_build_object('state', p.state, 'publishAt', kit.utc(p.publish_at), 'unpublishAt', kit.utc(p.unpublish_at),
        'channels', (select json_agg(c.code order by c.code) from settings.channel c where c.store_id = p.store_id and c.id = any(p.channel_ids)),
        'taxCategory', tc.key, 'type', pt.key, 'position', p.position, 'featured', p.featured,
        'shippable', p.shippable,
        'categories', (select json_agg(ct.slug order by ct.slug) from catalog.product_category pc
          join catalog.category c on c.id = pc.category_id and c.archived_at is null
          join catalog.category_text ct on ct.category_id = c.id and ct.locale = ${store.locale} where pc.product_id = p.id),
        'options', (select json_agg(o.key order by po.position, o.key) from catalog.product_option po
          join catalog.option o on o.id = po.option_id where po.product_id = p.id)) || ${sql.raw(customCellsText(ctx, CUSTOM.product, 'p'))} as head,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name, 'slug', t.slug, 'subtitle', t.subtitle,
        'description', t.description, 'facts', t.facts)) from catalog.product_text t where t.product_id = p.id), '[]') as texts,
      coalesce((select json_agg(json_build_object('key', a.key, 'kind', a.kind,
          'value', case a.kind when 'text' then to_json(pa.words) when 'number' then to_json(trim_scale(pa.thousandths::numeric / 1000)::text)
            when 'flag' then to_json(pa.flag) when 'day' then to_json(pa.day) end,
          'choices', (select json_agg(c.key order by ch.position) from catalog.product_attribute ch
            join catalog.attribute_choice c on c.id = ch.choice_id where ch.product_id = p.id and ch.attribute_id = a.id)))
        from catalog.product_attribute pa join catalog.attribute a on a.id = pa.attribute_id
        where pa.product_id = p.id and pa.position = 0), '[]') as attributes,
      coalesce((select json_agg(json_build_object('id', v.id,
          'cells', jsonb_build_object('sku', v.sku, 'weightGrams', v.weight_grams, 'minQuantity', v.min_quantity,
            'maxQuantity', v.max_quantity, 'quantityStep', v.quantity_step, 'content.amount', v.content_size, 'content.unit', v.content_unit,
            'content.perAmount', v.per_size, 'content.perUnit', v.per_unit) || ${sql.raw(customCellsText(ctx, CUSTOM.variant, 'v', VARIANT_CELLS))},
          'choices', (select json_object_agg(o.key, ov.key) from catalog.variant_value vv join catalog.option o on o.id = vv.option_id
            join catalog.option_value ov on ov.id = vv.value_id where vv.variant_id = v.id)) order by v.position, v.id)
        from catalog.variant v where v.product_id = p.id and v.archived_at is null), '[]') as variants
    from picked k join catalog.product p on p.id = k.id join tax.category tc on tc.id = p.tax_category_id
    left join catalog.product_type pt on pt.id = p.product_type_id
    order by k.slug`.execute(ctx.db)
  return rows
}

/** The product as it is, of no variant. */
function bare({ id, product, head, texts, attributes }: Found): Row {
  const shared: Row = { [PRODUCT]: id, [VARIANT]: null, product, sku: null, ...head }
  for (const { locale, name, slug, subtitle, description, facts } of texts) {
    shared[`name.${locale}`] = name
    shared[`slug.${locale}`] = slug
    shared[`subtitle.${locale}`] = subtitle
    shared[`description.${locale}`] = description || null
    shared[`facts.${locale}`] = facts.length > 0 ? JSON.stringify(facts) : null
  }
  for (const { key, kind, value, choices } of attributes)
    shared[`attribute.${key}`] = kind === 'choice' ? choices : value
  return shared
}

export const ruleOf = (row: Row): QuantityRule => ({
  minimum: Number(row['minQuantity'] ?? 1),
  maximum: row['maxQuantity'] == null ? null : Number(row['maxQuantity']),
  step: Number(row['quantityStep'] ?? 1),
})

const CONTENT = ['amount', 'unit', 'perAmount', 'perUnit'] as const

/** Null: none of it is said, or not all. */
export function contentOf(row: Row): Content | null {
  const cells = CONTENT.map((name) => [name, row[`content.${name}`] ?? null] as const)
  return cells.every(([, cell]) => cell !== null) ? (Object.fromEntries(cells) as Content) : null
}

/** The first of its cells that is empty though another one is not. */
export function lacksOfContent(row: Row): string | undefined {
  const empty = CONTENT.filter((name) => (row[`content.${name}`] ?? null) === null)
  return empty.length < CONTENT.length && empty[0] ? `content.${empty[0]}` : undefined
}

function rowsOf(found: Found): Row[] {
  const shared = bare(found)
  if (found.variants.length === 0) return [shared]
  return found.variants.map(({ id: variantId, cells, choices }) => ({
    ...shared,
    ...cells,
    ...Object.fromEntries(Object.entries(choices ?? {}).map(([key, value]) => [`option.${key}`, value])),
    [VARIANT]: variantId,
  }))
}
