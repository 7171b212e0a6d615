/** Bob chooses where his goods come from: by channel, and never twice the same piece, however many buy at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import type { Port } from '#kit/port.ts'
import { ADDRESS, readyCart } from '#testing/carts.ts'
import { BACK, paid } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { countsOf, itemOf, place as placeOf } from '#testing/stock.ts'
import { setDetails } from '../../cart/set-details.ts'
import { list as sources } from '../../fulfilment/sources/list.ts'
import { create as ship } from '../../fulfilment/shipments/create.ts'
import { place } from '../../orders/place.ts'
import { list as channels } from '../../settings/channels/list.ts'
import { update } from '../locations/update.ts'
import { adjust } from '../stock/adjust.ts'
import { get } from './get.ts'
import { set } from './set.ts'
import { allocationStrategy, type AllocationStrategy } from './strategy.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob, locationId: warehouse } = shop
const [munich, hamburg] = [await placeOf(shop, 'munich', 1), await placeOf(shop, 'hamburg', 2)]
for (const [locationId, postalCode, city] of [
  [munich, '80331', 'Munich'],
  [hamburg, '20459', 'Hamburg'],
] as const)
  await bob.call(update, { locationId, address: { ...ADDRESS, postalCode, city } })

/** So many at the warehouse, in Munich and in Hamburg. */
async function goods(counts: [number, number, number]): Promise<Goods> {
  const tea = await shop.goods({ stock: counts[0] })
  const itemId = await itemOf(shop, tea)
  for (const [locationId, delta] of [
    [munich, counts[1]],
    [hamburg, counts[2]],
  ] as const)
    if (delta > 0) await bob.call(adjust, { itemId, locationId, delta, reason: 'received' })
  return tea
}

async function reserved(tea: Goods): Promise<number[]> {
  const counts = await countsOf(shop, await itemOf(shop, tea))
  return [warehouse, munich, hamburg].map((at) => counts[at]?.reserved ?? 0)
}

async function order(tea: Goods, quantity: number, postalCode = ADDRESS.postalCode) {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: tea, quantity })
  await guest.call(setDetails, { cartId: cart.id, shippingAddress: { ...ADDRESS, postalCode } })
  return guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
}

test('unless the shop chooses, places go by their position; what can be chosen is named', async () => {
  const { rules, strategies } = await bob.call(get, {})
  assert.deepEqual([rules, strategies.map(({ key }) => key)], [[], ['priority', 'nearest', 'fewest_parcels']])
  const tea = await goods([1, 5, 5])
  await order(tea, 2)
  assert.deepEqual(await reserved(tea), [1, 1, 0])
})

test('nearest to the address, then the fewest parcels: the next order goes by what was chosen', async () => {
  const tea = await goods([5, 5, 5])
  await bob.call(set, { strategy: 'nearest' })
  await order(tea, 1, '20095')
  assert.deepEqual(await reserved(tea), [0, 0, 1])
  await order(tea, 1, '80999')
  assert.deepEqual(await reserved(tea), [0, 1, 1])
  const few = await goods([1, 1, 3])
  await bob.call(set, { strategy: 'fewest_parcels' })
  await order(few, 3, '80999')
  assert.deepEqual(await reserved(few), [0, 0, 3])
})

test('a channel may have a rule of its own', async () => {
  const [channel] = (await bob.call(channels, {})).items
  await bob.call(set, { strategy: 'priority' })
  const own = await bob.call(set, { channelId: channel!.id, strategy: 'nearest' })
  const again = await bob.call(set, { channelId: channel!.id, strategy: 'nearest' })
  assert.deepEqual([again.id, again.version], [own.id, 2])
  const tea = await goods([5, 5, 5])
  await order(tea, 1, '20095')
  assert.deepEqual(await reserved(tea), [0, 0, 1])
  assert.equal((await bob.call(get, {})).rules.length, 2)
  await shop.app.pool.pg.query('delete from inventory.allocation where channel_id is not null')
  await bob.call(set, { strategy: 'priority' })
})

