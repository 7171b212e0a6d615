/**
 * Fills a new store with the demo shop: goods, prices, stock, delivery, tax, pictures, and what it tells of itself.
 *
 * One transaction for the data, so that a start that was cut off leaves no half shop.
 * The pictures' bytes are put in storage before; unused ones are swept.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import type { Call } from '#kit/invoke.ts'
import { writeLocation } from '../modules/inventory/index.ts'
import { storeFile } from '../modules/media/index.ts'
import { lockOrderSettings, writeOrderSettings } from '../modules/orders/index.ts'
import { currentSettings, putLocales } from '../modules/settings/index.ts'
import { seedMarkets } from './abroad.ts'
import { products } from './catalogue/index.ts'
import { seedContent } from './content/seed.ts'
import { readFilms, seedFilms } from './films.ts'
import { seedCategories, seedCollections, seedOptions, writeGoods } from './goods.ts'
import { seedDelivery, seedTax } from './ground.ts'
import { seedReviews } from './opinions/write.ts'
import { readMasters, type Master } from './masters.ts'

const LOCALES = [
  { code: 'en', fallback: null },
  { code: 'de', fallback: 'en' },
  { code: 'ar', fallback: 'en' },
]

/** Who sells here, as invoices say it. */
const SELLER = {
  address: {
    name: 'Quayside',
    company: null,
    line1: 'Am Sandtorkai 1',
    line2: null,
    postalCode: '20457',
    city: 'Hamburg',
    region: null,
    country: 'DE',
    phone: null,
  },
  taxId: 'DE000000000',
  note: null,
}

export async function seedDemo(app: App, call: Call): Promise<void> {
  const [masters, films] = await Promise.all([readMasters(), readFilms()])
  await app.inTransaction(call, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('quayside demo shop', 0))`.execute(ctx.db)
    const { rows: there } =
      await sql`select 1 from catalog.product where store_id = ${ctx.storeId} limit 1`.execute(ctx.db)
    if (there.length > 0) return // another process was faster
    await putLocales(ctx, LOCALES)
    const { markets } = await currentSettings(ctx)
    const countries = markets.flatMap((market) => market.countries)
    const tax = await seedTax(ctx, countries)
    await seedDelivery(ctx, tax.standard, countries)
    await seedMarkets(ctx)
    const locationId = newId()
    await writeLocation(
      { id: locationId, key: 'main', name: 'Harbour warehouse', country: 'DE', position: 0 },
      ctx,
    )
    const known = {
      tax,
      locationId,
      categoryIds: await seedCategories(ctx),
      optionIds: await seedOptions(ctx),
      files: await keepPictures(ctx, masters),
    }
    const productIds = new Map(products.map(({ slug }) => [slug, newId()]))
    await writeGoods(ctx, products, {
      known,
      firstPosition: 0,
      idOf: (index, part) => (part === 'product' ? productIds.get(products[index]!.slug)! : newId()),
    })
    await seedFilms(ctx, films, { ...known, productIds })
    const collectionIds = await seedCollections(ctx, productIds)
    await seedContent(ctx, { ...known, productIds, collectionIds })
    await seedReviews(ctx, productIds)
    await writeOrderSettings(ctx, { ...(await lockOrderSettings(ctx)), seller: SELLER, invoicePrefix: 'Q-' })
  })
}

async function keepPictures(ctx: Ctx, masters: Map<string, Master>): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [key, { body, width, height }] of masters) {
    const file = {
      name: `${key}.webp`,
      type: 'image/webp',
      body,
      visibility: 'public',
      width,
      height,
    } as const
    files.set(key, (await storeFile(ctx, file)).id)
  }
  return files
}
