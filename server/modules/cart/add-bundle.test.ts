/** Bob sells a breakfast set: cups, a pot, and tea of the buyer's choice. Alice buys it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { bundleOf } from '#testing/bundles.ts'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen, payNow } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import { countsOf, itemOf, madeOf, place as newLocation } from '#testing/stock.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { product } from '../browse/product.ts'
import { bundle as bundleShown } from '../browse/bundle.ts'
import { set as setBundle } from '../catalog/bundles/set.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { cancel } from '../orders/admin/cancel.ts'
import { refund } from '../orders/admin/refund.ts'
import { get as getOrder } from '../orders/get.ts'
import { place } from '../orders/place.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { addBundle } from './add-bundle.ts'
import { addCode } from './add-code.ts'
import { addItem } from './add-item.ts'
import type { Cart } from './cart.ts'
import { clear } from './clear.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { removeItem } from './remove-item.ts'
import { setBundleQuantity } from './set-bundle-quantity.ts'
import { setDetails } from './set-details.ts'
import { setQuantity } from './set-quantity.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob } = shop

const sums = (cart: Cart) => [
  cart.totals.subtotal.amount,
  cart.totals.discount.amount,
  cart.totals.total.amount,
]

async function breakfast(costs = 2000) {
  const cup = await shop.goods({ name: 'Cup', price: 700, stock: 10 })
  const tea = await shop.goods({ name: 'Tea', price: 999, stock: 10, taxCategory: 'reduced' })
  const set = await bundleOf(
    shop,
    [
      [cup, 2],
      [tea, 1],
    ],
    { costs },
  )
  return { cup, tea, set }
}

/** Nothing is missing any more. */
async function ready(buyer: Person, cart: Cart): Promise<Cart> {
  return buyer.call(setDetails, {
    cartId: cart.id,
    email: buyer.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
}

async function bought(buyer: Person, of: Goods, quantity = 1) {
  const cart = await ready(buyer, await cartOf(buyer, { of, quantity }))
  return payNow(shop, await buyer.call(place, { cartId: cart.id, ...BACK }, { key: newId() }))
}

test('a bundle is its parts, at its own price, each taxed at its own rate', async () => {
  const alice = shop.guest()
  const { cup, tea, set } = await breakfast()
  const cart = await cartOf(alice, { of: set, quantity: 2 })
  const [one] = cart.bundles
  assert.deepEqual(
    cart.lines.map((line) => [line.variantId, line.quantity, line.unitPrice.amount, line.bundleId]),
    [
      [cup.variantId, 4, 700, one!.id],
      [tea.variantId, 2, 999, one!.id],
    ],
  )
  assert.deepEqual(
    [one!.quantity, one!.unitPrice.amount, one!.total.amount, one!.separately.amount],
    [2, 2000, 4000, 4798],
  )
  assert.deepEqual(sums(cart), [4798, 798, 4000])
  assert.deepEqual(cart.totals.bundles, [
    { bundleId: one!.id, name: one!.name, amount: { amount: 798, currency: 'EUR' } },
  ])
  assert.equal(cart.totals.taxes.length, 2)
  assert.deepEqual(cart.problems, [])
})

test('its quantity is that of the whole: parts alone are not changed, and what is bought beside it stays apart', async () => {
  const alice = shop.guest()
  const { cup, set } = await breakfast()
  const cart = await cartOf(alice, { of: set }, { of: cup, quantity: 3 })
  const bundleId = cart.bundles[0]!.id
  assert.equal(cart.lines.length, 3)
  const part = cart.lines.find((line) => line.bundleId)!
  const refused = { code: 'cart.part_of_bundle', details: { bundleId } }
  await assert.rejects(alice.call(setQuantity, { cartId: cart.id, lineId: part.id, quantity: 5 }), refused)
  await assert.rejects(alice.call(removeItem, { cartId: cart.id, lineId: part.id }), refused)
  const more = await alice.call(setBundleQuantity, { cartId: cart.id, bundleId, quantity: 3 })
  assert.deepEqual(more.lines.map((line) => line.quantity).toSorted(), [3, 3, 6])
  const again = await alice.call(addItem, { cartId: cart.id, variantId: set.variantId, quantity: 1 })
  assert.deepEqual([again.bundles.length, again.bundles[0]!.quantity, again.lines.length], [1, 4, 3])
  await assert.rejects(alice.call(setBundleQuantity, { cartId: cart.id, bundleId, quantity: 6 }), {
    code: 'cart.out_of_stock',
    details: { available: 5, lines: [{ lineId: part.id, available: 10 }] },
  })
  await assert.rejects(shop.charlie.call(setBundleQuantity, { cartId: cart.id, bundleId, quantity: 1 }), {
    code: 'not_found',
  })
  const without = await alice.call(setBundleQuantity, { cartId: cart.id, bundleId, quantity: 0 })
  assert.deepEqual([without.bundles, without.lines.length], [[], 1])
  await assert.rejects(alice.call(setBundleQuantity, { cartId: cart.id, bundleId, quantity: 1 }), {
    code: 'not_found',
  })
  await alice.call(addItem, { cartId: cart.id, variantId: set.variantId, quantity: 1 })
  assert.deepEqual((await alice.call(clear, { cartId: cart.id })).lines, [])
})

test('the last part sold makes the bundle unavailable, and the last bundle its parts', async () => {
  const alice = shop.guest()
  const { cup, tea, set } = await breakfast()
  const there = async (of: Goods) => (await alice.call(product, { slug: of.slug })).variants[0]!.available
  assert.deepEqual(
    [await there(set), await there(cup), (await alice.call(product, { slug: set.slug })).isBundle],
    [5, 10, true],
  )
  await bought(shop.guest(), cup, 7)
  assert.equal(await there(set), 1)
  await bought(shop.guest(), set)
  assert.deepEqual([await there(set), await there(cup), await there(tea)], [0, 1, 9])
  await assert.rejects(cartOf(alice, { of: set }), { code: 'cart.out_of_stock' })
  await shop.invariants()
})

test('two bundles and a part of them on one thing are checked together: of twelve buyers at once no two are promised the same', async () => {
  const { cup, set } = await breakfast()
  const gift = await bundleOf(shop, [[cup, 3]], { costs: 1500 })
  const buyers = Array.from({ length: 12 }, () => shop.guest())
  const carts = await Promise.all(
    buyers.map(async (buyer, n) =>
      ready(buyer, await cartOf(buyer, { of: [cup, set, gift][n % 3]! }, ...(n % 2 ? [{ of: gift }] : []))),
    ),
  )
  const results = await Promise.allSettled(
    carts.map((cart, n) => buyers[n]!.call(place, { cartId: cart.id, ...BACK }, { key: newId() })),
  )
  const refused = results.filter((result) => result.status === 'rejected')
  assert.ok(refused.length > 0 && refused.every(({ reason }) => reason.code === 'cart.out_of_stock'))
  const { available } = await shop.onHand(cup.variantId)
  assert.ok(available >= 0 && available < 3, `${available} cups are left`)
  await shop.invariants()
})

test('one cart whose lines each pass alone, but not together, is refused whole', async () => {
  const alice = shop.guest()
  const { cup, set } = await breakfast()
  const double = await shop.goods({ name: 'Two cups', price: 1300 })
  await madeOf(shop, double, await itemOf(shop, cup), 2)
  const cart = await ready(alice, await cartOf(alice, { of: set, quantity: 3 }, { of: double, quantity: 3 }))
  await assert.rejects(alice.call(place, { cartId: cart.id, ...BACK }, { key: newId() }), {
    code: 'cart.out_of_stock',
  })
  assert.equal((await shop.onHand(cup.variantId)).reserved, 0)
})

test('an order says what is in it; parts are sent and refunded one by one, to the cent', async () => {
  const alice = shop.guest()
  const { cup, tea, set } = await breakfast()
  const order = await bought(alice, set, 2)
  const [cups, teas] = order.lines
  assert.deepEqual(
    order.bundles.map((each) => [each.name, each.quantity, each.total.amount]),
    [['Breakfast set', 2, 4000]],
  )
  assert.deepEqual([cups!.bundleId, teas!.bundleId], [order.bundles[0]!.id, order.bundles[0]!.id])
  assert.equal(cups!.total.amount + teas!.total.amount, 4000)
  const mail = (await mailsTo(shop, alice.email)).find(({ subject }) => subject.startsWith('Your order'))!
  assert.match(mail.text, /In 2 × Breakfast set\n4 × Cup: €28.00\n2 × Tea: €19.98/)
  assert.match(mail.text, /Breakfast set: -€7.98/)
  const parcel = await bob.call(ship, { orderId: order.id, lines: [{ orderLineId: cups!.id, quantity: 3 }] })
  assert.equal(parcel.lines.length, 1)
  const { refunds } = await bob.call(
    refund,
    {
      orderId: order.id,
      lines: [{ orderLineId: teas!.id, quantity: 1, restock: 'cancel' }],
      reason: 'Broken',
    },
    { key: newId() },
  )
  const half = Math.round(teas!.total.amount / 2)
  assert.equal(refunds[0]!.amount.amount, half)
  assert.deepEqual(
    refunds[0]!.taxes.map((tax) => tax.rateBasisPoints),
    [700],
  )
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 10, reserved: 1, available: 9 })
  await bob.call(refund, { orderId: order.id, reason: 'All of it' }, { key: newId() })
  await shop.settle()
  await shop.job('payments.sweep')
  const ended = await orderWhen(shop, order.id, ({ paymentStanding }) => paymentStanding === 'refunded')
  const back = ended.refunds.reduce((total, each) => total + each.amount.amount, 0)
  assert.equal(back, order.totals.total.amount)
  assert.deepEqual((await alice.call(getOrder, { orderId: order.id })).bundles, order.bundles)
  assert.equal((await shop.onHand(cup.variantId)).onHand, 7)
  await shop.invariants()
})

