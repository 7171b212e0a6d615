/** Bob sells some things on the market stall alone, and some everywhere but there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { BACK } from '#testing/orders.ts'
import { ADDRESS } from '#testing/carts.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { categories } from '../../browse/categories.ts'
import { category as shelf } from '../../browse/category.ts'
import { preview as see } from '../../browse/preview.ts'
import { product as page } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { search } from '../../browse/search.ts'
import { suggest } from '../../browse/suggest.ts'
import { addItem } from '../../cart/add-item.ts'
import { create as createCart } from '../../cart/create.ts'
import { get as getCart } from '../../cart/get.ts'
import { setDetails } from '../../cart/set-details.ts'
import { setQuantity } from '../../cart/set-quantity.ts'
import { place } from '../../orders/place.ts'
import { create as createChannel } from '../../settings/channels/create.ts'
import { list as listChannels } from '../../settings/channels/list.ts'
import { create as createCategory } from '../categories/create.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { preview } from './preview.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

const { id: stall } = await bob.call(createChannel, { code: 'stall', name: 'Market stall' })
const web = (await bob.call(listChannels, {})).items.find(({ code }) => code === 'web')!.id
const { id: categoryId } = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Lamps' }] })
const onStall = { channel: 'stall' }

async function lamp(name: string, channelIds: string[]): Promise<Goods> {
  const goods = await shop.goods({ name: `${name} lamp` })
  await bob.call(update, { productId: goods.productId, categoryIds: [categoryId], channelIds })
  await shop.settle()
  return goods
}
const [everywhere, onlyThere, onlyHere] = [
  await lamp('Garden', []),
  await lamp('Storm', [stall]),
  await lamp('Desk', [web]),
]
const ids = (...goods: Goods[]) => goods.map(({ productId }) => productId).toSorted()
const found = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id).toSorted()

for (const [channel, sold, hidden] of [
  ['web', [everywhere, onlyHere], onlyThere],
  ['stall', [everywhere, onlyThere], onlyHere],
] as const)
  test(`in the channel ${channel} there is what is sold there, in every list, search and count`, async () => {
    const here = { channel }
    const all = ids(...sold)
    for (const by of ['position', 'newest', 'name', 'price'] as const) {
      const asked = await guest.call(products, { sort: { by }, withTotal: true }, here)
      assert.deepEqual([found(asked), asked.total!.count], [all, 2], by)
    }
    assert.deepEqual(found(await guest.call(products, { category: 'lamps' }, here)), all)
    const result = await guest.call(search, { q: 'lamp', facets: true, withTotal: true }, here)
    assert.deepEqual([found(result), result.total!.count, result.facets!.total], [all, 2, 2])
    assert.deepEqual(
      result.facets!.categories.map(({ count }) => count),
      [2],
    )
    assert.deepEqual(found({ items: (await guest.call(suggest, { q: 'lam' }, here)).products }), all)
    assert.equal((await guest.call(categories, {}, here)).items[0]!.productCount, 2)
    assert.equal((await guest.call(shelf, { slug: 'lamps' }, here)).productCount, 2)
    for (const { slug, productId } of sold)
      assert.equal((await guest.call(page, { slug }, here)).id, productId)
    await assert.rejects(guest.call(page, { slug: hidden.slug }, here), { code: 'not_found' })
  })

test('a cart takes what its channel sells, and says what it no longer sells; nobody orders that', async () => {
  const buyer = shop.guest()
  const { id: cartId } = await buyer.call(createCart, {}, onStall)
  await assert.rejects(buyer.call(addItem, { cartId, variantId: onlyHere.variantId, quantity: 1 }, onStall), {
    code: 'cart.not_for_sale',
  })
  const { lines } = await buyer.call(
    addItem,
    { cartId, variantId: onlyThere.variantId, quantity: 1 },
    onStall,
  )
  await buyer.call(setDetails, {
    cartId,
    email: buyer.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
  await bob.call(update, { productId: onlyThere.productId, channelIds: [web] })
  assert.deepEqual(
    (await buyer.call(getCart, { cartId }, onStall)).problems.map(({ kind }) => kind),
    ['not_for_sale'],
  )
  const more = { cartId, lineId: lines[0]!.id, quantity: 2 }
  await assert.rejects(buyer.call(setQuantity, more, onStall), { code: 'cart.not_for_sale' })
  const order = () => buyer.call(place, { cartId, ...BACK }, { key: newId(), ...onStall })
  await assert.rejects(order(), { code: 'cart.not_for_sale' })
  await bob.call(update, { productId: onlyThere.productId, channelIds: [stall] })
  assert.equal((await order()).order.state, 'pending')
})

test('a link shows what no channel here sells, and who buys elsewhere loses nothing', async () => {
  const { url } = await bob.call(preview, { productId: onlyThere.productId })
  assert.equal((await guest.call(see, { token: url.replace('/preview/', '') })).id, onlyThere.productId)
})

test('staff say where, and take it back; what is left out stays, and what is no channel is refused', async () => {
  const { productId } = onlyHere
  const kept = await bob.call(update, { productId, featured: true })
  assert.deepEqual(kept.channelIds, [web])
  assert.deepEqual((await bob.call(update, { productId, channelIds: [] })).channelIds, [])
  await shop.settle()
  assert.equal(
    (await guest.call(products, { featured: true, sort: { by: 'name' } }, onStall)).items.length,
    1,
  )
  assert.equal((await guest.call(products, { featured: true }, onStall)).items.length, 1)
  const { taxCategoryId } = await bob.call(get, { productId })
  const texts = [{ locale: 'en', name: 'Oil lamp' }]
  const made = await bob.call(create, { taxCategoryId, texts, channelIds: [stall, web] })
  assert.deepEqual(made.channelIds, [stall, web])
  for (const [channelIds, fault] of [
    [[shop.storeId], 'channelIds.0 unknown'],
    [[web, web], 'channelIds.1 duplicate'],
  ] as const)
    await assert.rejects(bob.call(update, { productId, channelIds: [...channelIds] }), (error: any) => {
      assert.equal(`${error.errors[0].path} ${error.errors[0].code}`, fault)
      return true
    })
  await assert.rejects(bob.call(createChannel, { code: 'stall', name: 'Again' }), {
    code: 'settings.channel_code_taken',
  })
  await shop.invariants()
})
