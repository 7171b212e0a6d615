/** Bob puts bundles together, and what they cost and how many there are follows from their parts. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { bundleOf } from '#testing/bundles.ts'
import { cartOf } from '#testing/carts.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { count } from '../../inventory/stock/count.ts'
import { list as pricesOf } from '../../pricing/prices/list.ts'
import { remove as removePrices } from '../../pricing/prices/remove.ts'
import { set as setPrices } from '../../pricing/prices/set.ts'
import { archive as archiveProduct } from '../products/archive.ts'
import { publish } from '../products/publish.ts'
import { unpublish } from '../products/unpublish.ts'
import { create } from '../products/create.ts'
import { get as getProduct } from '../products/get.ts'
import { archive as archiveVariant } from '../variants/archive.ts'
import { get } from './get.ts'
import { remove } from './remove.ts'
import { set } from './set.ts'

const shop = await openShop({ poolSize: 10 })
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const page = async (of: Goods) => {
  const { price, variants, isBundle } = await shop.guest().call(product, { slug: of.slug })
  return { price: price.amount, available: variants[0]!.available, isBundle }
}

test('what is in a bundle is read as it was set, and set anew', async () => {
  const [cup, tea] = [await shop.goods(), await shop.goods()]
  const box = await bundleOf(shop, [[cup, 2]], { groups: [{ minimum: 1, maximum: 2, of: [tea, cup] }] })
  const read = await bob.call(get, { variantId: box.variantId })
  assert.deepEqual(
    [
      read.price,
      read.parts.map((part) => [part.sku, part.quantity]),
      read.groups.map((group) => [group.minimum, group.maximum, group.options.map(({ sku }) => sku)]),
    ],
    ['own', [[cup.sku, 2]], [[1, 2, [tea.sku, cup.sku]]]],
  )
  const parts = [{ variantId: tea.variantId, quantity: 3 }]
  const anew = await bob.call(set, {
    variantId: box.variantId,
    price: 'sum',
    reductionBasisPoints: 1000,
    parts,
  })
  assert.deepEqual(
    [anew.parts.length, anew.groups, anew.version, anew.reductionBasisPoints],
    [1, [], 2, 1000],
  )
  const { version } = await bob.call(getProduct, { productId: box.productId })
  await assert.rejects(
    bob.call(set, { variantId: box.variantId, price: 'own', parts, expectedVersion: version - 1 }),
    {
      code: 'stale_version',
    },
  )
  await assert.rejects(shop.alice.call(set, { variantId: box.variantId, price: 'own', parts }), {
    code: 'forbidden',
  })
})

test('what makes no bundle is refused by the name of its field, and changes nothing', async () => {
  const [cup, tea] = [await shop.goods(), await shop.goods()]
  const box = await bundleOf(shop, [[cup, 1]])
  const other = await shop.goods()
  const { variantId } = other
  const refused = async (input: object, path: string, code: string) =>
    assert.rejects(
      bob.call(set, { variantId, price: 'own', ...input } as never),
      (error: { errors: { path: string; code: string }[] }) => {
        assert.deepEqual(
          error.errors.map((each) => [each.path, each.code]),
          [[path, code]],
        )
        return true
      },
    )
  const part = (of: { variantId: string }, quantity = 1) => ({ variantId: of.variantId, quantity })
  const group = (given: object) => ({
    texts: [{ locale: 'en', name: 'Tea' }],
    minimum: 1,
    maximum: 1,
    variantIds: [tea.variantId],
    ...given,
  })
  await refused({ parts: [] }, 'parts', 'required')
  await refused({ groups: [group({ minimum: 0 })] }, 'parts', 'required')
  await refused({ parts: [part(cup)], reductionBasisPoints: 1 }, 'reductionBasisPoints', 'needs_sum')
  await refused({ parts: [part({ variantId: newId() })] }, 'parts.0.variantId', 'unknown')
  await refused({ parts: [part(other)] }, 'parts.0.variantId', 'unknown')
  await refused({ parts: [part(cup), part(box)] }, 'parts.1.variantId', 'is_bundle')
  await refused({ parts: [part(cup), part(tea), part(cup)] }, 'parts.2.variantId', 'duplicate')
  await refused({ groups: [group({ minimum: 3, maximum: 2 })] }, 'groups.0.minimum', 'too_large')
  await refused(
    { groups: [group({ variantIds: [tea.variantId, tea.variantId] })] },
    'groups.0.variantIds.1',
    'duplicate',
  )
  await refused({ variantId: cup.variantId, parts: [part(tea)] }, 'variantId', 'is_part')
  await assert.rejects(bob.call(set, { variantId: newId(), price: 'own', parts: [part(cup)] }), {
    code: 'not_found',
  })
  await assert.rejects(bob.call(get, { variantId }), { code: 'not_found' })
  await shop.invariants()
})

test('the price of the sum follows its parts, and goes when one of them has none', async () => {
  const [cup, tea] = [await shop.goods({ price: 700 }), await shop.goods({ price: 333 })]
  const box = await bundleOf(
    shop,
    [
      [cup, 2],
      [tea, 1],
    ],
    { price: 'sum', reductionBasisPoints: 1000 },
  )
  assert.equal((await page(box)).price, 1560, '1733 less 173')
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(433) }] })
  assert.equal((await page(box)).price, 1650)
  assert.equal((await cartOf(shop.guest(), { of: box })).totals.total.amount, 1650)
  const raised = await Promise.all(
    [cup, tea].map(({ variantId }) => bob.call(setPrices, { prices: [{ variantId, price: eur(1000) }] })),
  )
  assert.deepEqual(
    [raised.length, (await page(box)).price],
    [2, 2700],
    'of two at once the later sees the earlier',
  )
  const { items } = await bob.call(pricesOf, { variantIds: [tea.variantId] })
  await bob.call(removePrices, { priceIds: items.map(({ id }) => id) })
  await assert.rejects(page(box), { code: 'not_found' })
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(100) }] })
  assert.equal((await page(box)).price, 1890)
  await shop.invariants()
})

test('a part that is counted later counts from then on; lists see what is sold out', async () => {
  const cup = await shop.goods({ stock: 4 })
  const made = await bob.call(create, {
    taxCategoryId: (await bob.call(getProduct, { productId: cup.productId })).taxCategoryId,
    texts: [{ locale: 'en', name: `Pot ${newId()}` }],
    variants: [{ sku: `POT-${newId()}` }],
  })
  await bob.call(setPrices, { prices: [{ variantId: made.variants[0]!.id, price: eur(3000) }] })
  await bob.call(publish, { productId: made.id })
  const pot = {
    productId: made.id,
    variantId: made.variants[0]!.id,
    sku: made.variants[0]!.sku,
    slug: made.texts[0]!.slug,
  }
  const box = await bundleOf(shop, [
    [cup, 2],
    [pot, 1],
  ])
  assert.equal((await page(box)).available, 0)
  await bob.call(count, { variantId: pot.variantId, locationId: shop.locationId, onHand: 5 })
  assert.equal((await page(box)).available, 2)
  await assert.rejects(
    bob.call(count, { variantId: box.variantId, locationId: shop.locationId, onHand: 5 }),
    {
      code: 'invalid_input',
    },
  )
  const listed = async () =>
    (await shop.guest().call(products, { limit: 100 })).items.find(({ id }) => id === box.productId)
      ?.availability
  await shop.settle()
  await shop.job('browse.keepUp')
  assert.equal(await listed(), 'low_stock')
  await bob.call(count, { variantId: cup.variantId, locationId: shop.locationId, onHand: 1 })
  await shop.job('browse.keepUp')
  assert.equal(await listed(), 'out_of_stock')
  await shop.invariants()
  const units = (n: number) =>
    shop.app.pool.pg.query(
      'update inventory.variant_item set units = $1 where variant_id = $2 and units > 1',
      [n, box.variantId],
    )
  await units(3)
  await assert.rejects(shop.invariants(), /I14.bundle/)
  await units(2)
})

test('of a bundle with choices there are as many as the scarcest choice allows', async () => {
  const [pot, mint, assam] = [
    await shop.goods({ stock: 5 }),
    await shop.goods({ stock: 3 }),
    await shop.goods({ stock: 2 }),
  ]
  const box = await bundleOf(shop, [[pot, 1]], { groups: [{ minimum: 2, maximum: 4, of: [mint, assam] }] })
  assert.equal((await page(box)).available, 2)
  await bob.call(count, { variantId: mint.variantId, locationId: shop.locationId, onHand: 0 })
  assert.equal((await page(box)).available, 1)
  await bob.call(count, { variantId: assam.variantId, locationId: shop.locationId, onHand: 1 })
  assert.equal((await page(box)).available, 0)
})

test('what is no bundle any more is counted by itself', async () => {
  const cup = await shop.goods({ stock: 4 })
  const box = await bundleOf(shop, [[cup, 2]])
  await bob.call(remove, { variantId: box.variantId })
  assert.deepEqual(await page(box), { price: 2000, available: 0, isBundle: false })
  await bob.call(count, { variantId: box.variantId, locationId: shop.locationId, onHand: 3 })
  assert.equal((await page(box)).available, 3)
  assert.equal((await cartOf(shop.guest(), { of: box })).bundles.length, 0)
  assert.equal((await shop.onHand(cup.variantId)).available, 4)
  await assert.rejects(bob.call(remove, { variantId: box.variantId }), { code: 'not_found' })
  await shop.invariants()
})

test('what is in a bundle is not put away, by itself or with its product; with the bundle gone it is', async () => {
  const [cup, tea] = [await shop.goods(), await shop.goods()]
  const box = await bundleOf(shop, [[cup, 1]], { groups: [{ minimum: 0, maximum: 1, of: [tea] }] })
  const refused = { code: 'catalog.part_of_bundle', details: { bundles: [box.sku] } }
  for (const { productId, variantId } of [cup, tea]) {
    await assert.rejects(bob.call(archiveProduct, { productId }), refused)
    await bob.call(unpublish, { productId })
    await assert.rejects(bob.call(archiveVariant, { productId, variantId }), refused)
  }
  assert.equal((await bob.call(getProduct, { productId: cup.productId })).archivedAt, null)
  await bob.call(archiveProduct, { productId: box.productId })
  assert.notEqual((await bob.call(archiveProduct, { productId: cup.productId })).archivedAt, null)
})

test('of archiving a part and putting it in a bundle at once only one comes about', async () => {
  for (let round = 0; round < 10; round++) {
    const [cup, tea] = [await shop.goods(), await shop.goods()]
    const box = await bundleOf(shop, [[tea, 1]])
    const [archived, put] = await Promise.allSettled([
      bob.call(archiveProduct, { productId: cup.productId }),
      bob.call(set, {
        variantId: box.variantId,
        price: 'own',
        parts: [{ variantId: cup.variantId, quantity: 1 }],
      }),
    ])
    const done = [archived, put].filter(({ status }) => status === 'fulfilled')
    assert.equal(done.length, 1)
  }
})