test('cancelled whole, its parts go back to the places they came from, and all of its money to the buyer', async () => {
  const alice = shop.guest()
  const { cup, tea, set } = await breakfast()
  const shed = await newLocation(shop, `shed-${newId().slice(-6)}`, 9)
  const [cups, teas] = [await itemOf(shop, cup), await itemOf(shop, tea)]
  // Three cups are here and four there: two sets need some of both places.
  await bob.call(adjust, { itemId: cups, locationId: shop.locationId, delta: -7, reason: 'damaged' })
  await bob.call(adjust, { itemId: cups, locationId: shed, delta: 4, reason: 'received' })
  const before = [await countsOf(shop, cups), await countsOf(shop, teas)]
  const order = await bought(alice, set, 2)
  const held = await countsOf(shop, cups)
  assert.equal(held[shop.locationId]!.reserved + held[shed]!.reserved, 4)
  assert.ok(held[shed]!.reserved > 0 && held[shop.locationId]!.reserved > 0)
  await bob.call(cancel, { orderId: order.id, reason: 'Changed her mind' })
  await shop.settle()
  await shop.job('payments.sweep')
  const ended = await orderWhen(shop, order.id, ({ paymentStanding }) => paymentStanding === 'refunded')
  assert.equal(ended.state, 'cancelled')
  assert.equal(
    ended.refunds.reduce((total, each) => total + each.amount.amount, 0),
    order.totals.total.amount,
  )
  assert.deepEqual([await countsOf(shop, cups), await countsOf(shop, teas)], before)
  await shop.invariants()
})