test('a rule of somebody’s own is chosen like the others; gone with its plugin, priority holds', async () => {
  const { ports } = shop.app
  const southFirst: AllocationStrategy = {
    key: 'south_first',
    name: 'South first',
    description: 'Munich before all others.',
    order: () => [munich],
  }
  shop.app.ports = <T>(asked: Port<T>) =>
    asked.name === allocationStrategy.name ? [...ports(asked), southFirst as T] : ports(asked)
  const tea = await goods([5, 2, 5])
  await bob.call(set, { strategy: 'south_first' })
  await order(tea, 3)
  assert.deepEqual(await reserved(tea), [1, 2, 0])
  shop.app.ports = ports
  await order(tea, 1)
  assert.deepEqual(await reserved(tea), [2, 2, 0])
})

test('a rule or a channel that is not there is refused, and only who may count chooses', async () => {
  const refused = (work: Promise<unknown>, path: string) =>
    assert.rejects(work, (error: any) => error.code === 'invalid_input' && error.errors[0].path === path)
  await refused(bob.call(set, { strategy: 'by-moonlight' }), 'strategy')
  await refused(bob.call(set, { strategy: 'nearest', channelId: newId() }), 'channelId')
  await assert.rejects(shop.staff('stock.read').call(set, { strategy: 'nearest' }), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(get, {}), { code: 'forbidden' })
})

test('an order that lies at two places leaves in two parcels, each from its own', async () => {
  const tea = await goods([1, 2, 0])
  const { id: orderId } = await paid(shop, shop.alice, { of: tea, quantity: 3 })
  const { items } = await bob.call(sources, { orderId })
  assert.deepEqual(
    items.map(({ locationName, quantity, quantityWaiting }) => [locationName, quantity, quantityWaiting]),
    [
      ['Warehouse', 1, 0],
      ['munich', 2, 0],
    ],
  )
  await assert.rejects(bob.call(ship, { orderId, locationId: hamburg }), {
    code: 'fulfilment.nothing_to_ship',
  })
  const first = await bob.call(ship, { orderId, locationId: munich })
  assert.deepEqual([first.locationId, first.lines[0]!.quantity], [munich, 2])
  const lines = [{ orderLineId: first.lines[0]!.orderLineId, quantity: 1 }]
  await assert.rejects(bob.call(ship, { orderId, locationId: munich, lines }), (error: any) => {
    assert.equal(error.code, 'inventory.not_there')
    assert.deepEqual(error.details.lines, [{ lineId: lines[0]!.orderLineId, there: 0 }])
    return true
  })
  assert.equal((await bob.call(ship, { orderId })).locationId, null)
  assert.deepEqual(await countsOf(shop, await itemOf(shop, tea)), {
    [warehouse]: { onHand: 0, reserved: 0 },
    [munich]: { onHand: 0, reserved: 0 },
  })
  await shop.invariants()
})

for (const strategy of ['priority', 'nearest', 'fewest_parcels'])
  test(`sixty who want the last thirty at three places, ${strategy}: just these are given, and every refusal is clean`, async () => {
    await bob.call(set, { strategy })
    const [tea, cup] = [await goods([8, 12, 10]), await goods([30, 0, 0])]
    const carts = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const guest = shop.guest()
        const wanted = [
          { of: tea, quantity: 1 + (n % 3) },
          { of: cup, quantity: 1 },
        ]
        return { guest, cart: await readyCart(shop, guest, ...(n % 2 ? wanted : wanted.toReversed())) }
      }),
    )
    const answers = await Promise.allSettled(
      carts.map(({ guest, cart }) => guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })),
    )
    const codes = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    assert.deepEqual([...new Set(codes)], ['cart.out_of_stock'])
    const given = answers.flatMap((each) =>
      each.status === 'fulfilled'
        ? each.value.order.lines.filter((line) => line.variantId === tea.variantId)
        : [],
    )
    const sum = given.reduce((total, line) => total + line.quantity, 0)
    assert.ok(sum <= 30 && sum > 27, `${sum} of 30 were given`)
    const counts = Object.values(await countsOf(shop, await itemOf(shop, tea)))
    assert.equal(
      counts.reduce((total, { reserved }) => total + reserved, 0),
      sum,
    )
    for (const { onHand, reserved } of counts) assert.ok(reserved <= onHand)
    await shop.invariants()
  })
