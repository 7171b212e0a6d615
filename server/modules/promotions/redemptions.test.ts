/** What orders hold of promotions: never above a limit, however many ask at once, and given back exactly once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, orderWhen, paid, payNow } from '#testing/orders.ts'
import { coded, promotion } from '#testing/promotions.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { addCode } from '../cart/add-code.ts'
import { addItem } from '../cart/add-item.ts'
import { clear } from '../cart/clear.ts'
import { get as getCart } from '../cart/get.ts'
import { setDetails } from '../cart/set-details.ts'
import { cancel as adminCancel } from '../orders/admin/cancel.ts'
import { cancel } from '../orders/cancel.ts'
import { place } from '../orders/place.ts'
import { archive } from './archive.ts'
import { get } from './get.ts'
import { update } from './update.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob } = shop
const euros = (amount: number) => ({ amount, currency: 'EUR' })
const usedOf = async (promotionId: string) => (await bob.call(get, { promotionId })).used
const order = (buyer: Person, cartId: string) => buyer.call(place, { cartId, ...BACK }, { key: newId() })

async function withCode(buyer: Person, code: string, of: Goods): Promise<string> {
  const cart = await readyCart(shop, buyer, { of })
  await buyer.call(addCode, { cartId: cart.id, code })
  return cart.id
}

/** All ask at the same moment; answers with how many got through, all others being refused as used up. */
async function rush(carts: { buyer: Person; cartId: string }[], ...refusedAs: string[]): Promise<number> {
  const answers = await Promise.allSettled(carts.map(({ buyer, cartId }) => order(buyer, cartId)))
  for (const answer of answers)
    if (answer.status === 'rejected') assert.ok(refusedAs.includes(answer.reason.code), answer.reason.stack)
  return answers.filter((answer) => answer.status === 'fulfilled').length
}

test('a limit of one is one among a hundred payable orders of a hundred buyers at once', async () => {
  const tea = await shop.goods({ stock: 1000 })
  const { code, promotion: only } = await coded(shop, { usageLimit: 1 })
  const carts = []
  for (let count = 0; count < 100; count++) {
    const buyer = shop.guest()
    carts.push({ buyer, cartId: await withCode(buyer, code, tea) })
  }
  assert.equal(await rush(carts, 'promotions.used_up'), 1)
  assert.equal(await usedOf(only.id), 1)
  assert.equal((await shop.onHand(tea.variantId)).reserved, 1, 'who was refused holds nothing')
  await shop.invariants()

  const [refused] = (
    await Promise.all(
      carts.map(async (each) => ({ ...each, cart: await each.buyer.call(getCart, { cartId: each.cartId }) })),
    )
  ).filter(({ cart }) => cart.state === 'open')
  assert.equal(refused!.cart.codes[0]!.problem!.code, 'promotions.used_up')
  assert.deepEqual(refused!.cart.totals.discount, euros(0))
  await assert.rejects(order(refused!.buyer, refused!.cartId), { code: 'promotions.used_up' })
  const { totals } = refused!.cart
  const { buyer, cartId } = refused!
  const dearer = await buyer.call(place, { cartId, ...BACK, expectedTotal: totals.total }, { key: newId() })
  assert.deepEqual(dearer.order.totals.total, totals.total, 'who has seen it may buy without')
})

