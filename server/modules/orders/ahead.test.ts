/** Alice orders what is not there yet: she is told when it leaves, pays when it does, and waits in her turn. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen, paid, payNow, placed } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import { product } from '../browse/product.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { setPromise } from '../inventory/items/set-promise.ts'
import { setLimits } from '../inventory/levels/set-limits.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { get as readAsStaff } from './admin/get.ts'
import { cancel } from './cancel.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { pay } from './pay.ts'
import { place } from './place.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob, locationId } = shop
const DAY = '2026-03-12'

/** So many on the shelf, so many more that may be sold ahead. */
async function ahead(
  stock: number,
  limit: number,
  promise?: { preOrder?: boolean; shipsOn?: string | null },
) {
  const tea = await shop.goods({ name: 'Tea', price: 1000, stock })
  const itemId = await itemOf(shop, tea)
  await bob.call(setLimits, { itemId, locationId, backorderLimit: limit })
  if (promise) await bob.call(setPromise, { itemId, ...promise })
  return { ...tea, itemId }
}

const preOrder = (limit: number) => ahead(0, limit, { preOrder: true, shipsOn: DAY })
const come = ({ itemId }: { itemId: string }, delta: number) =>
  bob.call(adjust, { itemId, locationId, delta, reason: 'received' })
const shown = async ({ slug }: Goods) => (await shop.guest().call(product, { slug })).variants[0]!.promise

test('what can be ordered before it is there says so on its page, in the cart, in the order and in the mail', async () => {
  const tea = await preOrder(5)
  assert.deepEqual(await shown(tea), { kind: 'pre_order', shipsOn: DAY })
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: tea, quantity: 2 })
  const told = { kind: 'pre_order', shipsOn: DAY, quantity: 2 }
  assert.deepEqual([cart.lines[0]!.promise, cart.problems], [told, []])
  const placement = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  const order = await payNow(shop, placement)
  assert.deepEqual([order.lines[0]!.promise, order.lines[0]!.quantityWaiting], [told, 2])
  assert.deepEqual([order.state, order.paymentStanding], ['confirmed', 'authorised'])
  const [card] = (await guest.call(list, {})).items
  assert.deepEqual([card!.status, card!.paymentStanding], ['paid', 'authorised'])
  const [mail] = await mailsTo(shop, guest.email)
  assert.match(mail!.text, /2 × Tea is a pre-order: it ships from March 12, 2026 on\./)
  assert.match(mail!.text, /approved; the money is taken when the goods leave/)
  await shop.invariants()
})

test('the money of a pre-order is taken as it leaves: of each parcel its part, with the last the rest', async () => {
  const tea = await preOrder(10)
  const order = await paid(shop, shop.guest(), { of: tea, quantity: 3 })
  const orderId = order.id
  const captured = async () => (await shop.bob.call(readAsStaff, { orderId })).payments[0]!.captured.amount
  assert.equal(await captured(), 0)
  await assert.rejects(bob.call(ship, { orderId }), { code: 'inventory.not_there' })
  await come(tea, 10)
  const lines = [{ orderLineId: order.lines[0]!.id, quantity: 1 }]
  await bob.call(ship, { orderId, lines })
  await bob.call(ship, { orderId, lines })
  await takeMoney()
  assert.equal(await captured(), 1000 + 490, 'the first parcel, and the delivery')
  shop.clock.forward(minutes(2))
  await shop.job('orders.capture')
  await takeMoney()
  assert.equal(await captured(), 2000 + 490, 'the second, which came while the first was asked for')
  await bob.call(ship, { orderId })
  await takeMoney()
  const done = await orderWhen(shop, orderId, (now) => now.paymentStanding === 'paid')
  assert.equal(done.payments[0]!.captured.amount, done.totals.total.amount)
  await shop.job('orders.capture')
  await takeMoney()
  assert.equal(await captured(), done.totals.total.amount)
  await shop.invariants()
})

test('until it leaves the buyer may take it back: nothing was charged, and the next in line has it', async () => {
  const tea = await preOrder(1)
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: tea })
  assert.equal(await shown(tea), null, 'none is left to order')
  const off = await guest.call(cancel, { orderId: order.id })
  assert.deepEqual([off.state, off.payments[0]!.captured.amount], ['cancelled', 0])
  assert.deepEqual(await shown(tea), { kind: 'pre_order', shipsOn: DAY })
})

test('another attempt to pay a pre-order only authorises, too', async () => {
  const tea = await preOrder(1)
  const guest = shop.guest()
  const first = await placed(shop, guest, { of: tea })
  await payNow(shop, first, 'decline')
  const again = await guest.call(pay, { orderId: first.order.id, ...BACK }, { key: newId() })
  assert.equal((await payNow(shop, again)).paymentStanding, 'authorised')
})

