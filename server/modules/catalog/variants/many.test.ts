/** A product in fifty colours and forty sizes takes as many statements as one in five and four. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cartOf } from '#testing/carts.ts'
import { matrix } from '#testing/matrix.ts'
import { openShop } from '#testing/shop.ts'
import { product as page } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { variants } from '../../browse/variants.ts'
import { get } from '../products/get.ts'
import { list } from '../products/list.ts'
import { create } from './create.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

test('two thousand variants take as many statements as twenty, wherever they are read or changed', async () => {
  const [few, many] = [
    await matrix(shop, { name: 'few', colours: 5, sizes: 4 }),
    await matrix(shop, { name: 'many', colours: 50, sizes: 40 }),
  ]
  const shown = await guest.call(page, { slug: many.slug })
  assert.equal(shown.variantCount, 1999)
  const costs = async (of: typeof few) => {
    const counts: number[] = []
    const once = async (work: (statements: { count: number }) => Promise<unknown>) => {
      const statements = { count: 0 }
      await work(statements)
      return statements.count
    }
    const count = async (work: Parameters<typeof once>[0]) => counts.push(await once(work))
    /** What is kept in memory is read anew by whoever comes first after a change. */
    const least = async (read: Parameters<typeof once>[0]) =>
      counts.push(Math.min(await once(read), await once(read)))
    const { productId, slug } = of
    const variantId = of.variants[0]!.id
    await least((statements) => guest.call(page, { slug }, { statements }))
    await least((statements) => guest.call(variants, { slug }, { statements }))
    await least((statements) => guest.call(products, {}, { statements }))
    await least((statements) => bob.call(get, { productId }, { statements }))
    await least((statements) => bob.call(list, {}, { statements }))
    await count((statements) => bob.call(update, { productId, variantId, weightGrams: 5 }, { statements }))
    await count((statements) =>
      bob.call(create, { productId, sku: `${slug}-last`, choices: of.missing }, { statements }),
    )
    return counts
  }
  await cartOf(guest) // what carts compute with is in memory from now on
  const expected = await costs(few)
  assert.deepEqual(await costs(many), expected)
})
