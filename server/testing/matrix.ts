/** A product that is made in every combination of two options, for tests of many variants. */
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { create as createOption } from '../modules/catalog/options/create.ts'
import { writeProducts } from '../modules/catalog/index.ts'
import { writeStock } from '../modules/inventory/index.ts'
import { writePrices } from '../modules/pricing/index.ts'
import type { Shop } from './shop.ts'

const said = (name: string) => [{ locale: 'en', name }]
/** So many prices are written at once. */
const CHUNK = 1000

/**
 * `name` is its slug and begins its article numbers, `name-0` on: all sizes of the first colour, then of the next. One
 * combination less than there are, so that there is one to add: `missing`.
 */
export async function matrix(
  shop: Shop,
  { name, colours, sizes, stock }: { name: string; colours: number; sizes: number; stock?: number },
) {
  const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
    shop.app.pool.db,
  )
  const option = (key: string, count: number) =>
    shop.bob.call(createOption, {
      key: `${name}-${key}`,
      texts: said(key),
      values: Array.from({ length: count }, (_, n) => ({
        key: `${key}-${n}`,
        texts: said(`${key} ${n}`),
      })),
    })
  const [colour, size] = [await option('colour', colours), await option('size', sizes)]
  const all = colour.values.flatMap((one) =>
    size.values.map((other) => [
      { optionId: colour.id, valueId: one.id },
      { optionId: size.id, valueId: other.id },
    ]),
  )
  const missing = all.pop()!
  const variants = all.map((values, position) => ({
    id: newId(),
    sku: `${name}-${position}`,
    position,
    weightGrams: 0,
    values,
  }))
  const product = {
    id: newId(),
    taxCategoryId: rows[0]!.id,
    position: 0,
    featured: false,
    categoryIds: [],
    optionIds: [colour.id, size.id],
    media: [],
    texts: [{ locale: 'en', name, slug: name, subtitle: null, description: '', facts: [] }],
    variants,
  }
  await shop.inside((ctx) => writeProducts([product], ctx))
  for (let start = 0; start < variants.length; start += CHUNK)
    await shop.inside(async (ctx) => {
      const chunk = variants.slice(start, start + CHUNK).map(({ id, sku }) => ({ variantId: id, sku }))
      await writePrices(
        chunk.map(({ variantId }) => ({ variantId, currency: 'EUR', amount: 1000 })),
        ctx,
      )
      if (stock !== undefined)
        await writeStock(
          chunk.map((each) => ({ ...each, locationId: shop.locationId, onHand: stock })),
          ctx,
        )
    })
  await shop.settle()
  return { slug: name, productId: product.id, variants, missing }
}
