/**
 * The product page in one statement.
 *
 * The statement hands over bare rows; who shows what is put together here, where it costs less than in PostgreSQL.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { CustomValues } from '#kit/custom.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { shownFields, type OwnField } from '#kit/own-fields.ts'
import { anyone } from '#kit/policy.ts'
import { foldSlug } from '#kit/text.ts'
import { Slug, Type } from '#kit/types.ts'
import { CUSTOM } from '../catalog/index.ts'
import { promisesNow, type Promises } from '../inventory/index.ts'
import type { Picture } from '../media/index.ts'
import { baseListId, depositsSnapshot, listsOfAsker, type Deposit, type PriceList } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { stockChannelOf } from './channel.ts'
import { keptProduct } from './kept.ts'
import { combinationsOf, offersAround } from './matrix.ts'
import { availabilityOf, offersOf, shownPrice, variantOf } from './offers.ts'
import { BY_ID, BY_SLUG, type Row, type Statement, type ValueRow } from './product-rows.ts'
import { Product, Sku } from './shapes.ts'

export const ProductGone = failure(
  'browse.product_gone',
  410,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This product is no longer sold.',
    de: 'Dieses Produkt wird nicht mehr verkauft.',
    ar: 'لم يعد هذا المنتج يُباع.',
  },
)

export const product = query({
  id: 'browse.product',
  summary: 'One product, with all that can be chosen',
  description:
    'An old slug finds the product too: `slug` in the answer is the present one. Of more than 100 variants only those around the one named `variant` (its article number; else the first that can be had) are told whole: it, and for each value of each option the variant that choosing it leads to. `combinations` then says of all which they are, and `browse.variants` lists them.',
  rest: 'GET /products/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug, variant: Type.Optional(Sku) }),
  output: Product,
  failures: [ProductGone],
  kept: keptProduct,
  run: ({ slug, variant }, ctx) => readBySlug(slug, variant, ctx),
})

/** Also one that is not in the shop yet. */
export async function readAnyProduct(id: string, ctx: Ctx): Promise<Product> {
  const found = await find(BY_ID, [id], undefined, ctx)
  if (!found) throw NotFound({})
  return found
}

async function readBySlug(slug: string, sku: string | undefined, ctx: Ctx): Promise<Product> {
  const folded = foldSlug(slug)
  const found = await find(BY_SLUG, [folded], sku, ctx)
  if (found) return found
  throw (await wasSold(folded, ctx)) ? ProductGone({}) : NotFound({})
}

/** Was there a product of this slug that came into the shop, and was archived? */
async function wasSold(slug: string, ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`
    select from catalog.product_text t join catalog.product p on p.store_id = t.store_id and p.id = t.product_id
    where t.store_id = ${ctx.storeId} and t.slug = ${slug} and not t.live and p.archived_at is not null and p.published_at is not null limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}

async function find(
  statement: Statement,
  which: string[],
  sku: string | undefined,
  ctx: Ctx,
): Promise<Product | null> {
  const { row, ...rest } = await readRow(statement, which, ctx)
  return row ? toProduct(row, sku, rest) : null
}

interface Asker {
  lists: PriceList[]
  currency: string
  promiseOf: Promises
  deposits: readonly Deposit[]
  locales: string[]
  ownFields: (kept: CustomValues) => OwnField[]
}

/** `which` are the statement's parameters from the eighth on. */
export async function readRow(
  statement: Statement,
  which: unknown[],
  ctx: Ctx,
): Promise<Asker & { row: Row | undefined }> {
  const { currency } = ctx.scope
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const lists = await listsOfAsker(ctx)
  const deposits = await ctx.app.snapshots.read(depositsSnapshot, ctx)
  const [row] = await ctx.app.pool.read<Row>(statement(deposits, (await stockChannelOf(ctx)) !== null), [
    ctx.storeId,
    currency,
    locales,
    lists.map(({ id }) => id),
    ctx.now(),
    await baseListId(ctx),
    ctx.scope.channelId,
    ...which,
  ])
  const ownFields = (kept: CustomValues) => shownFields(ctx, CUSTOM.product, kept, locales)
  const promiseOf = await promisesNow(ctx, ctx.scope.channelId)
  return { row, lists, currency, promiseOf, deposits, locales, ownFields }
}

/** Null: there is no price for the one who asks. */
function toProduct(
  { media: pictured, films, values: used, variants, categories, custom, ...own }: Row,
  sku: string | undefined,
  { lists, ownFields, ...asker }: Asker,
): Product | null {
  const offers = offersOf(variants ?? [], lists)
  if (offers.length === 0) return null
  const media = pictured ?? []
  const cheapest = offers.reduce((least, offer) => (offer.price.amount < least.price.amount ? offer : least))
  const offered = new Set(offers.flatMap((offer) => offer.values))
  const values = (used ?? []).filter(([id]) => offered.has(id))
  const matrix = { offers, values, media }
  const pictures = new Map<string, Picture>()
  for (const [fileId, , image] of media) if (!pictures.has(fileId)) pictures.set(fileId, image)
  return {
    ...own,
    ownFields: ownFields(custom),
    categories: categories ?? [],
    pictures: [...pictures.values()],
    films: films ?? [],
    options: optionsOf(values),
    variants: offersAround(matrix, sku).map((offer) => variantOf(offer, { ...asker, media, values })),
    variantCount: offers.length,
    combinations: combinationsOf(matrix),
    ...shownPrice(cheapest.price, asker.currency),
    priceVaries: offers.some(({ price }) => price.amount !== cheapest.price.amount),
    availability: availabilityOf(offers.reduce((sum, { pieces }) => sum + pieces, 0)),
  }
}

function optionsOf(values: ValueRow[]): Product['options'] {
  const options = new Map<string, Product['options'][number]>()
  for (const [, key, name, value, valueName, swatch] of values) {
    const option = options.get(key) ?? { key, name, values: [] }
    options.set(key, option)
    option.values.push({ key: value, name: valueName, swatch })
  }
  return [...options.values()]
}
