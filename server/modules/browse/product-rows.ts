/** The rows of a product page, from one statement that reads each table once. */
import type { CustomValues } from '#kit/custom.ts'
import {
  attributesText,
  contentText,
  filmsText,
  idBySlug,
  ruleText,
  soldIn,
  type Content,
  type QuantityRule,
} from '../catalog/index.ts'
import type { Film, Picture } from '../media/index.ts'
import {
  candidatesText,
  depositsText,
  type Candidate,
  type Deposit,
  type DepositCounts,
} from '../pricing/index.ts'
import { productRating } from './rating.ts'
import type { Product } from './shapes.ts'
import { altOf, available, picture, slugsOf, textOf } from './sql.ts'

export interface Row extends Pick<
  Product,
  | 'id'
  | 'slug'
  | 'slugs'
  | 'name'
  | 'subtitle'
  | 'description'
  | 'facts'
  | 'attributes'
  | 'rating'
  | 'isBundle'
  | 'version'
  | 'metaTitle'
  | 'metaDescription'
> {
  categories: Product['categories'] | null
  media: MediaRow[] | null
  films: Film[] | null
  values: ValueRow[] | null
  variants: VariantRow[] | null
  custom: CustomValues
}

export type MediaRow = [fileId: string, variantId: string | null, picture: Picture]

/** A value that some variant of the product has, in the order of options, then of values. */
export type ValueRow = [
  id: string,
  option: string,
  optionName: string,
  value: string,
  valueName: string,
  swatch: string | null,
]

export type VariantRow = [
  id: string,
  sku: string,
  prices: Candidate[] | null,
  pieces: number,
  quantityRule: QuantityRule,
  content: Content | null,
  deposits: DepositCounts | null,
  values: string[] | null,
  position: number,
]

/** `ofChannel`: only what lies where the channel sells from is there. */
export type Statement = (deposits: readonly Deposit[], ofChannel: boolean) => string

/** One text for stores that have deposits, and one for those that have none; and so for channels with places of their own. */
function statementOf(which: string, variants?: string): Statement {
  const texts = new Map<string, string>()
  return (stored, ofChannel) => {
    const deposits = depositsText('v.id', stored)
    const pieces = available('v.id', { now: '$5::timestamptz', channel: ofChannel ? '$7::uuid' : undefined })
    const key = `${ofChannel} ${deposits}`
    const text = texts.get(key) ?? statementText(which, { deposits, pieces }, variants)
    texts.set(key, text)
    return text
  }
}

/** Parameters: store, currency, languages, price lists, now, base list, channel, then those of `which`; `variants` is the table of them. */
const statementText = (
  which: string,
  { deposits, pieces }: Record<'deposits' | 'pieces', string>,
  variants = 'catalog.variant',
) => `
  select p.id, x.slug, ${slugsOf('catalog.product_text', 'product_id', 'p.id')} as slugs, x.name, x.subtitle, x.description, x.facts, x.meta_title as "metaTitle", x.meta_description as "metaDescription", p.is_bundle as "isBundle", p.version, p.custom,
    ${attributesText('p.id', 'p.product_type_id', '$3')} as attributes, ${productRating('p.id')} as rating,
    (select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by pc.position, t.name)
      from catalog.product_category pc join catalog.category c on c.id = pc.category_id and c.archived_at is null
      cross join lateral ${textOf('catalog.category_text', 'category_id', 'pc.category_id', '$3')} t where pc.product_id = p.id) as categories,
    (select json_agg(json_build_array(m.file_id, m.variant_id, ${picture('f', altOf('m', '$3'))}) order by m.position, m.id)
      from catalog.product_media m join media.file f on f.id = m.file_id where m.product_id = p.id) as media,
    ${filmsText('p.id', '$3')} as films,
    (select json_agg(json_build_array(ov.id, o.key, ot.name, ov.key, vt.name, ov.swatch) order by po.position, ov.position, ov.key)
      from (select distinct vv.option_id, vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
        where v.product_id = p.id and v.archived_at is null) used
      join catalog.product_option po on po.product_id = p.id and po.option_id = used.option_id
      join catalog.option o on o.id = used.option_id
      join catalog.option_value ov on ov.id = used.value_id
      cross join lateral ${textOf('catalog.option_text', 'option_id', 'o.id', '$3')} ot
      cross join lateral ${textOf('catalog.option_value_text', 'value_id', 'ov.id', '$3')} vt) as values,
    (select json_agg(json_build_array(v.id, v.sku, ${candidatesText('v.id', '$2', '$4::uuid[]', '$6::uuid')}, ${pieces}, ${ruleText('v')}, ${contentText('v')}, ${deposits},
        (select json_agg(vv.value_id) from catalog.variant_value vv where vv.variant_id = v.id), v.position) order by v.position, v.id)
      from ${variants} v where v.product_id = p.id and v.store_id = $1 and v.archived_at is null) as variants
  from catalog.product p
  cross join lateral ${textOf('catalog.product_text', 'product_id', 'p.id', '$3')} x
  where ${which} and p.store_id = $1 and p.archived_at is null`

const SHOWN = `p.id = ${idBySlug('product', { slug: '$8', storeId: '$1', locales: '$3' })} and p.state = 'published' and ${soldIn('p', '$7::uuid')}`

export const BY_SLUG = statementOf(SHOWN)
const byId = statementOf('p.id = $8::uuid')
/** Few look before it is in the shop: it always asks by channel. */
export const BY_ID: Statement = (deposits) => byId(deposits, true)

/**
 * Some of the variants, those that have a price: $9 the limit, $10 and $11 position and id of the last one before (or null), $12 a
 * list of choices, each as `colour:red`, all of which they have.
 */
export const PAGE_BY_SLUG = statementOf(
  SHOWN,
  `lateral (
        select v.* from catalog.variant v where v.product_id = p.id and v.archived_at is null
          and ($10::int is null or (v.position, v.id) > ($10::int, $11::uuid))
          and exists (select from pricing.price pr where pr.variant_id = v.id and pr.currency = $2::bpchar and pr.list_id = any(array(select unnest($4::uuid[]))))
          and not exists (select from unnest($12::text[]) as asked(choice) where not exists (
            select from catalog.variant_value vv join catalog.option o on o.id = vv.option_id join catalog.option_value ov on ov.id = vv.value_id
            where vv.variant_id = v.id and o.key || ':' || ov.key = asked.choice))
        order by v.position, v.id limit $9)`,
)
