/** Things that are handed over by files and licence keys, in one line each. */
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import type { Typed } from '#kit/operation.ts'
import { ADDRESS, cartOf } from './carts.ts'
import { BACK, payNow } from './orders.ts'
import type { Goods, Person, Shop } from './shop.ts'
import { setDetails } from '../modules/cart/set-details.ts'
import { create } from '../modules/catalog/products/create.ts'
import { publish } from '../modules/catalog/products/publish.ts'
import { set } from '../modules/fulfilment/digital/set.ts'
import { storeFile } from '../modules/media/index.ts'
import { place } from '../modules/orders/place.ts'
import { set as setPrices } from '../modules/pricing/prices/set.ts'

type InputOf<Operation> = Operation extends Typed<infer Input, unknown> ? Input : never

export async function privateFile(
  shop: Shop,
  name = 'book.pdf',
  text = 'It was a dark and stormy night.',
): Promise<string> {
  const body = Buffer.from(text)
  const { id } = await shop.inside((ctx) =>
    storeFile(ctx, { name, type: 'application/pdf', body, visibility: 'private' }),
  )
  return id
}

/** Published, for 15 euros, and nothing that fits in a parcel. */
export async function service(shop: Shop, name = 'Book'): Promise<Goods> {
  const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
    shop.app.pool.db,
  )
  const sku = `FILE-${newId().slice(-8)}`
  const made = await shop.bob.call(create, {
    taxCategoryId: rows[0]!.id,
    shippable: false,
    texts: [{ locale: 'en', name }],
    variants: [{ sku }],
  })
  const variantId = made.variants[0]!.id
  await shop.bob.call(setPrices, { prices: [{ variantId, price: { amount: 1500, currency: 'EUR' } }] })
  await shop.bob.call(publish, { productId: made.id })
  return { productId: made.id, variantId, sku, slug: made.texts[0]!.slug }
}

export async function digital(
  shop: Shop,
  given: Partial<Omit<InputOf<typeof set>, 'variantId'>> = {},
): Promise<Goods> {
  const goods = await service(shop)
  await shop.bob.call(set, { variantId: goods.variantId, ...given })
  return goods
}

/** With nothing but an e-mail address and whose bill it is. */
export async function readyForBill(buyer: Person, of: Goods, quantity = 1): Promise<string> {
  const cart = await cartOf(buyer, { of, quantity })
  await buyer.call(setDetails, { cartId: cart.id, email: buyer.email, billingAddress: ADDRESS })
  return cart.id
}

export async function boughtByBill(shop: Shop, buyer: Person, of: Goods, quantity = 1) {
  const cartId = await readyForBill(buyer, of, quantity)
  return payNow(shop, await buyer.call(place, { cartId, ...BACK }, { key: newId() }))
}
