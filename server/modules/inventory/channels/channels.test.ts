/** Bob’s market stall sells what lies in its van, his shop what lies in the warehouse; whoever has no places named sells all. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { bundleOf } from '#testing/bundles.ts'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'
import { BACK, paid } from '#testing/orders.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { countsOf, itemOf, place as placeOf } from '#testing/stock.ts'
import { bundle } from '../../browse/bundle.ts'
import { product } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { search } from '../../browse/search.ts'
import { suggest } from '../../browse/suggest.ts'
import { variants } from '../../browse/variants.ts'
import { deliveryOffers } from '../../cart/delivery-offers.ts'
import { setQuantity } from '../../cart/set-quantity.ts'
import { create as createMethod } from '../../delivery/methods/create.ts'
import { list as methods } from '../../delivery/methods/list.ts'
import { why } from '../../delivery/why.ts'
import { place } from '../../orders/place.ts'
import { create as createChannel } from '../../settings/channels/create.ts'
import { list as listChannels } from '../../settings/channels/list.ts'
import { setLimits } from '../levels/set-limits.ts'
import { update } from '../locations/update.ts'
import { adjust } from '../stock/adjust.ts'
import { count } from '../stock/count.ts'
import { list } from './list.ts'
import { setPlaces } from './set-places.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob, locationId: warehouse } = shop
const [van, shed] = [await placeOf(shop, 'van', 1), await placeOf(shop, 'shed', 2)]
const web = (await bob.call(listChannels, {})).items[0]!
const stall = await bob.call(createChannel, { code: 'stall', name: 'Market stall' })
const phone = await bob.call(createChannel, { code: 'phone', name: 'By phone' })
const names = (channelId: string, ...locationIds: string[]) => bob.call(setPlaces, { channelId, locationIds })
await names(web.id, warehouse)
await names(stall.id, van)

/** Whoever it is, they buy in this channel. */
const at = ({ code: channel }: { code: string }, who: Person = shop.guest()): Person => ({
  ...who,
  call: (operation, input, given) => who.call(operation, input, { ...given, channel }),
})

/** So many in the warehouse, in the van and in the shed. */
async function goods(counts: [number, number, number], name = 'Tea'): Promise<Goods & { itemId: string }> {
  const tea = await shop.goods({ name, stock: counts[0] })
  const itemId = await itemOf(shop, tea)
  for (const [locationId, delta] of [
    [van, counts[1]],
    [shed, counts[2]],
  ] as const)
    if (delta > 0) await bob.call(adjust, { itemId, locationId, delta, reason: 'received' })
  return { ...tea, itemId }
}

async function counts(itemId: string) {
  const all = await countsOf(shop, itemId)
  return [warehouse, van, shed].map((id) => [all[id]?.onHand ?? 0, all[id]?.reserved ?? 0])
}

const order = async (who: Person, of: Goods, quantity = 1) =>
  who.call(place, { cartId: (await readyCart(shop, who, { of, quantity })).id, ...BACK }, { key: newId() })

test('each channel shows, counts and finds what lies at its places; one that names none has all', async () => {
  const tea = await goods([0, 4, 0], 'Green tea')
  await shop.settle()
  await shop.job('browse.keepUp')
  const asked = { q: 'green', facets: true, filter: { available: { eq: true } } }
  for (const [channel, pieces, shown] of [
    [web, 0, 'out_of_stock'],
    [stall, 4, 'low_stock'],
    [phone, 4, 'low_stock'],
  ] as const) {
    const who = at(channel)
    const page = await who.call(product, { slug: tea.slug })
    assert.deepEqual([page.availability, page.variants[0]!.available], [shown, pieces], channel.code)
    const { items } = await who.call(variants, { slug: tea.slug })
    assert.equal(items[0]!.available, pieces)
    const listed = [
      (await who.call(products, {})).items,
      (await who.call(products, { sort: { by: 'name' } as never })).items,
      (await who.call(search, { q: 'green' })).items,
      (await who.call(suggest, { q: 'gree' })).products,
    ].map((cards) => cards.find(({ id }) => id === tea.productId)!.availability)
    assert.deepEqual(listed, [shown, shown, shown, shown], channel.code)
    const found = await who.call(search, asked)
    const rest = await who.call(search, { ...asked, filter: { available: { eq: false } } })
    assert.deepEqual(
      [found.items.length, found.facets!.available, rest.items.length],
      pieces > 0 ? [1, 1, 0] : [0, 0, 1],
      channel.code,
    )
  }
})

test('the cart counts where it was begun, and the order takes its goods there and nowhere else', async () => {
  const tea = await goods([2, 3, 5])
  const [atStall, atWeb] = [at(stall), at(web)]
  await assert.rejects(cartOf(atWeb, { of: tea, quantity: 3 }), { code: 'cart.out_of_stock' })
  const cart = await cartOf(atStall, { of: tea, quantity: 3 })
  const more = { cartId: cart.id, lineId: cart.lines[0]!.id, quantity: 4 }
  await assert.rejects(atStall.call(setQuantity, more), {
    code: 'cart.out_of_stock',
    details: { available: 3, lines: [{ lineId: cart.lines[0]!.id, available: 3 }] },
  })
  await order(at(stall), tea, 3)
  await order(at(web), tea, 2)
  assert.deepEqual(await counts(tea.itemId), [
    [2, 2],
    [3, 3],
    [5, 0],
  ])
  await order(at(phone), tea, 4)
  assert.deepEqual((await counts(tea.itemId))[2], [5, 4])
  await assert.rejects(cartOf(at(web), { of: tea }), { code: 'cart.out_of_stock' })
})

