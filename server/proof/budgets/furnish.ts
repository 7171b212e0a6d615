/** Many of what copies do not bring about: things of one person or one variant, and work that failed. */
import type pg from 'pg'
import { newId } from '#kit/id.ts'
import { digital } from '#testing/digital.ts'
import { paid, placed } from '#testing/orders.ts'
import type { Goods, Shop } from '#testing/shop.ts'
import { set as setRelated } from '../../modules/catalog/related/set.ts'
import { combine } from '../../modules/catalog/variants/combine.ts'
import { itemOf } from '#testing/stock.ts'
import { purchase } from '#testing/supply.ts'
import { add as addViewed } from '../../modules/browse/viewed/add.ts'
import { create as createAddress } from '../../modules/customers/addresses/create.ts'
import { exchangeOf } from '../../modules/exchange/testing.ts'
import { add as addKeys } from '../../modules/fulfilment/keys/add.ts'
import { writeAbout } from '../../modules/enquiries/write-about.ts'
import { create as ship } from '../../modules/fulfilment/shipments/create.ts'
import { order as orderPurchase } from '../../modules/inventory/purchases/order.ts'
import { assign as assignDeposits } from '../../modules/pricing/deposits/assign.ts'
import { create as createDeposit } from '../../modules/pricing/deposits/create.ts'
import { MOST_OF_VARIANT } from '../../modules/pricing/deposits/deposit.ts'
import { create as createList } from '../../modules/wishlists/lists/create.ts'
import { share as shareCart } from '../../modules/cart/share.ts'
import { share } from '../../modules/wishlists/lists/share.ts'
import { add as addToList } from '../../modules/wishlists/items/add.ts'
import { put as putLater } from '../../modules/wishlists/later/put.ts'
import { cartOf } from '#testing/carts.ts'
import { set as setPrices } from '../../modules/pricing/prices/set.ts'
import { ADDRESS } from '../samples/shop.ts'
import { oneMore } from '../samples/passkeys.ts'
import { asked } from '../samples/newsletter.ts'
import { delivery } from '../samples/webhooks.ts'
import { newList } from '../samples/shop-looking.ts'
import { chosenBy } from '../samples/staff-catalog.ts'
import { aKey } from '../samples/staff-people.ts'

const SEVERAL = 5

const PAST_ORDERS = [
  'number,placedAt,state,email,currency,subtotal,delivery,discount,tax,total,line,sku,item,quantity,unitPrice',
  ...Array.from(
    { length: SEVERAL },
    (_, n) => `OLD-${n},2019-01-0${n + 1}T00:00:00Z,completed,dora@example.com,EUR,1,0,0,0,1,1,CUP,Cup,1,1`,
  ),
].join('\n')

export async function furnish(shop: Shop, client: pg.Client): Promise<void> {
  for (let n = 0; n < SEVERAL; n++) {
    await shop.alice.call(createAddress, { ...ADDRESS, line1: `Kai ${n}` })
    await oneMore(shop, shop.alice)
    await aKey(shop)
    await shop.alice.call(addViewed, { productId: (await shop.goods()).productId })
    await shop.alice.call(createList, { name: `List ${n}` })
    await asked(shop)
    await delivery(shop)
    const { id: cartId, lines } = await cartOf(shop.alice, { of: await shop.goods() })
    await shop.alice.call(putLater, { cartId, lineId: lines.at(-1)!.id })
  }
  await exchangeOf(shop).bring('orders', PAST_ORDERS)
  await client.query(
    `select graphile_worker.add_job('job', json_build_object('job', 'orders.expire', 'storeId', $1::text, 'payload', json_build_object()))
     from generate_series(1, $2::int)`,
    [shop.storeId, SEVERAL],
  )
  await client.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no luck'`,
  )
  await client.query(
    `insert into kit.job_run (id, store_id, job, due_at, began_at, ended_at, attempt, outcome, trace_id)
     select gen_random_uuid(), $1, 'orders.expire', now(), now(), now(), 1, 'done', 'trace' from generate_series(1, $2::int)`,
    [shop.storeId, SEVERAL],
  )
  await client.query(
    `insert into kit.error_group (fingerprint, name, message, place, count, first_at, last_at)
     select convert_to(n::text, 'UTF8'), 'Error', 'no luck', 'here', 1, now(), now() from generate_series(1, $1::int) n`,
    [SEVERAL],
  )
  await client.query(
    `insert into ledger.proof (id, store_id, holds, transactions, entries, balances, faults, at)
     select gen_random_uuid(), $1, n % 2 = 0, 0, 0, '[]', case when n % 2 = 0 then '[]' else '[{}]' end::jsonb, now() from generate_series(1, $2::int) n`,
    [shop.storeId, SEVERAL],
  )
}

/** Variants whose prices were changed several times. */
export async function changedPrices(shop: Shop, count: number): Promise<string[]> {
  const variantIds = []
  for (let n = 0; n < count; n++) variantIds.push((await shop.goods()).variantId)
  for (let n = 1; n <= SEVERAL; n++)
    await shop.bob.call(setPrices, {
      prices: variantIds.map((variantId) => ({ variantId, price: { amount: 1000 + n, currency: 'EUR' } })),
    })
  return variantIds
}

