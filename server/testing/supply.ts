/** For tests: transfers between places, purchases from suppliers, and lots. */
import { newId } from '#kit/id.ts'
import type { Goods, Shop } from './shop.ts'
import { itemOf } from './stock.ts'
import { setTracking } from '../modules/inventory/items/set-tracking.ts'
import { create as createLocation } from '../modules/inventory/locations/create.ts'
import { list as lots } from '../modules/inventory/lots/list.ts'
import { create as createPurchase } from '../modules/inventory/purchases/create.ts'
import { adjust } from '../modules/inventory/stock/adjust.ts'
import { create as createSupplier } from '../modules/inventory/suppliers/create.ts'
import { create as createTransfer } from '../modules/inventory/transfers/create.ts'

const places = new WeakMap<Shop, Promise<string>>()

/** A second place of the shop's, always the same. */
export function otherPlace(shop: Shop): Promise<string> {
  const known = places.get(shop)
  if (known) return known
  const made = shop.bob
    .call(createLocation, { key: 'annex', name: 'Annex', country: 'DE' })
    .then(({ id }) => id)
  places.set(shop, made)
  return made
}

export async function supplier(shop: Shop, leadDays = 5): Promise<string> {
  const name = `Potter ${newId().slice(-8)}`
  return (await shop.bob.call(createSupplier, { name, leadDays })).id
}

/** A draft, from the shop's first place to its other one. */
export async function transfer(shop: Shop, of?: Goods, quantity = 3): Promise<string> {
  const itemId = await itemOf(shop, of ?? (await shop.goods({ stock: 10 })))
  const made = await shop.bob.call(createTransfer, {
    fromLocationId: shop.locationId,
    toLocationId: await otherPlace(shop),
    lines: [{ itemId, quantity }],
  })
  return made.id
}

/** A draft, at 4.50 EUR a piece. */
export async function purchase(shop: Shop, of?: Goods, quantity = 10, overPercent = 0): Promise<string> {
  const itemId = await itemOf(shop, of ?? (await shop.goods({ stock: 0 })))
  const made = await shop.bob.call(createPurchase, {
    supplierId: await supplier(shop),
    locationId: shop.locationId,
    lines: [{ itemId, quantity, unitCost: { amount: 450, currency: 'EUR' } }],
    overPercent,
  })
  return made.id
}

/** Goods of which nothing lies anywhere, told apart by lots or one by one. */
export async function tracked(
  shop: Shop,
  tracking: 'lot' | 'serial' = 'lot',
): Promise<Goods & { itemId: string }> {
  const goods = await shop.goods({ stock: 0 })
  const itemId = await itemOf(shop, goods)
  await shop.bob.call(setTracking, { itemId, tracking })
  return { ...goods, itemId }
}

/** So many of a lot lie at the shop's first place from now on; answers with the lot's id. */
export async function lotOf(
  shop: Shop,
  itemId: string,
  code: string,
  delta: number,
  expiresOn?: string,
): Promise<string> {
  const { locationId } = shop
  const lot = { code, ...(expiresOn ? { expiresOn } : {}) }
  await shop.bob.call(adjust, { itemId, locationId, delta, reason: 'received', lot })
  const { items } = await shop.bob.call(lots, { itemId, code, withEmpty: true })
  return items[0]!.id
}