test('what a channel may sell ahead is that of its places', async () => {
  const tea = await goods([0, 2, 0])
  await bob.call(setLimits, { itemId: tea.itemId, locationId: warehouse, backorderLimit: 3 })
  const shown = async (channel: { code: string }) =>
    (await at(channel).call(product, { slug: tea.slug })).variants[0]!
  const [onWeb, onStall] = [await shown(web), await shown(stall)]
  assert.deepEqual([onWeb.available, onWeb.promise?.kind], [3, 'back_order'])
  assert.deepEqual([onStall.available, onStall.promise], [2, null])
  const { lines } = await cartOf(at(phone), { of: tea, quantity: 4 })
  assert.equal(lines[0]!.promise?.quantity, 2)
})

test('a set that its buyer puts together has what the channel’s places have of its parts', async () => {
  const [cup, bowl, tray] = [await goods([0, 2, 0]), await goods([0, 3, 0]), await goods([0, 9, 0])]
  const set = await bundleOf(shop, [[tray, 1]], { groups: [{ minimum: 1, maximum: 1, of: [cup, bowl] }] })
  const pieces = async (channel: { code: string }) => {
    const options = (await at(channel).call(bundle, { variantId: set.variantId })).groups[0]!.options
    const page = await at(channel).call(product, { slug: set.slug })
    return [...options.map(({ available }) => available), page.variants[0]!.available]
  }
  assert.deepEqual(await pieces(stall), [2, 3, 5])
  assert.deepEqual(await pieces(web), [0, 0, 0])
})

test('goods are fetched only where the channel sells from', async () => {
  await bob.call(update, { locationId: van, address: { ...ADDRESS, name: 'At the van' } })
  const [parcel] = (await bob.call(methods, {})).items
  const { zoneId, taxCategoryId } = parcel!
  await bob.call(createMethod, {
    zoneId,
    key: 'van',
    taxCategoryId,
    minDays: 0,
    maxDays: 0,
    texts: [{ locale: 'en', name: 'At the van' }],
    rates: [{ price: { amount: 0, currency: 'EUR' } }],
    locationId: van,
  })
  const tea = await goods([5, 5, 0])
  const offered = async (channel: { code: string }) => {
    const who = at(channel)
    const { id: cartId } = await cartOf(who, { of: tea })
    return (await who.call(deliveryOffers, { cartId })).items.map(({ name }) => name)
  }
  assert.deepEqual([await offered(web), (await offered(stall)).length], [['Parcel'], 2])
  const asked = { lines: [{ variantId: tea.variantId, quantity: 1 }], country: 'DE' }
  const reasons = async (channel: { code: string }) =>
    (await at(channel, bob).call(why, asked)).tried.find(({ name }) => name === 'At the van')!.reason
  assert.deepEqual([await reasons(web), await reasons(stall)], ['not_all_there', null])
})

test('a promise that a count breaks goes to no place where its channel may not sell', async () => {
  const tea = await goods([3, 3, 3])
  await paid(shop, at(web), { of: tea, quantity: 2 })
  await bob.call(count, { itemId: tea.itemId, locationId: warehouse, onHand: 1 })
  await shop.job('inventory.replan')
  assert.deepEqual(await counts(tea.itemId), [
    [1, 2],
    [3, 0],
    [3, 0],
  ])
  await names(web.id, warehouse, shed)
  await shop.job('inventory.replan')
  assert.deepEqual(await counts(tea.itemId), [
    [1, 1],
    [3, 0],
    [3, 1],
  ])
  await names(web.id, warehouse)
  await shop.invariants()
})

test('sixty in two channels who want the last ten of each: neither takes the other’s, and every refusal is clean', async () => {
  const [tea, cup] = [await goods([10, 10, 50]), await goods([10, 10, 50])]
  const carts = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const who = at(n % 2 ? web : stall)
      const wanted = [
        { of: tea, quantity: 1 + (n % 3) },
        { of: cup, quantity: 1 },
      ]
      return { who, cart: await readyCart(shop, who, ...(n % 4 < 2 ? wanted : wanted.toReversed())) }
    }),
  )
  const answers = await Promise.allSettled(
    carts.map(({ who, cart }) => who.call(place, { cartId: cart.id, ...BACK }, { key: newId() })),
  )
  const codes = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
  assert.deepEqual([...new Set(codes)], ['cart.out_of_stock'])
  for (const each of [tea, cup]) {
    const [here, there, rest] = await counts(each.itemId)
    assert.deepEqual(rest, [50, 0])
    for (const [onHand, reserved] of [here!, there!]) assert.ok(reserved! > 0 && reserved! <= onHand!)
  }
  assert.ok((await counts(tea.itemId))[0]![1]! >= 8)
  await shop.invariants()
})

test('named places are listed; a name twice is one; what is not there is refused, and only who may count chooses', async () => {
  const after = await names(phone.id, shed, shed)
  assert.deepEqual(after, { channelId: phone.id, locationIds: [shed] })
  const { items } = await bob.call(list, {})
  assert.deepEqual(
    items.map(({ locationIds }) => locationIds),
    [[warehouse], [van], [shed]],
  )
  await names(phone.id)
  assert.deepEqual((await bob.call(list, {})).items[2]!.locationIds, [])
  await assert.rejects(names(phone.id, van, newId()), (error: any) => {
    assert.deepEqual([error.code, error.errors[0].path], ['invalid_input', 'locationIds.1'])
    return true
  })
  await assert.rejects(names(newId(), van), { code: 'not_found' })
  const clerk = shop.staff('stock.read')
  await assert.rejects(clerk.call(setPlaces, { channelId: phone.id, locationIds: [] }), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
})
