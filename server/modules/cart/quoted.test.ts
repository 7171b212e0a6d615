/** Bob lets a service tell him the taxes; when it is away, his own rates hold and nobody waits. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { ADDRESS, readyCart } from '#testing/carts.ts'
import { BACK, payNow } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { TWIN_KEY, openTaxTwin } from '../../adapters/tax-service/twin.ts'
import { refund } from '../orders/admin/refund.ts'
import { taxes } from '../orders/admin/taxes.ts'
import { place } from '../orders/place.ts'
import { get } from './get.ts'
import { setDetails } from './set-details.ts'
import { setQuantity } from './set-quantity.ts'

const twin = await openTaxTwin()
const shop = await openShop({ adapters: { TAX_SERVICE_URL: `${twin.url}/`, TAX_SERVICE_KEY: TWIN_KEY } })
after(async () => {
  await shop.close()
  await twin.close()
})
const { bob } = shop
const THERE = { ...ADDRESS, region: 'B' }
beforeEach(() => {
  twin.fault = null
  twin.asked.length = 0
})

/** A cart with two lines of different categories that goes to where two taxes are levied. */
async function goingThere(price: number) {
  const buyer = shop.guest()
  const [dear, cheap] = [
    await shop.goods({ price }),
    await shop.goods({ price: 333, taxCategory: 'reduced' }),
  ]
  const { id: cartId } = await readyCart(shop, buyer, { of: dear, quantity: 2 }, { of: cheap })
  const cart = await buyer.call(setDetails, { cartId, shippingAddress: THERE })
  return { buyer, cartId, cart, look: () => buyer.call(get, { cartId }) }
}
/** What the reactions and the worker do. */
const asked = async () => {
  await shop.settle()
  await shop.job('tax.ask')
}
const names = ({ totals }: { totals: { taxes: { name: string }[] } }) => totals.taxes.map(({ name }) => name)
const OWN = ['VAT', 'VAT reduced']
const QUOTED = ['Twin region', 'Twin state']

test('the store’s own rates hold until the service has answered; then cart, order, receipt and refund say what it said', async () => {
  const { buyer, cart, cartId, look } = await goingThere(1999)
  assert.deepEqual(names(cart), OWN)
  await asked()
  const quoted = await look()
  assert.deepEqual(names(quoted), QUOTED)
  const goods = 2 * 1999
  const inside = Math.round((goods * 1200) / 11_200)
  const { totals } = quoted
  assert.equal(
    totals.taxes.reduce((sum, { amount }) => sum + amount.amount, 0),
    totals.tax.amount,
  )
  assert.ok(
    Math.abs(totals.tax.amount - inside - 16 - Math.round((totals.delivery.amount * 1200) / 11_200)) <= 2,
  )
  assert.deepEqual(totals.total, cart.totals.total, 'tax is inside the prices here')

  const placement = await buyer.call(
    place,
    { cartId, ...BACK, expectedTotal: totals.total },
    { key: newId() },
  )
  assert.deepEqual(placement.order.totals, totals)
  const order = await payNow(shop, placement)
  const told = await bob.call(taxes, { orderId: order.id })
  assert.deepEqual(
    told.items.map((item) => item.taxes.map(({ name, rateId }) => [name, rateId])),
    [2, 1, 2].map((many) => ['Twin state', 'Twin region'].slice(0, many).map((name) => [name, null])),
  )
  const { refunds } = await bob.call(refund, { orderId: order.id, reason: 'Back' }, { key: newId() })
  assert.deepEqual(refunds[0]!.taxes, totals.taxes)
  await shop.invariants()
})

test('each change is asked for once, with places and amounts and nothing of the buyer', async () => {
  const { buyer, cartId, cart, look } = await goingThere(1234)
  await asked()
  const before = twin.asked.length
  await look()
  await look()
  await asked()
  assert.equal(twin.asked.length, before, 'looking asks nothing')
  const lineId = cart.lines[0]!.id
  for (const quantity of [3, 2, 3]) await buyer.call(setQuantity, { cartId, lineId, quantity })
  await asked()
  assert.equal(twin.asked.length, before + 1, 'two pieces were answered before')
  assert.deepEqual(
    twin.asked
      .at(-1)!
      .lines.map(({ category, amount, delivery }) => [category, amount, delivery])
      .slice(0, 2),
    [
      ['standard', 3702, false],
      ['reduced', 333, false],
    ],
  )
  const said = JSON.stringify(twin.asked)
  for (const secret of [THERE.name, THERE.line1, THERE.city, buyer.email, cartId])
    assert.ok(!said.includes(secret))
})

let price = 5000
for (const fault of ['broken', 'garbage', 'too_few', 'too_much', 'silent'] as const)
  test(`while the service is ${fault}, the store’s own rates hold, orders are placed, and it is asked anew later`, async () => {
    twin.fault = fault
    const { buyer, cart, cartId, look } = await goingThere(price++)
    assert.deepEqual(names(cart), OWN)
    await asked()
    assert.deepEqual(names(await look()), OWN)
    if (fault === 'broken') {
      const { order } = await buyer.call(place, { cartId, ...BACK }, { key: newId() })
      return assert.deepEqual(names(order), OWN)
    }
    twin.fault = null
    await buyer.call(setDetails, { cartId, email: 'other@example.com' })
    await asked()
    assert.deepEqual(names(await look()), QUOTED)
    return undefined
  })

test('what was asked long ago is forgotten', async () => {
  const count = async () =>
    (await shop.app.pool.pg.query('select 1 from tax.quote where store_id = $1', [shop.storeId])).rowCount
  assert.ok((await count())! > 0)
  shop.clock.forward(days(8))
  await shop.job('tax.purge')
  assert.equal(await count(), 0)
})
