/**
 * The shop that is measured: 1,000 products of three variants each and one of 2,000, the same at every run.
 *
 * Written by the modules' own set-based writers. Only pictures are written as rows, without
 * bytes: nobody fetches them here, and nothing should be busy making smaller copies of them.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../server/kit/app.ts'
import type { Ctx } from '../server/kit/context.ts'
import {
  writeCategories,
  writeOptions,
  writeProducts,
  type NewProduct,
} from '../server/modules/catalog/index.ts'
import { writeDelivery } from '../server/modules/delivery/index.ts'
import { writeLocation, writeStock } from '../server/modules/inventory/index.ts'
import { writePrices } from '../server/modules/pricing/index.ts'
import { writeStore } from '../server/modules/settings/index.ts'
import { writeTax } from '../server/modules/tax/index.ts'
import { writeMatrix } from './seed-matrix.ts'

export const PRODUCTS = 1_000
export const VARIANTS = 3
/** No run sells this many of one variant. */
const STOCK = 1_000_000
const CHUNK = 250 // products in one transaction

const CATEGORIES = ['Cups', 'Plates', 'Bowls', 'Lamps', 'Throws', 'Candles', 'Tools', 'Paper']
const COLOURS = [
  ['sand', '#d9c9a8'],
  ['sea', '#2f6f8f'],
  ['moss', '#5f7a4f'],
  ['rust', '#a8512f'],
  ['chalk', '#f2efe8'],
  ['slate', '#4a5560'],
] as const
const SIZES = ['small', 'medium', 'large'] as const
const WIDTHS = [400, 800, 1200] // of the smaller copies, in pixels

/** The same id for the same name at every run. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A whole number below `below` that depends on the name only. */
function drawn(name: string, below: number): number {
  return createHash('sha256').update(`draw ${name}`).digest().readUInt32BE() % below
}

export function slugOf(product: number): string {
  return `${CATEGORIES[product % CATEGORIES.length]!.toLowerCase()}-no-${product}`
}

export function variantIdOf(variant: number): string {
  return idOf(`variant ${Math.floor(variant / VARIANTS)} ${variant % VARIANTS}`)
}

export async function seed(app: App): Promise<void> {
  const storeId = idOf('store')
  await app.pool.db.transaction().execute((db) =>
    writeStore(
      {
        id: storeId,
        code: 'main',
        name: 'Quayside',
        email: 'hello@quayside.example',
        currency: 'EUR',
        locale: 'en',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        market: {
          name: 'European Union',
          countries: ['DE', 'FR', 'AT'],
          pricesIncludeTax: true,
          taxRounding: 'line',
        },
      },
      db,
      app.clock(),
    ),
  )
  const inside = (work: (ctx: Ctx) => Promise<void>) =>
    app.inTransaction({ actor: { kind: 'system', name: 'bench' }, hint: { storeId } }, work)
  await inside(ground)
  for (let first = 0; first < PRODUCTS; first += CHUNK) await inside((ctx) => writeChunk(first, ctx))
  await writeMatrix(inside)
}

async function ground(ctx: Ctx): Promise<void> {
  const countries = ['DE', 'FR', 'AT']
  const rates = { standard: 1900, reduced: 700 }
  await writeTax(
    {
      categories: Object.keys(rates).map((key) => ({ id: idOf(`tax ${key}`), key, name: `${key} rate` })),
      rates: countries.flatMap((country) =>
        Object.entries(rates).map(([key, rateBasisPoints]) => ({
          id: idOf(`tax ${key} ${country}`),
          categoryId: idOf(`tax ${key}`),
          country,
          name: `VAT ${rateBasisPoints / 100} %`,
          rateBasisPoints,
          startsOn: '2026-01-01',
        })),
      ),
    },
    ctx,
  )
  const methods = ['parcel', 'express'].map((key, position) => ({
    id: idOf(`delivery ${key}`),
    zoneId: idOf('zone'),
    key,
    taxCategoryId: idOf('tax standard'),
    minDays: 1,
    maxDays: 3 - position,
    position,
  }))
  await writeDelivery(
    {
      zones: [{ id: idOf('zone'), key: 'eu', name: 'European Union', countries }],
      methods,
      texts: methods.map(({ id, key }) => ({ methodId: id, locale: 'en', name: key, description: '' })),
      rates: methods.map(({ id, key }, position) => ({
        id: idOf(`delivery rate ${key}`),
        methodId: id,
        currency: 'EUR',
        amount: 490 + 800 * position,
        freeFrom: position === 0 ? 100_000 : null,
      })),
    },
    ctx,
  )
  await writeLocation(
    { id: idOf('location'), key: 'main', name: 'Warehouse', country: 'DE', position: 0 },
    ctx,
  )
  await writeCategories(
    CATEGORIES.map((name, position) => ({
      id: idOf(`category ${position}`),
      parentId: null,
      position,
      texts: [{ locale: 'en', name, slug: name.toLowerCase(), description: `All ${name.toLowerCase()}.` }],
    })),
    ctx,
  )
  const option = (key: string, position: number, values: readonly (readonly [string, string | null])[]) => ({
    id: idOf(`option ${key}`),
    key,
    position,
    texts: [{ locale: 'en', name: key }],
    values: values.map(([value, swatch], place) => ({
      id: idOf(`option ${key} ${value}`),
      key: value,
      swatch,
      position: place,
      texts: [{ locale: 'en', name: value }],
    })),
  })
  const sizes = SIZES.map((size) => [size, null] as const)
  await writeOptions([option('colour', 0, COLOURS), option('size', 1, sizes)], ctx)
}

