import { Ids, event } from '#kit/event.ts'

/** Carts changed: lines, details or state. */
export const cartChanged = event('cart.changed', Ids)
