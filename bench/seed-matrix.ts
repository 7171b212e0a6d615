/** The one product of the shop that is made in two thousand combinations; it comes last in every list. */
import type { Ctx } from '../server/kit/context.ts'
import { writeOptions, writeProducts } from '../server/modules/catalog/index.ts'
import { writeStock } from '../server/modules/inventory/index.ts'
import { writePrices } from '../server/modules/pricing/index.ts'
import { idOf, PRODUCTS } from './seed.ts'

export const MATRIX_SLUG = 'dyed-yarn'
const [TONES, LENGTHS] = [50, 40]
const PRICE = 1_900
const STOCK = 1_000
const CHUNK = 1_000 // prices written at once

const said = (name: string) => [{ locale: 'en', name }]
const option = (key: string, count: number) => ({
  id: idOf(`option ${key}`),
  key,
  position: 10,
  texts: said(key),
  values: Array.from({ length: count }, (_, place) => ({
    id: idOf(`option ${key} ${place}`),
    key: `${key}-${place}`,
    swatch: null,
    position: place,
    texts: said(`${key} ${place}`),
  })),
})

export async function writeMatrix(inside: (work: (ctx: Ctx) => Promise<void>) => Promise<void>) {
  const options = [option('tone', TONES), option('length', LENGTHS)] as const
  const [tone, length] = options
  const variants = tone.values.flatMap((one, row) =>
    length.values.map((other, column) => {
      const position = row * LENGTHS + column
      return {
        id: idOf(`matrix ${position}`),
        sku: `YARN-${position}`,
        position,
        weightGrams: 100,
        values: [
          { optionId: tone.id, valueId: one.id },
          { optionId: length.id, valueId: other.id },
        ],
      }
    }),
  )
  const product = {
    id: idOf('matrix'),
    taxCategoryId: idOf('tax standard'),
    position: PRODUCTS,
    featured: false,
    categoryIds: [],
    optionIds: options.map(({ id }) => id),
    media: [],
    texts: [
      { locale: 'en', name: 'Dyed yarn', slug: MATRIX_SLUG, subtitle: null, description: 'Wool.', facts: [] },
    ],
    variants,
  }
  await inside(async (ctx) => {
    await writeOptions([...options], ctx)
    await writeProducts([product], ctx)
  })
  for (let start = 0; start < variants.length; start += CHUNK)
    await inside(async (ctx) => {
      const chunk = variants.slice(start, start + CHUNK)
      await writePrices(
        chunk.map(({ id }) => ({ variantId: id, currency: 'EUR', amount: PRICE, compareAt: null })),
        ctx,
        'bench',
      )
      await writeStock(
        chunk.map(({ id, sku }) => ({ variantId: id, sku, locationId: idOf('location'), onHand: STOCK })),
        ctx,
      )
    })
}