test('Alice puts her own together: what is asked for of each choice, no more and nothing else', async () => {
  const alice = shop.guest()
  const pot = await shop.goods({ name: 'Pot', price: 3000, stock: 5 })
  const teas = [
    await shop.goods({ name: 'Mint', price: 500 }),
    await shop.goods({ name: 'Assam', price: 801 }),
  ]
  const box = await bundleOf(shop, [[pot, 1]], {
    price: 'sum',
    reductionBasisPoints: 1000,
    name: 'Tea box',
    groups: [{ minimum: 2, maximum: 3, of: teas }],
  })
  const shown = await alice.call(bundleShown, { variantId: box.variantId })
  const [group] = shown.groups
  assert.deepEqual(
    [shown.bySum, group!.name, group!.options.map(({ name }) => name)],
    [true, 'Choice 1', ['Mint', 'Assam']],
  )
  const page = await alice.call(product, { slug: box.slug })
  assert.equal(page.price.amount, 3600, 'from the pot and two mints on, less a tenth')
  assert.equal(page.variants[0]!.available, 5)
  const cart = await alice.call(create, {})
  const add = (choices: [Goods, number][], groupId = group!.id) =>
    alice.call(addBundle, {
      cartId: cart.id,
      variantId: box.variantId,
      quantity: 1,
      choices: choices.map(([{ variantId }, quantity]) => ({ groupId, variantId, quantity })),
    })
  const wrong = (path: string, code: string) => ({ code: 'invalid_input', errors: [{ path, code }] })
  const refuses = (work: Promise<unknown>, path: string, code: string) =>
    assert.rejects(work, (error: { code: string; errors: { path: string; code: string }[] }) => {
      assert.deepEqual(
        { code: error.code, errors: error.errors.map((each) => ({ path: each.path, code: each.code })) },
        wrong(path, code),
      )
      return true
    })
  await refuses(add([]), 'choices', 'too_few')
  await refuses(add([[teas[0]!, 1]]), 'choices', 'too_few')
  await refuses(add([[teas[0]!, 4]]), 'choices', 'too_many')
  await refuses(add([[pot, 2]]), 'choices.0.variantId', 'unknown')
  await refuses(add([[teas[0]!, 2]], newId()), 'choices.0.groupId', 'unknown')
  await refuses(
    add([
      [teas[0]!, 1],
      [teas[0]!, 1],
    ]),
    'choices.1.variantId',
    'duplicate',
  )
  const one = await add([
    [teas[0]!, 1],
    [teas[1]!, 2],
  ])
  assert.deepEqual(sums(one), [5102, 510, 4592])
  const other = await add([[teas[0]!, 2]])
  assert.deepEqual(
    other.bundles.map((each) => each.unitPrice.amount),
    [4592, 3600],
  )
  assert.equal(
    (
      await add([
        [teas[1]!, 2],
        [teas[0]!, 1],
      ])
    ).bundles[0]!.quantity,
    2,
  )
  await assert.rejects(alice.call(addItem, { cartId: cart.id, variantId: box.variantId, quantity: 1 }), {
    code: 'invalid_input',
  })
  assert.deepEqual((await alice.call(get, { cartId: cart.id })).problems, [])
})