async function writeChunk(first: number, ctx: Ctx): Promise<void> {
  const numbers = Array.from({ length: CHUNK }, (_, index) => first + index)
  await writePictures(numbers, ctx)
  await writeProducts(numbers.map(productRow), ctx)
  const variants = numbers.flatMap((product) =>
    Array.from({ length: VARIANTS }, (_, place) => ({ product, place, n: product * VARIANTS + place })),
  )
  await writePrices(
    variants.map(({ product, place, n }) => {
      const amount = 900 + drawn(`price ${product}`, 9_000) + (product % 3 === 0 ? place * 500 : 0)
      return {
        variantId: variantIdOf(n),
        currency: 'EUR',
        amount,
        compareAt: product % 5 === 0 ? amount + 700 : null,
      }
    }),
    ctx,
    'bench',
  )
  await writeStock(
    variants.map(({ n }) => ({
      variantId: variantIdOf(n),
      sku: `SKU-${n}`,
      locationId: idOf('location'),
      onHand: STOCK,
    })),
    ctx,
  )
}

/** Each product has two colours or three, and two pictures, the second of its second variant. */
function productRow(product: number): NewProduct {
  const category = product % CATEGORIES.length
  const name = `${CATEGORIES[category]!.slice(0, -1)} no. ${product}`
  const variants = Array.from({ length: VARIANTS }, (_, place) => {
    const [colour] = COLOURS[(product + place) % COLOURS.length]!
    const choice = { colour, size: SIZES[place]! }
    return {
      id: variantIdOf(product * VARIANTS + place),
      sku: `SKU-${product * VARIANTS + place}`,
      position: place,
      weightGrams: 200 + place * 100,
      values: Object.entries(choice).map(([option, value]) => ({
        optionId: idOf(`option ${option}`),
        valueId: idOf(`option ${option} ${value}`),
      })),
    }
  })
  return {
    id: idOf(`product ${product}`),
    taxCategoryId: idOf(product % 7 === 0 ? 'tax reduced' : 'tax standard'),
    position: product,
    featured: product % 50 === 0,
    categoryIds: [idOf(`category ${category}`)],
    optionIds: [idOf('option colour'), idOf('option size')],
    texts: [
      {
        locale: 'en',
        name,
        slug: slugOf(product),
        subtitle: product % 4 === 0 ? null : `Made by hand, series ${drawn(`series ${product}`, 40)}`,
        description: `${name} is one of a thousand. ${'It is made to be used every day and to last. '.repeat(6)}`,
        facts: [
          { name: 'Material', value: 'Stoneware' },
          { name: 'Made in', value: 'Portugal' },
          { name: 'Care', value: 'Dishwasher safe' },
        ],
      },
    ],
    variants,
    media: [0, 1].map((place) => ({
      id: idOf(`media ${product} ${place}`),
      variantId: place === 1 ? variants[1]!.id : null,
      fileId: idOf(`file ${product} ${place}`),
      position: place,
      alts: [{ locale: 'en', alt: `${name}, view ${place + 1}` }],
    })),
  }
}

async function writePictures(products: number[], ctx: Ctx): Promise<void> {
  const files = products.flatMap((product) =>
    [0, 1].map((place) => {
      const id = idOf(`file ${product} ${place}`)
      const digest = createHash('sha256').update(id).digest('hex')
      return { id, digest, stem: `${id}/${digest.slice(0, 16)}` }
    }),
  )
  await sql`insert into media.file (id, store_id, storage_key, name, type, bytes, sha256, width, height, visibility, state, created_at, updated_at)
    select id, ${ctx.storeId}, stem || '.webp', 'picture.webp', 'image/webp', 40000, decode(digest, 'hex'), 1600, 1600, 'public', 'ready', ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(files)}) as f(id uuid, digest text, stem text)`.execute(ctx.db)
  await sql`insert into media.rendition (store_id, file_id, width, height, type, storage_key, bytes, created_at)
    select ${ctx.storeId}, f.id, w.width, w.width, 'image/webp', f.stem || '-' || w.width || '.webp', 9000, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(files)}) as f(id uuid, stem text), unnest(${WIDTHS}::int[]) as w(width)`.execute(
    ctx.db,
  )
}
