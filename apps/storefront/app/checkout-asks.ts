/** What the checkout has to ask for, by what is in the cart. */
import type { Cart } from './store.ts'

/** Which address the form asks for: where it goes, or, where there is nothing to send, whose bill it is. */
export const addressAsked = (cart: Cart) =>
  cart.needsDelivery ? ('shippingAddress' as const) : ('billingAddress' as const)

/** Nothing is missing but the payment. */
export const isReady = (cart: Cart): boolean =>
  cart.needsDelivery ? cart.delivery !== null : cart.billingAddress !== null
