/** Bob's shop says beside the lines of a cart what its own fields say of the goods, where they are to stand there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { field } from '#kit/custom.ts'
import { Day, Flag, Int, OneOf, Text } from '#kit/types.ts'
import { bundleOf } from '#testing/bundles.ts'
import { cartOf } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { speak } from '#testing/languages.ts'
import { product } from '../browse/product.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { update as updateVariant } from '../catalog/variants/update.ts'
import { addBundle } from './add-bundle.ts'
import { get } from './get.ts'

const inCart = true
const custom = {
  'catalog.product': {
    care: field(OneOf('hand', 'machine'), {
      label: { en: 'Care', de: 'Pflege' },
      choices: { hand: { en: 'Wash by hand', de: 'Handwäsche' } },
      inCart,
    }),
    shelf: field(Text(20)),
    weave: field(Text(20), { label: { en: 'Weave' } }),
    threads: field(Int(0, 1000), { label: { en: 'Threads' }, inCart }),
    fragile: field(Flag, { label: { en: 'Fragile' }, inCart }),
  },
  'catalog.variant': {
    madeOn: field(Day, { label: { en: 'Made on' }, inCart }),
    threads: field(Int(0, 1000), { label: { en: 'Threads of this one' }, inCart }),
  },
}
const shop = await openShop({ custom })
after(() => shop.close())
await speak(shop, { de: 'en' })
const { alice, bob } = shop
const none = { text: null, number: null, flag: null, day: null }

test('a line says what is to stand there of its product and its variant, in the reader’s language', async () => {
  const plaid = await shop.goods({ name: 'Plaid' })
  const { productId, variantId, slug } = plaid
  await bob.call(updateProduct, {
    productId,
    custom: { care: 'hand', shelf: 'B7', weave: 'twill', threads: 90, fragile: false },
  })
  await bob.call(updateVariant, { productId, variantId, custom: { madeOn: '2026-02-01', threads: 80 } })
  await shop.settle()
  const cart = await cartOf(alice, { of: plaid, quantity: 2 })
  const care = { ...none, key: 'care', name: 'Care', text: 'Wash by hand' }
  const others = [
    { ...none, key: 'fragile', name: 'Fragile', flag: false },
    { ...none, key: 'madeOn', name: 'Made on', day: '2026-02-01' },
    { ...none, key: 'threads', name: 'Threads of this one', number: '80' },
  ]
  assert.deepEqual(cart.lines[0]!.ownFields, [care, ...others])
  const inGerman = await alice.call(get, { cartId: cart.id }, { locale: 'de' })
  assert.deepEqual(inGerman.lines[0]!.ownFields, [{ ...care, name: 'Pflege', text: 'Handwäsche' }, ...others])
  const onItsPage = (await alice.call(product, { slug })).ownFields
  assert.deepEqual(
    onItsPage.map(({ key }) => key),
    ['care', 'weave', 'threads', 'fragile'],
  )
  await bob.call(updateProduct, { productId, custom: { care: 'machine', fragile: null } })
  const now = (await alice.call(get, { cartId: cart.id })).lines[0]!.ownFields
  assert.deepEqual([now[0]!.text, now.map(({ key }) => key)], ['machine', ['care', 'madeOn', 'threads']])
})

test('a bundle says its own, and each of its parts theirs', async () => {
  const cup = await shop.goods({ name: 'Cup', price: 700 })
  const set = await bundleOf(shop, [[cup, 2]], { costs: 1200 })
  await bob.call(updateProduct, { productId: cup.productId, custom: { fragile: true } })
  await bob.call(updateProduct, { productId: set.productId, custom: { threads: 3 } })
  const empty = await cartOf(alice)
  const cart = await alice.call(addBundle, { cartId: empty.id, variantId: set.variantId, quantity: 1 })
  assert.deepEqual(
    [cart.bundles[0]!.ownFields, cart.lines.find((line) => line.bundleId)!.ownFields].map((own) =>
      own.map(({ key, number, flag }) => [key, number, flag]),
    ),
    [[['threads', '3', null]], [['fragile', null, true]]],
  )
})
