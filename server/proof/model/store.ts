/**
 * The real store beside the model: its operations on PostgreSQL, its payment company over HTTP.
 *
 * Things, carts and orders have the same index here as in the model's world. Webhooks are let in only while the
 * store is meant to hear, so each history can be played again.
 */
import { newId } from '#kit/id.ts'
import { ADDRESS } from '#testing/carts.ts'
import { BACK } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import type { Goods, Person, Shop } from '#testing/shop.ts'
import { itemOf, madeOf, place as newPlace } from '#testing/stock.ts'
import { payOnSandbox, type BuyerChoice } from '../../adapters/sandbox/buyer.ts'
import { create } from '../../modules/cart/create.ts'
import { signedIn } from '../../modules/identity/index.ts'
import { adjust } from '../../modules/inventory/stock/adjust.ts'
import { get } from '../../modules/orders/admin/get.ts'
import type { StaffOrder } from '../../modules/orders/order.ts'
import { place } from '../../modules/orders/place.ts'
import { set as setPrices } from '../../modules/pricing/prices/set.ts'
import type { Choice } from './orders.ts'
import type { Owner, World } from './world.ts'

export interface Store {
  shop: Shop
  world: World
  things: Goods[]
  items: string[]
  places: string[]
  offer: { promotionId: string; code: string }
  carts: string[]
  orders: string[]
  person(owner: Owner): Promise<Person>
}

const PRICES = [1000, 1999, 333, 2501, 5]
const RATES = [1900, 1900, 700, 1900, 700]

export async function placesOf(shop: Shop): Promise<string[]> {
  return [shop.locationId, await newPlace(shop, 'second', 1)]
}

/** New people and goods in the shop: tea and a pair of it, a mug, a set of mug and spoon, a plenty of pins. */
export async function openStore(shop: Shop, places: string[], stock: readonly number[]): Promise<Store> {
  const names = ['Tea', 'Tea for two', 'Mug', 'Mug with spoon', 'Pin']
  const things: Goods[] = []
  for (const [n, name] of names.entries())
    things.push(
      await shop.goods({
        name,
        price: PRICES[n]!,
        taxCategory: RATES[n] === 700 ? 'reduced' : 'standard',
        stock: n === 1 ? 0 : n === 4 ? 2_000 : stock[n]!,
      }),
    )
  const [tea, , mug, spoon, pin] = await Promise.all(things.map((thing) => itemOf(shop, thing)))
  await madeOf(shop, things[1]!, tea!, 2)
  await madeOf(shop, things[3]!, mug!, 1, true)
  const world: World = {
    now: shop.clock.now.getTime(),
    things: [
      [[0, 1]],
      [[0, 2]],
      [[1, 1]],
      [
        [2, 1],
        [1, 1],
      ],
      [[3, 1]],
    ].map((parts, n) => ({
      price: PRICES[n]!,
      rate: RATES[n]!,
      forSale: true,
      parts: parts.map(([item, units]) => ({ item: item!, units: units! })),
    })),
    items: [stock[0]!, stock[2]!, stock[3]!, 2_000].map((onHand) => ({
      at: places.map((_, n) => ({ onHand: n === 0 ? onHand : 0, reserved: 0 })),
    })),
    carts: [],
    orders: [],
    offer: { thing: 4, basisPoints: 3400, limit: 1 + (stock[2]! % 2), used: 0 },
    guests: 0,
  }
  const { basisPoints, limit } = world.offer
  const { promotion, code } = await coded(shop, {
    basisPoints,
    usageLimit: limit,
    productIds: [things[world.offer.thing]!.productId],
  })
  const offer = { promotionId: promotion.id, code }
  const run = newId().slice(-8)
  const people = new Map<Owner, Promise<Person>>()
  const person = (owner: Owner) => {
    const known =
      people.get(owner) ??
      (owner.startsWith('guest') ? Promise.resolve(shop.guest()) : shop.person(`${owner}-${run}`, []))
    people.set(owner, known)
    return known
  }
  const items = [tea!, mug!, spoon!, pin!]
  return { shop, world, things, items, places, offer, carts: [], orders: [], person }
}

export async function startCart(store: Store, owner: Owner): Promise<void> {
  const { id } = await (await store.person(owner)).call(create, {})
  if (!store.carts.includes(id)) store.carts.push(id)
}

export function addressIn(country: string | null) {
  const postalCodes: Record<string, string> = { DE: '20457', FR: '75001', AT: '1010', CH: '8001' }
  return country === null ? null : { ...ADDRESS, country, postalCode: postalCodes[country]! }
}

export async function placeOrder(
  store: Store,
  buyer: Person,
  cart: number,
  expected: number | null,
): Promise<void> {
  const total = expected === null ? {} : { expectedTotal: { amount: expected, currency: 'EUR' } }
  const { order } = await buyer.call(
    place,
    { cartId: store.carts[cart]!, ...BACK, ...total },
    { key: newId() },
  )
  if (!store.orders.includes(order.id)) store.orders.push(order.id)
}

export function orderOf(store: Store, order: number): Promise<StaffOrder> {
  return store.shop.bob.call(get, { orderId: store.orders[order]! })
}

/** The page stands open at the shopper's side, so it is there also when the store has given the payment up. */
export async function pageOf(store: Store, order: number, payment: number): Promise<string> {
  const { id } = (await orderOf(store, order)).payments[payment]!
  const { rows } = await store.shop.app.pool.pg.query<{ reference: string }>(
    'select provider_reference as reference from payments.payment where id = $1',
    [id],
  )
  return `${store.shop.sandbox.origin}/pay/${rows[0]!.reference}`
}

export async function chooseOn(page: string, choice: Choice): Promise<void> {
  const buyer: BuyerChoice =
    typeof choice === 'object'
      ? { delaySeconds: choice.minutes * 60 }
      : choice === 'approve' || choice === 'fail'
        ? { challenge: choice }
        : choice
  await payOnSandbox(page, buyer)
}

export async function logInAs(store: Store, guest: Owner, owner: Owner): Promise<void> {
  const [from, to] = [await store.person(guest), await store.person(owner)]
  await store.shop.inside(async (ctx) => {
    for (const follow of ctx.ports(signedIn)) await follow({ guestId: from.id, personId: to.id }, ctx)
  })
}

export async function countBy(store: Store, item: number, place: number, delta: number): Promise<void> {
  const which = { itemId: store.items[item]!, locationId: store.places[place]! }
  await store.shop.bob.call(adjust, { ...which, delta, reason: 'corrected' })
}

export async function setPrice({ shop, things }: Store, thing: number, amount: number): Promise<void> {
  const { variantId } = things[thing]!
  await shop.bob.call(setPrices, { prices: [{ variantId, price: { amount, currency: 'EUR' } }] })
}
