/**
 * The product page in one statement.
 *
 * The statement reads each table once and hands over bare rows; who shows what is put together here, where it
 * costs less than in PostgreSQL.
 */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Type } from '#kit/types.ts'
import {
  attributesText,
  contentText,
  idBySlug,
  measurePrice,
  ruleText,
  soldIn,
  type Content,
  type QuantityRule,
} from '../catalog/index.ts'
import { promisesNow, type LinePromise, type Promises, type StockPromise } from '../inventory/index.ts'
import type { Picture } from '../media/index.ts'
import {
  baseListId,
  candidatesText,
  listsOfAsker,
  resolvePrice,
  type Candidate,
  type PriceList,
  type Resolved,
} from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { keptProduct } from './kept.ts'
import { LOW_STOCK, MOST_SHOWN, Product } from './shapes.ts'
import { altOf, available, picture, textOf } from './sql.ts'

export const product = query({
  id: 'browse.product',
  summary: 'One product, with all that can be chosen',
  description: 'An old slug finds the product too: `slug` in the answer is the present one.',
  rest: 'GET /products/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: Product,
  kept: keptProduct,
  run: ({ slug }, ctx) => readBySlug(slug, ctx),
  json: async ({ slug }, ctx) => JSON.stringify(await readBySlug(slug, ctx)),
})

/** Also one that is not in the shop yet. */
export const readAnyProduct = (id: string, ctx: Ctx) => read(BY_ID, [id], ctx)

const readBySlug = (slug: string, ctx: Ctx) => read(BY_SLUG, [foldSlug(slug), ctx.scope.channelId], ctx)

/** `which` is what the statement finds it by, its parameters from the seventh on. */
async function read(statement: string, which: string[], ctx: Ctx): Promise<Product> {
  const { currency } = ctx.scope
  const chain = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const lists = await listsOfAsker(ctx)
  const [row] = await ctx.app.pool.read<Row>(statement, [
    ctx.storeId,
    currency,
    chain,
    lists.map(({ id }) => id),
    ctx.now(),
    await baseListId(ctx),
    ...which,
  ])
  const found = row && toProduct(row, lists, currency, await promisesNow(ctx))
  if (!found) throw NotFound({})
  return found
}

interface Row extends Pick<
  Product,
  'id' | 'slug' | 'name' | 'subtitle' | 'description' | 'facts' | 'attributes' | 'isBundle' | 'version'
> {
  categories: Product['categories'] | null
  media: [fileId: string, variantId: string | null, picture: Picture][] | null
  values: ValueRow[] | null
  variants: VariantRow[] | null
}

/** A value that some variant of the product has, in the order of options, then of values. */
type ValueRow = [
  id: string,
  option: string,
  optionName: string,
  value: string,
  valueName: string,
  swatch: string | null,
]

type VariantRow = [
  id: string,
  sku: string,
  prices: Candidate[] | null,
  pieces: number,
  quantityRule: QuantityRule,
  content: Content | null,
  values: string[] | null,
]

interface Offer {
  id: string
  sku: string
  price: Resolved
  pieces: number
  quantityRule: QuantityRule
  content: Content | null
  values: string[]
}

const statementOf = (which: string) => `
  select p.id, x.slug, x.name, x.subtitle, x.description, x.facts, p.is_bundle as "isBundle", p.version,
    ${attributesText('p.id', 'p.product_type_id', '$3')} as attributes,
    (select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by pc.position, t.name)
      from catalog.product_category pc join catalog.category c on c.id = pc.category_id and c.archived_at is null
      cross join lateral ${textOf('catalog.category_text', 'category_id', 'pc.category_id', '$3')} t where pc.product_id = p.id) as categories,
    (select json_agg(json_build_array(m.file_id, m.variant_id, ${picture('f', altOf('m', '$3'))}) order by m.position, m.id)
      from catalog.product_media m join media.file f on f.id = m.file_id where m.product_id = p.id) as media,
    (select json_agg(json_build_array(ov.id, o.key, ot.name, ov.key, vt.name, ov.swatch) order by po.position, ov.position, ov.key)
      from (select distinct vv.option_id, vv.value_id from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
        where v.product_id = p.id and v.archived_at is null) used
      join catalog.product_option po on po.product_id = p.id and po.option_id = used.option_id
      join catalog.option o on o.id = used.option_id
      join catalog.option_value ov on ov.id = used.value_id
      cross join lateral ${textOf('catalog.option_text', 'option_id', 'o.id', '$3')} ot
      cross join lateral ${textOf('catalog.option_value_text', 'value_id', 'ov.id', '$3')} vt) as values,
    (select json_agg(json_build_array(v.id, v.sku, ${candidatesText('v.id', '$2', '$4::uuid[]', '$6::uuid')}, ${available('v.id', '$5::timestamptz')}, ${ruleText('v')}, ${contentText('v')},
        (select json_agg(vv.value_id) from catalog.variant_value vv where vv.variant_id = v.id)) order by v.position, v.id)
      from catalog.variant v where v.product_id = p.id and v.store_id = $1 and v.archived_at is null) as variants
  from catalog.product p
  cross join lateral ${textOf('catalog.product_text', 'product_id', 'p.id', '$3')} x
  where ${which} and p.store_id = $1 and p.archived_at is null`

