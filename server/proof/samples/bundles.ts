/** Samples of bundles: what staff put together, and shoppers in a cart. */
import { bundleOf } from '#testing/bundles.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { addItem } from '../../modules/cart/add-item.ts'
import type { Samples } from './sample.ts'
import { cartWithTea } from './shop.ts'

const parts = async (shop: Shop) => [{ variantId: (await shop.goods({ stock: 100 })).variantId, quantity: 2 }]
const made = async (shop: Shop) => {
  const { variantId } = await bundleOf(shop, [[await shop.goods({ stock: 100 }), 2]])
  return { variantId }
}
const inCart = async (shop: Shop, owner: Person) => {
  const { id } = await cartWithTea(shop, owner)
  const cart = await owner.call(addItem, { cartId: id, ...(await made(shop)), quantity: 1 })
  return { cartId: id, bundleId: cart.bundles.at(-1)!.id }
}

export const bundleSamples: Samples = {
  'browse.bundle': { input: made },
  'catalog.bundles.get': { input: made },
  'catalog.bundles.set': {
    input: async (shop) => ({
      variantId: (await shop.goods()).variantId,
      price: 'sum',
      reductionBasisPoints: 500,
      parts: await parts(shop),
    }),
  },
  'catalog.bundles.remove': { input: made },
  'cart.addBundle': {
    owned: true,
    input: async (shop, owner) => ({
      cartId: (await cartWithTea(shop, owner)).id,
      ...(await made(shop)),
      quantity: 1,
    }),
  },
  'cart.setBundleQuantity': {
    owned: true,
    input: async (shop, owner) => ({ ...(await inCart(shop, owner)), quantity: 2 }),
  },
}