test('so is a limit of a code, of a customer and of a budget', async () => {
  const tea = await shop.goods({ price: 1000, stock: 1000 })
  const [perCode, perCustomer, budget] = [
    await coded(shop, { codeLimit: 3 }),
    await coded(shop, { customerLimit: 1 }),
    await coded(shop, { sums: [{ currency: 'EUR', budgetAmount: 450 }] }),
  ]
  for (const [limited, most, email, refusedAs] of [
    [perCode, 3, null, 'promotions.used_up'],
    [perCustomer, 1, 'same@example.com', 'promotions.used_by_you'],
    [budget, 4, null, 'promotions.used_up'],
  ] as const) {
    const carts = []
    for (let count = 0; count < 12; count++) {
      const buyer = shop.guest()
      const cartId = await withCode(buyer, limited.code, tea)
      if (email) await buyer.call(setDetails, { cartId, email: count % 2 ? email : email.toUpperCase() })
      carts.push({ buyer, cartId })
    }
    assert.equal(await rush(carts, 'promotions.used_up', refusedAs), most)
    assert.equal(await usedOf(limited.promotion.id), most)
  }
  assert.equal((await bob.call(get, { promotionId: budget.promotion.id })).sums[0]!.spentAmount, 400)
  await shop.invariants()

  const late = shop.guest()
  const cart = await readyCart(shop, late, { of: tea })
  for (const { code } of [perCode, budget])
    await assert.rejects(late.call(addCode, { cartId: cart.id, code }), { code: 'promotions.used_up' })
  await late.call(setDetails, { cartId: cart.id, email: 'same@example.com' })
  await assert.rejects(late.call(addCode, { cartId: cart.id, code: perCustomer.code }), {
    code: 'promotions.used_by_you',
    details: { limit: 1 },
  })
})

test('two promotions in every order, entered in either way round: no deadlock is shown, and both are counted', async () => {
  const tea = await shop.goods({ stock: 1000 })
  const pair = [await coded(shop), await coded(shop)]
  const carts = []
  for (let count = 0; count < 20; count++) {
    const buyer = shop.guest()
    const cartId = await withCode(buyer, pair[count % 2]!.code, tea)
    await buyer.call(addCode, { cartId, code: pair[(count + 1) % 2]!.code })
    carts.push({ buyer, cartId })
  }
  assert.equal(await rush(carts), 20)
  for (const each of pair) assert.equal(await usedOf(each.promotion.id), 20)
})

test('an order that is cancelled, expires or is changed gives its use back, once', async () => {
  const tea = await shop.goods({ stock: 1000 })
  const once = await coded(shop, {
    usageLimit: 1,
    codeLimit: 1,
    customerLimit: 1,
    sums: [{ currency: 'EUR', budgetAmount: 110 }],
  })
  const alice = shop.alice
  const again = async () => {
    const cart = await readyCart(shop, alice, { of: tea })
    if (cart.codes.length === 0) await alice.call(addCode, { cartId: cart.id, code: once.code })
    const { lines } = await alice.call(getCart, { cartId: cart.id })
    assert.equal(lines.length, 1)
    return order(alice, cart.id)
  }
  const first = await again()
  assert.equal(await usedOf(once.promotion.id), 1)
  assert.deepEqual(
    (await alice.call(getCart, { cartId: first.order.cartId })).totals,
    first.order.totals,
    'the cart of the order still shows its discount',
  )
  const cancelled = await Promise.allSettled([
    alice.call(cancel, { orderId: first.order.id }),
    bob.call(adminCancel, { orderId: first.order.id }),
    alice.call(cancel, { orderId: first.order.id }),
  ])
  assert.equal(cancelled.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal(await usedOf(once.promotion.id), 0)
  await shop.invariants()

  const second = await order(alice, first.order.cartId)
  assert.equal(await usedOf(once.promotion.id), 1)
  shop.clock.forward(minutes(16))
  await shop.job('orders.expire')
  await orderWhen(shop, second.order.id, ({ state }) => state === 'expired')
  assert.equal(await usedOf(once.promotion.id), 0)
  await shop.invariants()

  await order(alice, first.order.cartId)
  await alice.call(addItem, {
    cartId: first.order.cartId,
    variantId: (await shop.goods({ price: 100 })).variantId,
    quantity: 1,
  })
  assert.equal(await usedOf(once.promotion.id), 0, 'a change of the cart cancels the order')
  await shop.invariants()

  await order(alice, first.order.cartId)
  const emptied = await alice.call(clear, { cartId: first.order.cartId })
  assert.deepEqual([emptied.lines, emptied.codes, emptied.totals.total], [[], [], euros(0)])
  assert.equal(await usedOf(once.promotion.id), 0)
  assert.equal((await shop.onHand(tea.variantId)).reserved, 0)
  await shop.invariants()

  const last = await payNow(shop, await again())
  assert.equal(last.state, 'confirmed')
  await bob.call(adminCancel, { orderId: last.id })
  await shop.settle()
  assert.equal(await usedOf(once.promotion.id), 0, 'also when it was paid and is refunded')
  await shop.invariants()
})

test('an offer that holds by itself is counted too, and ends when its budget does', async () => {
  const tea = await shop.goods({ price: 1000 })
  const gift = await promotion(shop, {
    names: [{ locale: 'en', name: 'Opening' }],
    productIds: [tea.productId],
    sums: [{ currency: 'EUR', budgetAmount: 150 }],
  })
  const one = await paid(shop, shop.guest(), { of: tea })
  assert.deepEqual(one.totals.discounts, [
    { promotionId: gift.id, name: 'Opening', code: null, amount: euros(100) },
  ])
  const two = await paid(shop, shop.guest(), { of: tea })
  assert.deepEqual(two.totals.discounts, [], 'what is left of the budget is too little')
  await assert.rejects(
    bob.call(update, { promotionId: gift.id, sums: [{ currency: 'EUR', budgetAmount: 99 }] }),
    {
      code: 'invalid_input',
    },
  )
  await bob.call(update, { promotionId: gift.id, sums: [{ currency: 'EUR', budgetAmount: 200 }] })
  assert.equal((await paid(shop, shop.guest(), { of: tea })).totals.discount.amount, 100)
  await shop.invariants()
})

test('a limit that comes later counts what was held before', async () => {
  const tea = await shop.goods({ price: 1000 })
  const { code, promotion: open } = await coded(shop)
  await order(shop.charlie, await withCode(shop.charlie, code, tea))
  await bob.call(update, { promotionId: open.id, customerLimit: 1, usageLimit: 2 })
  await shop.invariants()
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: tea })
  await guest.call(setDetails, { cartId: cart.id, email: shop.charlie.email })
  await assert.rejects(guest.call(addCode, { cartId: cart.id, code }), { code: 'promotions.used_by_you' })
  await assert.rejects(bob.call(update, { promotionId: open.id, usageLimit: 0 as number }), {
    code: 'invalid_input',
  })
})

