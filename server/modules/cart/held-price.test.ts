/** What Alice saw in her cart stays for a while: a rise does not touch her, a fall does, and the order says of when its price was. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { cartOf, readyCart } from '#testing/carts.ts'
import { BACK } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { place } from '../orders/place.ts'
import { writePrices } from '../pricing/index.ts'
import { get } from './get.ts'
import { setQuantity } from './set-quantity.ts'
import { get as getSettings } from './settings/get.ts'
import { update } from './settings/update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

const hold = (priceHoldMinutes: number) => bob.call(update, { priceHoldMinutes })
const cost = ({ variantId }: Goods, amount: number) =>
  shop.inside((ctx) => writePrices([{ variantId, currency: 'EUR', amount }], ctx))
const minutesOn = (count: number) => new Date(shop.clock.now.getTime() + minutes(count)).toISOString()

async function pricesOf(orderId: string) {
  const { rows } = await shop.app.pool.pg.query<{ unit_amount: number; priced_at: Date | null }>(
    'select unit_amount, priced_at from orders.line where order_id = $1',
    [orderId],
  )
  return rows.map((row) => [row.unit_amount, row.priced_at?.toISOString() ?? null])
}

test('unless the shop says otherwise no price is held, and the cart tells of the new one', async () => {
  assert.deepEqual(await bob.call(getSettings, {}), { priceHoldMinutes: 0, mergeRule: 'sum', version: 1 })
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const { id: cartId } = await cartOf(guest, { of: tea })
  await cost(tea, 1250)
  const cart = await guest.call(get, { cartId })
  assert.deepEqual([cart.lines[0]!.unitPrice.amount, cart.lines[0]!.priceHeldUntil], [1250, null])
  assert.deepEqual(
    cart.problems.map((problem) => problem.kind),
    ['price_changed'],
  )
})

test('a rise within the time does not touch the shopper: the cart says until when, and the order is at the price seen', async () => {
  await hold(30)
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const seenAt = shop.clock.now.toISOString()
  const until = minutesOn(30)
  const cart = await readyCart(shop, guest, { of: tea, quantity: 2 })
  assert.equal(cart.lines[0]!.priceHeldUntil, until)
  shop.clock.forward(minutes(20))
  await cost(tea, 1250)
  const held = await guest.call(get, { cartId: cart.id })
  assert.deepEqual(held.problems, [])
  assert.deepEqual([held.lines[0]!.unitPrice.amount, held.totals.total.amount], [1000, 2490])
  const { order } = await guest.call(
    place,
    { cartId: cart.id, ...BACK, expectedTotal: held.totals.total },
    { key: newId() },
  )
  assert.equal(order.totals.total.amount, 2490)
  assert.deepEqual(await pricesOf(order.id), [[1000, seenAt]])
  await shop.invariants()
})

test('a fall is the shopper’s at once, and they are told', async () => {
  await hold(30)
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const cart = await readyCart(shop, guest, { of: tea })
  await cost(tea, 800)
  const cheaper = await guest.call(get, { cartId: cart.id })
  assert.equal(cheaper.lines[0]!.unitPrice.amount, 800)
  assert.deepEqual(
    cheaper.problems.map(({ kind, was, is }) => [kind, was?.amount, is?.amount]),
    [['price_changed', 1000, 800]],
  )
  const { order } = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  assert.deepEqual(await pricesOf(order.id), [[800, null]])
  await shop.invariants()
})

test('when the time is over the present price counts, and nobody pays it unseen', async () => {
  await hold(30)
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const cart = await readyCart(shop, guest, { of: tea })
  await cost(tea, 1250)
  shop.clock.forward(minutes(30))
  const late = await guest.call(get, { cartId: cart.id })
  assert.deepEqual([late.lines[0]!.unitPrice.amount, late.lines[0]!.priceHeldUntil], [1250, null])
  const [problem] = late.problems
  const [accept] = problem!.actions
  assert.deepEqual([problem!.kind, accept!.kind], ['price_changed', 'accept_price'])
  await assert.rejects(guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() }), {
    code: 'orders.total_changed',
  })
  const { lineId, quantity } = accept!
  const seen = await guest.call(setQuantity, { cartId: cart.id, lineId: lineId!, quantity: quantity! })
  assert.deepEqual([seen.problems, seen.lines[0]!.priceHeldUntil], [[], minutesOn(30)])
})

test('who shortens the time shortens it for every cart, and only who may set up the shop does', async () => {
  await hold(30)
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const { id: cartId } = await cartOf(guest, { of: tea })
  await cost(tea, 1250)
  await hold(0)
  assert.equal((await guest.call(get, { cartId })).lines[0]!.unitPrice.amount, 1250)
  const { version } = await bob.call(getSettings, {})
  await assert.rejects(bob.call(update, { priceHoldMinutes: 5, expectedVersion: version - 1 }), {
    code: 'stale_version',
  })
  await assert.rejects(bob.call(update, { priceHoldMinutes: 1441 }), { code: 'invalid_input' })
  await assert.rejects(shop.staff('settings.read').call(update, { priceHoldMinutes: 5 }), {
    code: 'forbidden',
  })
})

test('a line that claims a price of another day breaks an invariant', async () => {
  await hold(30)
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const cart = await readyCart(shop, guest, { of: tea })
  const { order } = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  const { pg } = shop.app.pool
  await pg.query('alter table orders.line disable trigger line_snapshot')
  await pg.query(
    `update orders.line set priced_at = $2::timestamptz - interval '25 hours' where order_id = $1`,
    [order.id, shop.clock.now],
  )
  assert.equal(await brokenI20(), 1)
  await pg.query('update orders.line set priced_at = null where order_id = $1', [order.id])
  await pg.query('alter table orders.line enable trigger line_snapshot')
  assert.equal(await brokenI20(), 0)
})

async function brokenI20(): Promise<number> {
  const i20 = shop.app.modules.flatMap((each) => each.invariants).find(({ id }) => id === 'I20')!
  return (await shop.app.pool.pg.query(i20.sql)).rows.length
}