const BY_SLUG = statementOf(
  `p.id = ${idBySlug('product', { slug: '$7', storeId: '$1', locales: '$3' })} and p.state = 'published' and ${soldIn('p', '$8::uuid')}`,
)
const BY_ID = statementOf('p.id = $7::uuid')

/** Variants with a price for the one who asks. */
function offersOf(rows: VariantRow[], lists: PriceList[]): Offer[] {
  return rows.flatMap(([id, sku, prices, pieces, quantityRule, content, values]) => {
    const price = resolvePrice(prices ?? [], lists, 1)
    return price ? [{ id, sku, price, pieces, quantityRule, content, values: values ?? [] }] : []
  })
}

/** Null: there is no price for the one who asks. */
function toProduct(
  { media, values, variants, categories, ...own }: Row,
  lists: PriceList[],
  currency: string,
  promiseOf: Promises,
): Product | null {
  const offers = offersOf(variants ?? [], lists)
  if (offers.length === 0) return null
  const money = (amount: number) => ({ amount, currency })
  const shown = ({ amount, compareAt, lowest }: Resolved) => ({
    price: money(amount),
    compareAt: compareAt === null ? null : money(compareAt),
    lowestIn30Days: lowest === null ? null : money(lowest),
  })
  const cheapest = offers.reduce((least, offer) => (offer.price.amount < least.price.amount ? offer : least))
  const offered = new Set(offers.flatMap((offer) => offer.values))
  const chosen = (values ?? []).filter(([id]) => offered.has(id))
  const pictures = new Map<string, Picture>()
  for (const [fileId, , image] of media ?? []) if (!pictures.has(fileId)) pictures.set(fileId, image)
  return {
    ...own,
    categories: categories ?? [],
    pictures: [...pictures.values()],
    options: optionsOf(chosen),
    variants: offers.map(({ id, sku, price, pieces, quantityRule, content, values: has }) => {
      const urls = (media ?? []).flatMap(([, variantId, { url }]) => (variantId === id ? [url] : []))
      return {
        id,
        sku,
        choices: chosen
          .filter(([value]) => has.includes(value))
          .map(([, option, optionName, value, valueName, swatch]) => ({
            option,
            optionName,
            value,
            valueName,
            swatch,
          })),
        ...shown(price),
        measurePrice: measurePrice(content, money(price.amount)),
        tiers: price.tiers.map((tier) => ({
          minQuantity: tier.minQuantity,
          price: money(tier.amount),
          measurePrice: measurePrice(content, money(tier.amount)),
        })),
        availability: availabilityOf(pieces),
        available: Math.min(pieces, MOST_SHOWN),
        promise: shownPromise(promiseOf(id, pieces, 1)),
        quantityRule,
        pictureUrl: urls[0] ?? null,
        pictureUrls: urls,
      }
    }),
    ...shown(cheapest.price),
    priceVaries: offers.some(({ price }) => price.amount !== cheapest.price.amount),
    availability: availabilityOf(offers.reduce((sum, { pieces }) => sum + pieces, 0)),
  }
}

const shownPromise = (promise: LinePromise | null): StockPromise | null =>
  promise && { kind: promise.kind, shipsOn: promise.shipsOn }

const availabilityOf = (pieces: number): Product['availability'] =>
  pieces > LOW_STOCK ? 'in_stock' : pieces > 0 ? 'low_stock' : 'out_of_stock'

function optionsOf(chosen: ValueRow[]): Product['options'] {
  const options = new Map<string, Product['options'][number]>()
  for (const [, key, name, value, valueName, swatch] of chosen) {
    const option = options.get(key) ?? { key, name, values: [] }
    options.set(key, option)
    option.values.push({ key: value, name: valueName, swatch })
  }
  return [...options.values()]
}
