/** The ways of delivery of a cart. Carriers that name prices are asked first where they were not, each for a moment at most. */
import { currentCart } from './cart.ts'
import type { PageContext } from './context.ts'
import { found } from './problem.ts'
import type { Cart, DeliveryOfferList } from './store.ts'

export async function offersFor({ store }: PageContext, cartId: string): Promise<DeliveryOfferList> {
  const offers = await store.cart.deliveryOffers({ cartId })
  return offers.unasked ? store.cart.quoteDelivery({ cartId }) : offers
}

/** With the cart as it is once carriers have been asked: the way it chose may cost something else now. */
export async function withOffers(
  page: PageContext,
  cart: Cart,
): Promise<{ cart: Cart; offers: DeliveryOfferList }> {
  const { store } = page
  const offers = await store.cart.deliveryOffers({ cartId: cart.id })
  if (!offers.unasked) return { cart, offers }
  const quoted = await store.cart.quoteDelivery({ cartId: cart.id })
  return { cart: (await found(page, currentCart(page))) ?? cart, offers: quoted }
}
