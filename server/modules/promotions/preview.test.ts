import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { coded, promotion } from '#testing/promotions.ts'
import { openShop } from '#testing/shop.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { archive } from './archive.ts'
import { preview } from './preview.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const named = (name: string) => [{ locale: 'en', name }]

test('staff see what each promotion would take off a basket, and why the others would not', async () => {
  const [cup, jug] = [await shop.goods({ price: 1000 }), await shop.goods({ price: 4000 })]
  const tableware = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Tableware' }] })
  const cups = await bob.call(createCategory, {
    texts: [{ locale: 'en', name: 'Cups' }],
    parentId: tableware.id,
  })
  await bob.call(updateProduct, { productId: cup.productId, categoryIds: [cups.id] })
  await promotion(shop, { names: named('Tableware week'), categoryIds: [tableware.id], basisPoints: 1000 })
  await promotion(shop, {
    names: named('Three jugs'),
    kind: 'buy_x_get_y',
    basisPoints: 10_000,
    buyQuantity: 2,
    getQuantity: 1,
    productIds: [jug.productId],
  })
  await promotion(shop, { names: named('Not yet'), startsAt: '2030-01-01T00:00:00.000Z' })
  const { code } = await coded(shop, {
    names: named('Welcome'),
    kind: 'amount',
    sums: [{ currency: 'EUR', offAmount: 500 }],
  })
  const alone = await coded(shop, { names: named('Alone'), exclusive: true, basisPoints: 100 })
  const seen = await bob.call(preview, {
    lines: [
      { variantId: cup.variantId, quantity: 2 },
      { variantId: jug.variantId, quantity: 2 },
    ],
    codes: [code.toLowerCase(), alone.code, 'NONSENSE'],
    deliveryAmount: 490,
  })
  assert.deepEqual(
    seen.tried
      .map(({ name, reason, discount, message }) => [name, reason, discount.amount, message])
      .toSorted(),
    [
      [
        'Alone',
        'not_combinable',
        0,
        'This offer cannot be combined with “Tableware week”, which takes precedence.',
      ],
      ['Not yet', 'not_yet', 0, 'This offer starts on 2030-01-01.'],
      ['Tableware week', 'applied', 200, null],
      ['Three jugs', 'below_minimum_quantity', 0, 'For this offer, add 1 more of its goods.'],
      ['Welcome', 'applied', 500, null],
    ],
  )
  assert.deepEqual(
    [seen.subtotal.amount, seen.discount.amount, seen.lines.map((line) => line.discount.amount)],
    [10_000, 700, [292, 408]],
  )
  assert.deepEqual(seen.unknownCodes, ['NONSENSE'])
  await bob.call(archive, { promotionId: alone.promotion.id })
  const after = await bob.call(preview, {
    lines: [{ variantId: cup.variantId, quantity: 1 }],
    codes: [alone.code],
  })
  assert.deepEqual(after.unknownCodes, [alone.code], 'with the promotion its codes end')
})

test('a variant that does not exist is named; strangers see nothing', async () => {
  const lines = [{ variantId: newId(), quantity: 1 }]
  await assert.rejects(bob.call(preview, { lines }), (error: any) => {
    assert.deepEqual([error.code, error.errors[0].path], ['invalid_input', 'lines.0.variantId'])
    return true
  })
  await assert.rejects(shop.charlie.call(preview, { lines }), { code: 'forbidden' })
})
