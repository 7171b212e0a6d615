/** Eggs are sold by the half dozen: what that means for a cart, from the first egg to the order. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { BACK } from '#testing/orders.ts'
import { readyCart } from '#testing/carts.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { product } from '../browse/product.ts'
import { create as createVariant } from '../catalog/variants/create.ts'
import { update } from '../catalog/variants/update.ts'
import { place } from '../orders/place.ts'
import { addItem } from './add-item.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { mergeCarts } from './merge.ts'
import { setQuantity } from './set-quantity.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

interface Rule {
  minimum: number
  maximum: number | null
  step: number
}
const BY_SIX: Rule = { minimum: 12, maximum: 48, step: 6 }
const rule = ({ productId, variantId }: Goods, quantityRule: Rule) =>
  bob.call(update, { productId, variantId, quantityRule })
const eggs = async (quantityRule = BY_SIX, stock = 100) => {
  const goods = await shop.goods({ name: 'Eggs', stock })
  await rule(goods, quantityRule)
  return goods
}
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('only what is in the steps and between the limits gets into a cart, and the refusal names them', async () => {
  const guest = shop.guest()
  const { id: cartId } = await guest.call(create, {})
  const { variantId } = await eggs()
  const refused = {
    code: 'cart.wrong_quantity',
    status: 422,
    details: { variantId, quantityRule: BY_SIX },
    message: 'This is sold in steps of 6, from 12, up to 48 at a time.',
  }
  for (const quantity of [1, 6, 13, 54])
    await assert.rejects(guest.call(addItem, { cartId, variantId, quantity }), refused)
  assert.deepEqual((await guest.call(get, { cartId })).lines, [])
  await guest.call(addItem, { cartId, variantId, quantity: 12 })
  // What counts is what is in the cart then, not what is added.
  const { lines } = await guest.call(addItem, { cartId, variantId, quantity: 6 })
  assert.deepEqual([lines[0]!.quantity, lines[0]!.quantityRule], [18, BY_SIX])
  await assert.rejects(guest.call(addItem, { cartId, variantId, quantity: 36 }), refused)
  const lineId = lines[0]!.id
  for (const quantity of [1, 6, 20, 54])
    await assert.rejects(guest.call(setQuantity, { cartId, lineId, quantity }), refused)
  assert.equal((await guest.call(setQuantity, { cartId, lineId, quantity: 48 })).lines[0]!.quantity, 48)
  assert.deepEqual((await guest.call(setQuantity, { cartId, lineId, quantity: 0 })).lines, [])
})

test('the same request again adds nothing, also in steps', async () => {
  const guest = shop.guest()
  const { id: cartId } = await guest.call(create, {})
  const { variantId } = await eggs()
  const twice = () => guest.call(addItem, { cartId, variantId, quantity: 12 }, { key: 'once' })
  assert.deepEqual(await twice(), await twice())
  assert.equal((await guest.call(get, { cartId })).itemCount, 12)
})

test('never more than can be sold, whatever the rule would allow', async () => {
  const guest = shop.guest()
  const { id: cartId } = await guest.call(create, {})
  const { variantId } = await eggs(BY_SIX, 20)
  await assert.rejects(guest.call(addItem, { cartId, variantId, quantity: 24 }), {
    code: 'cart.out_of_stock',
    message: 'Only 20 left.',
  })
})

test('a rule that changes later is told at its line, and no order is placed against it', async () => {
  const guest = shop.guest()
  const goods = await shop.goods({ name: 'Eggs', stock: 100 })
  const cart = await readyCart(shop, guest, { of: goods, quantity: 10 })
  await rule(goods, BY_SIX)
  const { problems } = await guest.call(get, { cartId: cart.id })
  assert.deepEqual(
    problems.map(({ kind, lineId, quantityRule }) => ({ kind, lineId, quantityRule })),
    [{ kind: 'wrong_quantity', lineId: cart.lines[0]!.id, quantityRule: BY_SIX }],
  )
  const order = () => guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  await assert.rejects(order(), {
    code: 'cart.wrong_quantity',
    details: { variantId: goods.variantId, quantityRule: BY_SIX },
  })
  await guest.call(setQuantity, { cartId: cart.id, lineId: cart.lines[0]!.id, quantity: 12 })
  assert.deepEqual((await guest.call(get, { cartId: cart.id })).problems, [])
  assert.equal((await order()).order.state, 'pending')
})

test('two carts become one within the rule', async () => {
  const goods = await eggs({ minimum: 6, maximum: 30, step: 6 }, 28)
  const guest = shop.guest()
  for (const who of [guest, shop.alice]) {
    const { id: cartId } = await who.call(create, {})
    await who.call(addItem, { cartId, variantId: goods.variantId, quantity: 18 })
  }
  await shop.inside((ctx) => mergeCarts({ personId: shop.alice.id, guestId: guest.id } as never, ctx))
  const { id } = await shop.alice.call(create, {})
  const { lines, problems } = await shop.alice.call(get, { cartId: id })
  assert.deepEqual(
    [lines[0]!.quantity, problems],
    [24, []],
    'of 36, at most 30 and in stock 28: four times six',
  )
})

test('staff set the rule on a variant; shoppers read it; what cannot be kept is refused by name', async () => {
  const goods = await eggs()
  const { variants } = await shop.guest().call(product, { slug: goods.slug })
  assert.deepEqual(variants[0]!.quantityRule, BY_SIX)
  const change = { productId: goods.productId, variantId: goods.variantId }
  const kept = await bob.call(update, { ...change, weightGrams: 60 })
  assert.deepEqual(kept.quantityRule, BY_SIX, 'what is left out stays')
  for (const [wrong, said] of [
    [{ minimum: 4, maximum: null, step: 6 }, 'quantityRule.minimum not_a_multiple'],
    [{ minimum: 12, maximum: 6, step: 6 }, 'quantityRule.maximum too_small'],
    [{ minimum: 12, maximum: 20, step: 6 }, 'quantityRule.maximum not_a_multiple'],
    [{ minimum: 0, maximum: null, step: 1 }, 'quantityRule.minimum too_small'],
  ] as const) {
    assert.deepEqual(await faults(bob.call(update, { ...change, quantityRule: wrong })), [said])
    const added = bob.call(createVariant, {
      productId: goods.productId,
      sku: newId(),
      quantityRule: wrong,
    })
    assert.deepEqual(await faults(added), [said])
  }
  await rule(goods, { minimum: 1, maximum: null, step: 1 })
})