test('a promotion takes from what the bundle costs, not from what its parts would', async () => {
  const alice = shop.guest()
  const { set } = await breakfast()
  const cart = await cartOf(alice, { of: set })
  const { code } = await coded(shop)
  const less = await alice.call(addCode, { cartId: cart.id, code })
  assert.deepEqual(sums(less), [2399, 599, 1800])
  const order = await payNow(
    shop,
    await alice.call(place, { cartId: (await ready(alice, less)).id, ...BACK }, { key: newId() }),
  )
  assert.equal(order.totals.total.amount, 1800 + 490)
  await shop.invariants()
})

test('a bundle made up anew, and one that costs something else now, are told in the cart', async () => {
  const alice = shop.guest()
  const { cup, tea, set } = await breakfast()
  const cart = await ready(alice, await cartOf(alice, { of: set }))
  await bob.call(setPrices, {
    prices: [{ variantId: cup.variantId, price: { amount: 800, currency: 'EUR' } }],
  })
  assert.deepEqual(
    (await alice.call(get, { cartId: cart.id })).problems,
    [],
    'what a part costs is no matter',
  )
  await bob.call(setPrices, {
    prices: [{ variantId: set.variantId, price: { amount: 2100, currency: 'EUR' } }],
  })
  const dearer = await alice.call(get, { cartId: cart.id })
  assert.deepEqual(
    dearer.problems.map(({ kind, was, is }) => [kind, was?.amount, is?.amount]),
    [['price_changed', 2000, 2100]],
  )
  await assert.rejects(alice.call(place, { cartId: cart.id, ...BACK }, { key: newId() }), {
    code: 'orders.total_changed',
  })
  const [accept] = dearer.problems[0]!.actions
  assert.deepEqual([accept!.kind, accept!.quantity], ['set_bundle_quantity', 1])
  const accepted = await alice.call(setBundleQuantity, {
    cartId: cart.id,
    bundleId: accept!.bundleId!,
    quantity: 1,
  })
  assert.deepEqual(accepted.problems, [])
  await bob.call(setBundle, {
    variantId: set.variantId,
    price: 'own',
    parts: [{ variantId: tea.variantId, quantity: 2 }],
  })
  const other = await alice.call(get, { cartId: cart.id })
  assert.deepEqual(
    other.problems.map(({ kind }) => kind),
    ['not_for_sale'],
  )
  await assert.rejects(alice.call(place, { cartId: cart.id, ...BACK }, { key: newId() }), {
    code: 'cart.not_for_sale',
  })
  assert.equal((await cartOf(shop.guest(), { of: set })).lines[0]!.quantity, 2)
})

test('who did not pay gives the parts back', async () => {
  const alice = shop.guest()
  const { cup, set } = await breakfast()
  const cart = await ready(alice, await cartOf(alice, { of: set, quantity: 5 }))
  await alice.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  assert.equal((await shop.onHand(cup.variantId)).available, 0)
  shop.clock.forward(minutes(90))
  await shop.job('orders.expire')
  assert.equal((await shop.onHand(cup.variantId)).available, 10)
  assert.equal((await alice.call(get, { cartId: cart.id })).bundles[0]!.quantity, 5)
  await shop.invariants()
})
