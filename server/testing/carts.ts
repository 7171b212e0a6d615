/** People with carts, in one line each. */
import type { Goods, Person, Shop } from './shop.ts'
import { addItem } from '../modules/cart/add-item.ts'
import type { Cart } from '../modules/cart/cart.ts'
import { create } from '../modules/cart/create.ts'
import { setDetails } from '../modules/cart/set-details.ts'

export const ADDRESS = {
  name: 'Alice Hart',
  line1: 'Kai 1',
  postalCode: '20457',
  city: 'Hamburg',
  country: 'DE',
}

export interface Wanted {
  of: Goods
  quantity?: number
}

/** An open cart with these goods in it. */
export async function cartOf(owner: Person, ...wanted: Wanted[]): Promise<Cart> {
  let cart = await owner.call(create, {})
  for (const { of, quantity = 1 } of wanted) {
    cart = await owner.call(addItem, { cartId: cart.id, variantId: of.variantId, quantity })
  }
  return cart
}

/** A cart that misses nothing. */
export async function readyCart(shop: Shop, owner: Person, ...wanted: Wanted[]): Promise<Cart> {
  const cart = await cartOf(owner, ...wanted)
  return owner.call(setDetails, {
    cartId: cart.id,
    email: owner.email,
    shippingAddress: ADDRESS,
    deliveryMethodId: shop.methodId,
  })
}
