/** Samples of what shoppers do. */
import { newId } from '#kit/id.ts'
import { coded } from '#testing/promotions.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { preview as previewProduct } from '../../modules/catalog/products/preview.ts'
import { addCode } from '../../modules/cart/add-code.ts'
import { addItem } from '../../modules/cart/add-item.ts'
import { create } from '../../modules/cart/create.ts'
import { current } from '../../modules/cart/current.ts'
import { share } from '../../modules/cart/share.ts'
import { setDetails } from '../../modules/cart/set-details.ts'
import { create as createAddress } from '../../modules/customers/addresses/create.ts'
import { create as createCollection } from '../../modules/catalog/collections/create.ts'
import { create as createCategory } from '../../modules/catalog/categories/create.ts'
import { makeClaimLink } from '../../modules/orders/claims/link.ts'
import { place } from '../../modules/orders/place.ts'
import type { Samples } from './sample.ts'

export const ADDRESS = {
  name: 'Ann Lee',
  line1: 'Kai 1',
  postalCode: '20457',
  city: 'Hamburg',
  country: 'DE',
}

/** The owner's open cart with one line; a member has one cart at a time. */
export async function cartWithTea(shop: Shop, owner: Person): Promise<{ id: string; lineId: string }> {
  const { variantId } = await shop.goods({ stock: 50 })
  const { cart } = await owner.call(current, {})
  const { id } = cart ?? (await owner.call(create, {}))
  const filled = await owner.call(addItem, { cartId: id, variantId, quantity: 1 })
  return { id, lineId: filled.lines.find((line) => line.variantId === variantId)!.id }
}

