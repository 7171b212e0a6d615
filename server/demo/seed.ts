/**
 * Fills a new store with the demo shop: goods, prices, stock, delivery, tax and pictures.
 *
 * One transaction for the data, so that a start that was cut off leaves no half shop.
 * The pictures' bytes are put in storage before; unused ones are swept.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import type { Call } from '#kit/invoke.ts'
import { writeCategories, writeOptions, writeProducts, type NewProduct } from '../modules/catalog/index.ts'
import { writeDelivery } from '../modules/delivery/index.ts'
import { writeLocation, writeStock } from '../modules/inventory/index.ts'
import { storeFile } from '../modules/media/index.ts'
import { writePrices } from '../modules/pricing/index.ts'
import { currentSettings } from '../modules/settings/index.ts'
import { writeTax } from '../modules/tax/index.ts'
import { categories, options, products, type DemoProduct } from './catalogue/index.ts'

const LOCALE = 'en'
/** Standard and reduced VAT of each EU country, in basis points; as of January 2026 (European Commission, Taxes in Europe Database). */
const VAT: Record<string, [standard: number, reduced: number]> = {
  AT: [2000, 1000],
  BE: [2100, 600],
  BG: [2000, 900],
  CY: [1900, 900],
  CZ: [2100, 1200],
  DE: [1900, 700],
  DK: [2500, 2500],
  EE: [2400, 900],
  ES: [2100, 1000],
  FI: [2550, 1400],
  FR: [2000, 550],
  GR: [2400, 1300],
  HR: [2500, 1300],
  HU: [2700, 1800],
  IE: [2300, 1350],
  IT: [2200, 1000],
  LT: [2100, 900],
  LU: [1700, 800],
  LV: [2100, 1200],
  MT: [1800, 700],
  NL: [2100, 900],
  PL: [2300, 800],
  PT: [2300, 1300],
  RO: [2100, 1100],
  SE: [2500, 1200],
  SI: [2200, 950],
  SK: [2300, 1900],
}

