/** A product in fifty colours and forty sizes takes as many statements as one in five and four. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { product as page } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { writePrices } from '../../pricing/index.ts'
import { writeProducts } from '../index.ts'
import { create as createOption } from '../options/create.ts'
import { get } from '../products/get.ts'
import { list } from '../products/list.ts'
import { create } from './create.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
  shop.app.pool.db,
)
const said = (name: string) => [{ locale: 'en', name }]
const option = (key: string, count: number) =>
  bob.call(createOption, {
    key,
    texts: said(key),
    values: Array.from({ length: count }, (_, n) => ({ key: `${key}-${n}`, texts: said(`${key} ${n}`) })),
  })

/** One variant less than every combination, so that there is one to add. */
async function matrix(name: string, colours: number, sizes: number) {
  const [colour, size] = [await option(`${name}-colour`, colours), await option(`${name}-size`, sizes)]
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
  for (let start = 0; start < variants.length; start += 1000)
    await shop.inside((ctx) =>
      writePrices(
        variants
          .slice(start, start + 1000)
          .map(({ id }) => ({ variantId: id, currency: 'EUR', amount: 1000 })),
        ctx,
      ),
    )
  await shop.settle()
  return { slug: name, productId: product.id, variantId: variants[0]!.id, sku: variants[0]!.sku, missing }
}

test('two thousand variants take as many statements as twenty, wherever they are read or changed', async () => {
  const [few, many] = [await matrix('few', 5, 4), await matrix('many', 50, 40)]
  const shown = await guest.call(page, { slug: many.slug })
  assert.equal(shown.variants.length, 1999)
  const costs = async (of: typeof few) => {
    const counts: number[] = []
    const count = async (work: (statements: { count: number }) => Promise<unknown>) => {
      const statements = { count: 0 }
      await work(statements)
      counts.push(statements.count)
    }
    const { productId, variantId, slug } = of
    await count((statements) => guest.call(page, { slug }, { statements }))
    await count((statements) => guest.call(products, {}, { statements }))
    await count((statements) => bob.call(get, { productId }, { statements }))
    await count((statements) => bob.call(list, {}, { statements }))
    await count((statements) => bob.call(update, { productId, variantId, weightGrams: 5 }, { statements }))
    await count((statements) =>
      bob.call(create, { productId, sku: `${slug}-last`, choices: of.missing }, { statements }),
    )
    return counts
  }
  // What is kept in memory is read by whoever comes first.
  await cartOf(guest)
  const expected = await costs(few)
  assert.deepEqual(await costs(many), expected)
})
