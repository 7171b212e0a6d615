import { Ids, event } from '#kit/event.ts'

/** Orders changed: state, payment, or what was shipped. */
export const ordersChanged = event('orders.changed', Ids)
/** Something happened to these orders that their buyer is written a mail about. */
export const buyersToTell = event('orders.buyersToTell', Ids)