test('a limit is a limit: of forty who order the ten at once ten get one, and every refusal is clean', async () => {
  const tea = await preOrder(10)
  const carts = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const guest = shop.guest()
      return { guest, cart: await readyCart(shop, guest, { of: tea }) }
    }),
  )
  const answers = await Promise.allSettled(
    carts.map(({ guest, cart }) => guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })),
  )
  const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
  assert.deepEqual([refused.length, [...new Set(refused)]], [30, ['cart.out_of_stock']])
  const promised = answers.flatMap((each) =>
    each.status === 'fulfilled' ? [each.value.order.lines[0]!.promise!.quantity] : [],
  )
  assert.deepEqual(promised, Array(10).fill(1))
  await shop.invariants()
})

test('a back-order takes what is there first, says of how many it waits, and is paid at once', async () => {
  const tea = await ahead(2, 5, { shipsOn: DAY })
  assert.equal(await shown(tea), null, 'two are there')
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: tea, quantity: 3 })
  const told = { kind: 'back_order', shipsOn: DAY, quantity: 1 }
  assert.deepEqual(cart.lines[0]!.promise, told)
  const order = await payNow(shop, await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() }))
  assert.deepEqual(
    [order.lines[0]!.promise, order.lines[0]!.quantityWaiting, order.paymentStanding],
    [told, 1, 'paid'],
  )
  assert.deepEqual(await shown(tea), { kind: 'back_order', shipsOn: DAY })
  const [mail] = await mailsTo(shop, guest.email)
  assert.match(mail!.text, /1 × Tea is on its way to us: it ships from March 12, 2026 on\./)
  await shop.invariants()
})

test('when goods come the oldest who waits is covered first, and nobody who came later sends them off', async () => {
  const tea = await ahead(0, 5)
  const first = await paid(shop, shop.guest(), { of: tea, quantity: 2 })
  shop.clock.forward(minutes(1))
  const second = await paid(shop, shop.guest(), { of: tea, quantity: 1 })
  await come(tea, 2)
  await assert.rejects(bob.call(ship, { orderId: second.id }), { code: 'inventory.not_there' })
  await bob.call(ship, { orderId: first.id })
  await come(tea, 1)
  await bob.call(ship, { orderId: second.id })
  await shop.invariants()
})

test('the order keeps the day it was told; a day that has passed is told to nobody any more', async () => {
  const tea = await preOrder(5)
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: tea })
  assert.equal((await shown(tea))?.shipsOn, DAY)
  await bob.call(setPromise, { itemId: tea.itemId, shipsOn: '2026-05-01' })
  assert.deepEqual(await shown(tea), { kind: 'pre_order', shipsOn: '2026-05-01' })
  assert.equal((await guest.call(get, { orderId: order.id })).lines[0]!.promise!.shipsOn, DAY)
  const { pg } = shop.app.pool
  for (const change of [`update orders.promise set ships_on = null`, `delete from orders.promise`])
    await assert.rejects(pg.query(`${change} where order_id = $1`, [order.id]), { code: '23514' })
  shop.clock.forward(days(90))
  assert.deepEqual(await shown(tea), { kind: 'pre_order', shipsOn: null })
  shop.clock.forward(-days(90))
})

test('a pre-order has a day; who may only look sets none; what was changed meanwhile is told', async () => {
  const { itemId } = await ahead(0, 1)
  await assert.rejects(bob.call(setPromise, { itemId, preOrder: true }), (error: any) => {
    assert.deepEqual([error.code, error.errors[0].path], ['invalid_input', 'shipsOn'])
    return true
  })
  const set = await bob.call(setPromise, { itemId, preOrder: true, shipsOn: DAY, expectedVersion: 1 })
  assert.deepEqual(set, { itemId, preOrder: true, shipsOn: DAY, version: 2 })
  await assert.rejects(bob.call(setPromise, { itemId, shipsOn: null }), { code: 'invalid_input' })
  await assert.rejects(bob.call(setPromise, { itemId, preOrder: false, expectedVersion: 1 }), {
    code: 'stale_version',
  })
  const none = await bob.call(setPromise, { itemId, preOrder: false, shipsOn: null })
  assert.deepEqual([none.preOrder, none.shipsOn], [false, null])
  await assert.rejects(bob.call(setPromise, { itemId: newId(), preOrder: false }), { code: 'not_found' })
  await assert.rejects(shop.staff('stock.read').call(setPromise, { itemId, preOrder: false }), {
    code: 'forbidden',
  })
})

/** The captures that are owed are asked for, and what the company tells is heard. */
async function takeMoney(): Promise<void> {
  shop.clock.forward(5_000)
  await shop.job('payments.sweep')
  await shop.settle()
}