test('an offer that another process ended is not given by one that has not heard of it yet', async () => {
  const tea = await shop.goods({ price: 1000 })
  const { code, promotion: ended } = await coded(shop)
  const guest = shop.guest()
  const cartId = await withCode(guest, code, tea)
  await shop.inside(async (ctx) => {
    await sql`update promotions.promotion set ends_at = ${ctx.now()} where id = ${ended.id}`.execute(ctx.db)
    await sql`update kit.snapshot set version = version + 1 where store_id = ${shop.storeId} and name = 'promotions'`.execute(
      ctx.db,
    )
  })
  const seen = await guest.call(getCart, { cartId })
  assert.equal(seen.totals.discount.amount, 100, 'this one still believes in it')
  await assert.rejects(
    guest.call(place, { cartId, ...BACK, expectedTotal: seen.totals.total }, { key: newId() }),
    { code: 'promotions.over' },
  )
  assert.equal(await usedOf(ended.id), 0)
})

test('the snapshot of an order keeps what was taken off, whatever becomes of the promotion', async () => {
  const tea = await shop.goods({ price: 1999 })
  const { code, promotion: changed } = await coded(shop)
  const guest = shop.guest()
  const first = await order(guest, await withCode(guest, code, tea))
  await bob.call(update, {
    promotionId: changed.id,
    basisPoints: 5000,
    names: [{ locale: 'en', name: 'Half' }],
  })
  await bob.call(archive, { promotionId: changed.id })
  const now = await orderWhen(shop, first.order.id, () => true)
  assert.deepEqual(now.totals, first.order.totals)
  const query = (text: string) => shop.app.pool.pg.query(text)
  const of = `order_id = '${first.order.id}'`
  await assert.rejects(query(`update orders.discount set amount = 1 where ${of}`), {
    constraint: 'discount_snapshot',
  })
  await assert.rejects(query(`delete from orders.discount where ${of}`), { constraint: 'discount_snapshot' })
  await assert.rejects(
    query(`update orders.order set delivery_discount_amount = 1 where id = '${first.order.id}'`),
    { constraint: 'order_snapshot' },
  )
})