/** Items that are bought and have not come yet. */
export async function expectedItems(shop: Shop, count: number): Promise<string[]> {
  const itemIds = []
  for (let n = 0; n < count; n++) {
    const goods = await shop.goods()
    await shop.bob.call(orderPurchase, { purchaseId: await purchase(shop, goods) })
    itemIds.push(await itemOf(shop, goods))
  }
  return itemIds
}

/** An import in which several rows are at fault. */
export async function faultyRun(shop: Shop): Promise<string> {
  const rows = Array.from({ length: SEVERAL }, (_, n) => `NOTHING-${n},main,1`)
  return (await exchangeOf(shop).bring('stock', ['sku,location,onHand', ...rows].join('\n'))).id
}

/** A large batch of so many operations, each of which was answered. */
export async function answeredRun(shop: Shop, count: number): Promise<string> {
  const lines = Array.from({ length: count }, () => {
    const key = newId()
    return JSON.stringify({
      key,
      operation: 'customers.groups.create',
      input: { key: `g-${key}`, name: 'Group' },
    })
  })
  return (await exchangeOf(shop).bring('operations', lines.join('\n'), { format: 'jsonl' })).id
}

/** A variant for which so many deposits are asked, or as many as may be. */
export async function inBottles(shop: Shop, count: number): Promise<string> {
  const { variantId } = await shop.goods()
  const items = []
  for (let n = 0; n < Math.min(count, MOST_OF_VARIANT); n++) {
    const { id } = await shop.bob.call(createDeposit, {
      key: `bottle-${newId()}`,
      texts: [{ locale: 'en', name: 'Bottle' }],
      amounts: [{ amount: 25, currency: 'EUR' }],
    })
    items.push({ depositId: id, count: 1 })
  }
  await shop.bob.call(assignDeposits, { variantId, items })
  return variantId
}

/** A product with so many beside it. */
export async function besideMany(shop: Shop, count: number): Promise<Goods> {
  const goods = await shop.goods()
  const items = []
  for (let n = 0; n < count; n++) {
    const { productId } = await shop.goods()
    items.push({ productId, kind: 'accessory' as const })
  }
  await shop.bob.call(setRelated, { productId: goods.productId, items })
  return goods
}

/** A product in so many sizes. */
export async function withKeys(shop: Shop, count: number): Promise<string> {
  const { variantId } = await digital(shop, { keys: 'wait' })
  await shop.bob.call(addKeys, { variantId, keys: Array.from({ length: count }, () => `KEY-${newId()}`) })
  return variantId
}

/** An order of so many lines, by somebody whose cart had nothing else in it. */
export async function withLines(shop: Shop, count: number): Promise<string> {
  const wanted = []
  for (let n = 0; n < count; n++) wanted.push({ of: await shop.goods() })
  return (await placed(shop, shop.guest(), ...wanted)).order.id
}

/** An order of Alice's about which she wrote so often. */
export async function withEnquiries(shop: Shop, count: number): Promise<string> {
  const { order } = await placed(shop, shop.alice, { of: await shop.goods() })
  const orderId = order.id
  for (let n = 0; n < count; n++)
    await shop.alice.call(writeAbout, { orderId, subject: `Question ${n}`, text: 'Where is it?' })
  return orderId
}

/** A parcel that a carrier refused so often. */
export async function withLabels(shop: Shop, count: number): Promise<string> {
  const order = await paid(shop, shop.alice, { of: await shop.goods() })
  const { id: shipmentId } = await shop.bob.call(ship, { orderId: order.id })
  await shop.app.pool.pg.query(
    `insert into fulfilment.label (id, store_id, shipment_id, carrier, service, format, state, currency, refused_code, created_at, updated_at)
     select uuidv7(), $1, $2, 'sandbox', 'standard', 'pdf', 'refused', 'EUR', 'not_carried', $3, $3 from generate_series(1, $4)`,
    [shop.storeId, shipmentId, shop.clock.now, count],
  )
  return shipmentId
}

export async function inSizes(shop: Shop, count: number): Promise<string> {
  const { productId, axes } = await chosenBy(
    shop,
    Array.from({ length: count }, (_, n) => `s${n}`),
  )
  await shop.bob.call(combine, { productId, axes, skuStart: productId.slice(-10) })
  return productId
}

/** A list of Alice's with things on it, and the link by which others see it. */
export async function fullList(shop: Shop, count: number): Promise<{ listId: string; token: string }> {
  const { listId } = await newList(shop.alice)
  for (let n = 0; n < count; n++)
    await shop.alice.call(addToList, { listId, productId: (await shop.goods()).productId })
  return { listId, token: (await shop.alice.call(share, { listId })).shareToken! }
}

/** The link to a guest's cart with things in it. */
export async function sharedThings(shop: Shop, count: number): Promise<string> {
  const guest = shop.guest()
  const wanted: { of: Goods }[] = []
  for (let n = 0; n < count; n++) wanted.push({ of: await shop.goods() })
  const { id: cartId } = await cartOf(guest, ...wanted)
  return (await guest.call(shareCart, { cartId })).token
}