export async function cartToPlace(shop: Shop, owner: Person): Promise<string> {
  const { id } = await cartWithTea(shop, owner)
  await owner.call(setDetails, {
    cartId: id,
    email: 'ann@example.com',
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
  return id
}

const back = { paymentMethod: 'sandbox', returnUrl: '/checkout/return', cancelUrl: '/checkout' }

export async function pendingOrder(shop: Shop, owner: Person): Promise<string> {
  const { order } = await owner.call(
    place,
    { cartId: await cartToPlace(shop, owner), ...back },
    { key: newId() },
  )
  return order.id
}

const sharedCart = async (shop: Shop) => {
  const { id: cartId } = await cartWithTea(shop, shop.alice)
  return (await shop.alice.call(share, { cartId })).token
}

const addressId = async (_: Shop, owner: Person) => ({
  addressId: (await owner.call(createAddress, ADDRESS)).id,
})
const claimToken = async (shop: Shop) => {
  const url = await shop.inside((ctx) =>
    makeClaimLink(ctx, { email: `guest-${newId()}@example.com`, locale: 'en' }),
  )
  return { token: new URL(url!).searchParams.get('token')! }
}
const skuOf = async (shop: Shop): Promise<string> => {
  const { variantId } = await shop.goods()
  const { rows } = await shop.app.pool.pg.query('select sku from catalog.variant where id = $1', [variantId])
  return rows[0].sku
}
const nothing = { input: () => ({}) }

export const shopSamples: Samples = {
  'settings.storefront': nothing,
  'identity.startGuest': nothing,
  'identity.signUp': {
    input: () => ({
      email: `new-${newId()}@example.com`,
      password: 'correct horse battery',
      name: 'New Person',
    }),
  },
  'identity.logIn': { input: (_, owner) => ({ email: owner.email, password: 'not the right one' }) },
  'identity.logOut': nothing,
  'identity.me': nothing,
  'customers.addressForms.get': { input: () => ({ country: 'US' }) },
  'customers.addresses.list': nothing,
  'customers.addresses.create': { input: () => ADDRESS },
  'customers.addresses.update': {
    owned: true,
    input: async (shop, owner) => ({ ...(await addressId(shop, owner)), city: 'Bremen' }),
  },
  'customers.addresses.remove': { owned: true, input: addressId },
  'customers.profile.get': nothing,
  'customers.profile.update': { input: () => ({ phone: '+4915112345678' }) },
  'browse.categories': nothing,
  'browse.category': {
    input: async (shop) => {
      const texts = [{ locale: 'en', name: `Cups ${newId()}` }]
      return { slug: (await shop.bob.call(createCategory, { texts })).texts[0]!.slug }
    },
  },
  'delivery.estimate': { input: async (shop) => ({ variantId: (await shop.goods()).variantId }) },
  'browse.collections': nothing,
  'browse.collection': {
    input: async (shop) => {
      const texts = [{ locale: 'en', name: `Blue ${newId()}` }]
      return { slug: (await shop.bob.call(createCollection, { texts })).texts[0]!.slug }
    },
  },
  'browse.suggest': { input: () => ({ q: 'te' }) },
  'browse.search': { input: () => ({ limit: 5, q: 'tea', filter: { available: { eq: true } } }) },
  'browse.products': { input: () => ({ limit: 5, q: 'tea' }) },
  'browse.product': { input: async (shop) => ({ slug: (await shop.goods()).slug }) },
  'browse.variants': { input: async (shop) => ({ slug: (await shop.goods()).slug, limit: 5 }) },
  'browse.preview': {
    input: async (shop) => {
      const { productId } = await shop.goods()
      const { url } = await shop.bob.call(previewProduct, { productId })
      return { token: url.split('/').at(-1)! }
    },
  },
  'cart.create': nothing,
  'cart.current': nothing,
  'cart.get': {
    owned: true,
    input: async (shop, owner) => ({ cartId: (await cartWithTea(shop, owner)).id }),
  },
  'cart.follow': {
    owned: true,
    input: async (shop, owner) => ({ cartId: (await cartWithTea(shop, owner)).id }),
  },
  'cart.share': {
    owned: true,
    input: async (shop, owner) => ({ cartId: (await cartWithTea(shop, owner)).id }),
  },
  'cart.shared': { input: async (shop) => ({ token: await sharedCart(shop) }) },
  'cart.takeShared': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      token: await sharedCart(shop),
    }),
  },
  'cart.addItem': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      variantId: (await shop.goods()).variantId,
      quantity: 1,
    }),
  },
  'cart.addBySku': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      items: [{ sku: await skuOf(shop), quantity: 1 }],
    }),
  },
  'cart.setQuantity': {
    owned: true,
    input: async (shop, owner) => {
      const { id, lineId } = await cartWithTea(shop, owner)
      return { cartId: id, lineId, quantity: 3 }
    },
  },
  'cart.removeItem': {
    owned: true,
    input: async (shop, owner) => {
      const { id, lineId } = await cartWithTea(shop, owner)
      return { cartId: id, lineId }
    },
  },
  'cart.clear': {
    owned: true,
    input: async (shop, owner) => ({ cartId: (await cartWithTea(shop, owner)).id }),
  },
  'cart.setDetails': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      email: 'ann@example.com',
      shippingAddress: ADDRESS,
    }),
  },
  'cart.setMarket': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      market: 'main',
    }),
  },
  'cart.setTaxId': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      companyName: 'Kaffee GmbH',
      taxId: 'ATU13585627',
    }),
  },
  'cart.addCode': {
    owned: true,
    input: async (shop, owner) => {
      const { id } = await cartWithTea(shop, owner)
      return { cartId: id, code: (await coded(shop)).code }
    },
  },
  'cart.removeCode': {
    owned: true,
    input: async (shop, owner) => {
      const { id } = await cartWithTea(shop, owner)
      const { code } = await coded(shop)
      await owner.call(addCode, { cartId: id, code })
      return { cartId: id, code }
    },
  },
  'cart.deliveryOffers': {
    owned: true,
    input: async (shop, owner) => ({ cartId: await cartToPlace(shop, owner) }),
  },
  'cart.quoteDelivery': {
    owned: true,
    input: async (shop, owner) => ({ cartId: await cartToPlace(shop, owner) }),
  },
  'payments.methods': nothing,
  'orders.place': {
    owned: true,
    input: async (shop, owner) => ({ cartId: await cartToPlace(shop, owner), ...back }),
  },
  'orders.pay': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner), ...back }),
  },
  'orders.get': { owned: true, input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }) },
  'orders.list': nothing,
  'orders.claims.request': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }),
  },
  'orders.claims.get': { input: claimToken },
  'orders.claims.accept': { input: claimToken },
  'orders.cancel': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }),
  },
  'orders.follow': {
    owned: true,
    input: async (shop, owner) => ({ orderId: await pendingOrder(shop, owner) }),
  },
}