export async function seedDemo(app: App, call: Call): Promise<void> {
  const masters = await readMasters()
  await app.inTransaction(call, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('quayside demo shop', 0))`.execute(ctx.db)
    const { rows: there } =
      await sql`select 1 from catalog.product where store_id = ${ctx.storeId} limit 1`.execute(ctx.db)
    if (there.length > 0) return // another process was faster
    const { markets } = await currentSettings(ctx)
    const countries = markets.flatMap((market) => market.countries)
    const tax = await seedTax(ctx, countries)
    await seedDelivery(ctx, tax.standard, countries)
    const locationId = newId()
    await writeLocation(
      { id: locationId, key: 'main', name: 'Harbour warehouse', country: 'DE', position: 0 },
      ctx,
    )
    const categoryIds = await seedCategories(ctx)
    const optionIds = await seedOptions(ctx)
    const files = new Map<string, string>()
    for (const [key, master] of masters) {
      files.set(
        key,
        (
          await storeFile(ctx, {
            name: `${key}.webp`,
            type: 'image/webp',
            body: master.body,
            visibility: 'public',
            width: master.width,
            height: master.height,
          })
        ).id,
      )
    }
    const rows = products.map((product, position) =>
      productRow(product, position, { tax, categoryIds, optionIds, files }),
    )
    await writeProducts(rows, ctx)
    const variants = products.flatMap((product, index) =>
      product.variants.map((variant, place) => ({ ...variant, variantId: rows[index]!.variants[place]!.id })),
    )
    await writePrices(
      variants.map(({ variantId, price, compareAt }) => ({
        variantId,
        currency: 'EUR',
        amount: price,
        compareAt: compareAt ?? null,
      })),
      ctx,
      'demo',
    )
    await writeStock(
      variants.map(({ variantId, sku, stock }) => ({ variantId, sku, locationId, onHand: stock })),
      ctx,
    )
  })
}

async function seedTax(ctx: Ctx, countries: string[]): Promise<{ standard: string; reduced: string }> {
  const [standard, reduced] = [newId(), newId()]
  await writeTax(
    {
      categories: [
        { id: standard, key: 'standard', name: 'Standard rate' },
        { id: reduced, key: 'reduced', name: 'Reduced rate' },
      ],
      rates: countries.flatMap((country) => {
        const [high, low] = VAT[country] ?? [0, 0]
        return [
          {
            id: newId(),
            categoryId: standard,
            country,
            name: `VAT ${high / 100} %`,
            rateBasisPoints: high,
            startsOn: '2026-01-01',
          },
          {
            id: newId(),
            categoryId: reduced,
            country,
            name: `VAT ${low / 100} %`,
            rateBasisPoints: low,
            startsOn: '2026-01-01',
          },
        ]
      }),
    },
    ctx,
  )
  return { standard, reduced }
}

async function seedDelivery(ctx: Ctx, taxCategoryId: string, countries: string[]): Promise<void> {
  const [home, abroad] = [newId(), newId()]
  const methods = [
    {
      id: newId(),
      zoneId: home,
      key: 'parcel',
      name: 'Parcel',
      description: 'To your door',
      minDays: 1,
      maxDays: 3,
      amount: 490,
      freeFrom: 6000 as number | null,
    },
    {
      id: newId(),
      zoneId: home,
      key: 'express',
      name: 'Express',
      description: 'Next working day if ordered before 14:00',
      minDays: 1,
      maxDays: 1,
      amount: 1290,
      freeFrom: null,
    },
    {
      id: newId(),
      zoneId: abroad,
      key: 'parcel',
      name: 'Parcel',
      description: 'To your door',
      minDays: 3,
      maxDays: 6,
      amount: 990,
      freeFrom: 12000,
    },
  ]
  await writeDelivery(
    {
      zones: [
        { id: home, key: 'home', name: 'Germany', countries: ['DE'] },
        {
          id: abroad,
          key: 'eu',
          name: 'European Union',
          countries: countries.filter((country) => country !== 'DE'),
        },
      ],
      methods: methods.map(({ id, zoneId, key, minDays, maxDays }, position) => ({
        id,
        zoneId,
        key,
        taxCategoryId,
        minDays,
        maxDays,
        position,
      })),
      texts: methods.map(({ id, name, description }) => ({
        methodId: id,
        locale: LOCALE,
        name,
        description,
      })),
      rates: methods.map(({ id, amount, freeFrom }) => ({
        id: newId(),
        methodId: id,
        currency: 'EUR',
        amount,
        freeFrom,
      })),
    },
    ctx,
  )
}

async function seedCategories(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map(categories.map(({ slug }) => [slug, newId()]))
  await writeCategories(
    categories.map(({ slug, name, description, position }) => ({
      id: ids.get(slug)!,
      parentId: null,
      position,
      texts: [{ locale: LOCALE, name, slug, description }],
    })),
    ctx,
  )
  return ids
}

/** `colour` for the option, `colour sand` for its value. */
async function seedOptions(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const option of options) {
    ids.set(option.key, newId())
    for (const value of option.values) ids.set(`${option.key} ${value.key}`, newId())
  }
  await writeOptions(
    options.map((option, position) => ({
      id: ids.get(option.key)!,
      key: option.key,
      position,
      texts: [{ locale: LOCALE, name: option.name }],
      values: option.values.map((value, place) => ({
        id: ids.get(`${option.key} ${value.key}`)!,
        key: value.key,
        swatch: value.swatch?.toLowerCase() ?? null,
        position: place,
        texts: [{ locale: LOCALE, name: value.name }],
      })),
    })),
    ctx,
  )
  return ids
}

interface Known {
  tax: { standard: string; reduced: string }
  categoryIds: Map<string, string>
  optionIds: Map<string, string>
  files: Map<string, string>
}

function productRow(
  product: DemoProduct,
  position: number,
  { tax, categoryIds, optionIds, files }: Known,
): NewProduct {
  const variants = product.variants.map((variant, place) => ({
    id: newId(),
    sku: variant.sku,
    position: place,
    weightGrams: variant.weightGrams,
    choice: variant.options,
    values: Object.entries(variant.options).map(([option, value]) => ({
      optionId: optionIds.get(option)!,
      valueId: optionIds.get(`${option} ${value}`)!,
    })),
  }))
  return {
    id: newId(),
    taxCategoryId: tax[product.taxCategory],
    position,
    featured: product.featured ?? false,
    categoryIds: product.categories.map((slug) => categoryIds.get(slug)!),
    optionIds: product.options.map((key) => optionIds.get(key)!),
    texts: [
      {
        locale: LOCALE,
        name: product.name,
        slug: product.slug,
        subtitle: product.subtitle,
        description: product.description,
        facts: product.facts,
      },
    ],
    variants,
    media: product.picture
      .filter(({ key }) => files.has(key))
      .map(({ key, alt, shows }, place) => ({
        id: newId(),
        variantId: shows
          ? (variants.find(({ choice }) =>
              Object.entries(shows).every(
                ([option, value]) => choice[option as keyof typeof choice] === value,
              ),
            )?.id ?? null)
          : null,
        fileId: files.get(key)!,
        position: place,
        alts: [{ locale: LOCALE, alt }],
      })),
  }
}

interface Master {
  body: Buffer
  width: number
  height: number
}

async function readMasters(): Promise<Map<string, Master>> {
  const folder = join(import.meta.dirname, 'pictures/masters')
  const keys = [...new Set(products.flatMap((product) => product.picture.map(({ key }) => key)))]
  const found = await Promise.all(
    keys.map(async (key) => {
      const body = await readFile(join(folder, `${key}.webp`)).catch(() => null)
      return body ? ([key, { body, ...sizeOfWebp(body) }] as const) : null
    }),
  )
  return new Map(found.filter((each) => each !== null))
}

/** Width and height from the header (WebP container specification), so that sharp need not be loaded for it. */
function sizeOfWebp(body: Buffer): { width: number; height: number } {
  const kind = body.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: body.readUIntLE(24, 3) + 1, height: body.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = body.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return { width: body.readUInt16LE(26) & 0x3fff, height: body.readUInt16LE(28) & 0x3fff }
}
