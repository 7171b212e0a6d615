/** Lemonade in bottles: what is asked for a bottle stands beside the price, is taxed, and comes back with the bottle. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { ADDRESS, readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen, payNow } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { product } from '../browse/product.ts'
import { addCode } from '../cart/add-code.ts'
import { addItem } from '../cart/add-item.ts'
import { create as createCart } from '../cart/create.ts'
import { get as getCart } from '../cart/get.ts'
import { mergeCarts } from '../cart/merge.ts'
import { setDetails } from '../cart/set-details.ts'
import { setQuantity } from '../cart/set-quantity.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { archive } from '../pricing/deposits/archive.ts'
import { assign } from '../pricing/deposits/assign.ts'
import { assigned } from '../pricing/deposits/assigned.ts'
import { create as createDeposit } from '../pricing/deposits/create.ts'
import { list as listDeposits } from '../pricing/deposits/list.ts'
import { update as updateDeposit } from '../pricing/deposits/update.ts'
import { create as certify } from '../tax/certificates/create.ts'
import { list as listCategories } from '../tax/categories/list.ts'
import { refund } from './admin/refund.ts'
import { taxes } from './admin/taxes.ts'
import { receipt } from './documents/receipt.ts'
import { place } from './place.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { alice, bob, charlie } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const said = (name: string) => [{ locale: 'en', name }]
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: any) =>
      `${error.status} ${error.code} ${error.errors.map(({ path, code }: any) => `${path} ${code}`).join()}`,
  )

const { items: categories } = await bob.call(listCategories, {})
const standard = categories.find(({ key }) => key === 'standard')!.id
const bottle = await bob.call(createDeposit, { key: 'bottle', texts: said('bottle'), amounts: [eur(25)] })
const crate = await bob.call(createDeposit, {
  key: 'crate',
  taxCategoryId: standard,
  texts: said('crate'),
  amounts: [eur(150)],
})
async function lemonade(stock = 100): Promise<Goods> {
  const goods = await shop.goods({ name: 'Lemonade', price: 1200, stock, taxCategory: 'reduced' })
  await bob.call(assign, {
    variantId: goods.variantId,
    items: [
      { depositId: bottle.id, count: 12 },
      { depositId: crate.id, count: 1 },
    ],
  })
  return goods
}

test('the page says what is asked for bottles; in the cart it is a line that moves with its goods', async () => {
  const drink = await lemonade()
  const page = await alice.call(product, { slug: drink.slug })
  assert.deepEqual(page.variants[0]!.deposits, [
    { name: 'bottle', count: 12, total: eur(300) },
    { name: 'crate', count: 1, total: eur(150) },
  ])
  const guest = shop.guest()
  const { id: cartId } = await guest.call(createCart, {})
  const cart = await guest.call(addItem, { cartId, variantId: drink.variantId, quantity: 2 })
  const lineId = cart.lines[0]!.id
  assert.deepEqual(cart.deposits, [
    { lineId, depositId: bottle.id, name: 'bottle', quantity: 24, unitPrice: eur(25), total: eur(600) },
    { lineId, depositId: crate.id, name: 'crate', quantity: 2, unitPrice: eur(150), total: eur(300) },
  ])
  assert.deepEqual(
    [cart.itemCount, cart.totals.subtotal, cart.totals.deposit, cart.totals.total],
    [2, eur(2400), eur(900), eur(3300)],
  )
  // 7 % of drinks and their bottles, 19 % of the crates: each line rounded by itself.
  assert.deepEqual(
    cart.totals.taxes.map(({ name, amount }) => [name, amount.amount]),
    [
      ['VAT', 48],
      ['VAT reduced', 157 + 39],
    ],
  )
  const fewer = await guest.call(setQuantity, { cartId, lineId, quantity: 1 })
  assert.deepEqual(
    fewer.deposits.map(({ quantity }) => quantity),
    [12, 1],
  )
  const none = await guest.call(setQuantity, { cartId, lineId, quantity: 0 })
  assert.deepEqual([none.deposits, none.totals.total], [[], eur(0)])
})

test('no promotion, no minimum and no free delivery counts a deposit', async () => {
  const drink = await lemonade()
  const fromAmount = (minimumAmount: number) =>
    coded(shop, { basisPoints: 5000, sums: [{ currency: 'EUR', minimumAmount }] })
  const [{ code }, { code: tooMuch }] = [await fromAmount(4800), await fromAmount(4801)]
  const guest = shop.guest()
  const { id: cartId } = await guest.call(createCart, {})
  await guest.call(addItem, { cartId, variantId: drink.variantId, quantity: 4 })
  await guest.call(setDetails, {
    cartId,
    email: guest.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
  const half = await guest.call(addCode, { cartId, code })
  // 48.00 of goods and 18.00 of deposits: half of the goods, and delivery is free from 60.00 of goods only.
  assert.deepEqual(
    [
      half.totals.subtotal,
      half.totals.discount,
      half.totals.deposit,
      half.totals.delivery,
      half.totals.total,
    ],
    [eur(4800), eur(2400), eur(1800), eur(490), eur(4690)],
  )
  assert.deepEqual(
    half.deposits.map(({ total }) => total.amount),
    [1200, 600],
  )
  await assert.rejects(guest.call(addCode, { cartId, code: tooMuch }), {
    code: 'promotions.below_minimum',
  })
})

test('a guest’s bottles come along when they log in, and a deposit that changes is asked as it is', async () => {
  const drink = await lemonade()
  const guest = shop.guest()
  const { id: cartId } = await guest.call(createCart, {})
  await guest.call(addItem, { cartId, variantId: drink.variantId, quantity: 1 })
  const mine = await alice.call(createCart, {})
  await alice.call(addItem, { cartId: mine.id, variantId: drink.variantId, quantity: 2 })
  await shop.inside((ctx) => mergeCarts({ personId: alice.id, guestId: guest.id } as never, ctx))
  const { deposits } = await alice.call(getCart, { cartId: mine.id })
  assert.deepEqual(
    deposits.map(({ quantity }) => quantity),
    [36, 3],
  )
  const can = await bob.call(createDeposit, { key: 'can', texts: said('can'), amounts: [eur(10)] })
  await bob.call(assign, { variantId: drink.variantId, items: [{ depositId: can.id, count: 1 }] })
  await bob.call(updateDeposit, { depositId: can.id, amounts: [eur(11)], expectedVersion: can.version })
  const after = await alice.call(getCart, { cartId: mine.id })
  assert.deepEqual(
    after.deposits.map(({ name, total }) => [name, total.amount]),
    [['can', 33]],
  )
  await bob.call(archive, { depositId: can.id })
  assert.deepEqual((await alice.call(getCart, { cartId: mine.id })).deposits, [])
  assert.deepEqual((await bob.call(assigned, { variantId: drink.variantId })).items, [])
})

test('an order keeps its deposits: paid, taxed, told, and given back with the bottle or alone', async () => {
  const drink = await lemonade()
  const buyer = shop.guest()
  const cart = await readyCart(shop, buyer, { of: drink, quantity: 3 })
  const expectedTotal = cart.totals.total
  const placement = await buyer.call(place, { cartId: cart.id, ...BACK, expectedTotal }, { key: newId() })
  const order = await payNow(shop, placement)
  assert.deepEqual(order.totals, cart.totals)
  const bottles = order.deposits[0]!
  assert.deepEqual(
    order.deposits.map(({ name, quantity, total }) => [name, quantity, total.amount]),
    [
      ['bottle', 36, 900],
      ['crate', 3, 450],
    ],
  )
  const told = await bob.call(taxes, { orderId: order.id })
  assert.deepEqual(
    told.items.map((each) => [each.name, each.total.amount, each.taxes[0]!.amount.amount]),
    [
      ['Lemonade', 3600, 236],
      ['bottle', 900, 59],
      ['crate', 450, 72],
      ['Parcel', 490, 78],
    ],
  )
  const [mail] = await mailsTo(shop, buyer.email)
  assert.match(JSON.stringify(mail), /36 × bottle.*€9\.00/s)
  const page = receipt(order, { name: 'Shop', email: 's@example.com', timeZone: 'UTC' })
  assert.match(page, /Deposits[\s\S]*€13\.50/)
  await shop.invariants()

  const lineId = order.lines[0]!.id
  const give = async (wish: object) => {
    const { refunds } = await bob.call(refund, { orderId: order.id, reason: 'x', ...wish }, { key: newId() })
    const [made] = refunds
    return [
      made!.amount.amount,
      made!.tax.amount,
      made!.deposits.map(({ quantity, amount }) => [quantity, amount.amount]),
    ]
  }
  // One crate is called off: its bottles were never there.
  assert.deepEqual(await give({ lines: [{ orderLineId: lineId, quantity: 1, restock: 'cancel' }] }), [
    1200 + 300 + 150,
    79 + 20 + 24,
    [
      [12, 300],
      [1, 150],
    ],
  ])
  await bob.call(ship, { orderId: order.id }, { key: newId() })
  // The empties of the others come back without the lemonade.
  assert.deepEqual(await give({ deposits: [{ orderDepositId: bottles.id, quantity: 20 }] }), [
    500,
    33,
    [[20, 500]],
  ])
  // It was flat: its money goes back, and its bottles are with the buyer still.
  assert.deepEqual(await give({ lines: [{ orderLineId: lineId, quantity: 1 }] }), [1200, 79, []])
  assert.equal(
    await faultOf(give({ deposits: [{ orderDepositId: bottles.id, quantity: 5 }] })),
    '409 orders.too_many_empties ',
  )
  assert.equal(
    await faultOf(give({ deposits: [{ orderDepositId: lineId, quantity: 1 }] })),
    '422 invalid_input deposits.0.orderDepositId unknown',
  )
  await shop.invariants()
  const [rest] = await give({})
  assert.equal(rest, order.totals.total.amount - 1650 - 500 - 1200)
  await shop.job('payments.sweep')
  shop.clock.forward(seconds(40))
  await shop.job('payments.sweep')
  await orderWhen(shop, order.id, (now) => now.refunds.every(({ state }) => state === 'succeeded'))
  await shop.invariants()
})

test('who is exempt from tax pays neither that of the goods nor that of their bottles, and gets back what was paid', async () => {
  const drink = await lemonade()
  await bob.call(certify, {
    number: 'D 77',
    kind: 'resale',
    country: 'DE',
    validFrom: '2026-01-01',
    customerId: charlie.id,
  })
  const cart = await readyCart(shop, charlie, { of: drink, quantity: 3 })
  const { totals, deposits, lines } = cart
  // 7 % is in 36.00 of lemonade and 9.00 of bottles, 19 % in 4.50 of crates and 4.90 of delivery.
  assert.deepEqual(
    [totals.subtotal, totals.deposit, totals.taxRelief, totals.tax, totals.total],
    [eur(3600), eur(1350), eur(236 + 59 + 72 + 78), eur(0), eur(3600 + 1350 + 490 - 445)],
  )
  const order = await payNow(shop, await charlie.call(place, { cartId: cart.id, ...BACK }, { key: newId() }))
  assert.deepEqual([order.totals, order.deposits.length, lines.length], [totals, deposits.length, 1])
  await shop.invariants()
  const giveBack = async (wish: object) =>
    (await bob.call(refund, { orderId: order.id, reason: 'x', ...wish }, { key: newId() })).refunds[0]!.amount
  const one = { orderLineId: order.lines[0]!.id, quantity: 1, restock: 'cancel' as const }
  const bottleOfOne = Math.round(((900 - 59) * 12) / 36)
  assert.deepEqual(
    await giveBack({ lines: [one] }),
    eur(Math.round((3600 - 236) / 3) + bottleOfOne + Math.round((450 - 72) / 3)),
  )
  await shop.invariants()
  await giveBack({})
  await shop.invariants()
})

test('what does not fit is refused by its name and changes nothing', async () => {
  const drink = await shop.goods()
  const fresh = { texts: said('x'), amounts: [eur(5)] }
  for (const [work, fault] of [
    [() => bob.call(createDeposit, { key: 'bottle', ...fresh }), '409 pricing.deposit_key_taken '],
    [
      () => bob.call(createDeposit, { key: 'a', ...fresh, taxCategoryId: newId() }),
      '422 invalid_input taxCategoryId unknown',
    ],
    [
      () => bob.call(createDeposit, { key: 'a', ...fresh, amounts: [eur(0)] }),
      '422 invalid_input amounts.0.amount too_small',
    ],
    [
      () => bob.call(createDeposit, { key: 'a', ...fresh, amounts: [{ amount: 5, currency: 'CHF' }] }),
      '422 invalid_input amounts.0.currency unknown',
    ],
    [
      () => bob.call(createDeposit, { key: 'a', ...fresh, amounts: [eur(5), eur(6)] }),
      '422 invalid_input amounts.1.currency duplicate',
    ],
    [
      () => bob.call(createDeposit, { key: 'a', amounts: [eur(5)], texts: [...said('x'), ...said('y')] }),
      '422 invalid_input texts.1.locale duplicate',
    ],
    [
      () => bob.call(assign, { variantId: drink.variantId, items: [{ depositId: newId(), count: 1 }] }),
      '422 invalid_input items.0.depositId unknown',
    ],
    [
      () =>
        bob.call(assign, {
          variantId: drink.variantId,
          items: [
            { depositId: bottle.id, count: 1 },
            { depositId: bottle.id, count: 2 },
          ],
        }),
      '422 invalid_input items.1.depositId duplicate',
    ],
    [() => bob.call(assign, { variantId: newId(), items: [] }), '404 not_found '],
    [() => bob.call(assigned, { variantId: newId() }), '404 not_found '],
    [() => bob.call(archive, { depositId: newId() }), '404 not_found '],
    [() => bob.call(updateDeposit, { depositId: bottle.id, expectedVersion: 99 }), '412 stale_version '],
  ] as const)
    assert.equal(await faultOf(work()), fault)
  assert.deepEqual((await bob.call(listDeposits, {})).items, [bottle, crate])
  await assert.rejects(alice.call(createDeposit, { key: 'a', ...fresh }), { status: 403 })
})
