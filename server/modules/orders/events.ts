import { Ids, event } from '#kit/event.ts'

/** Orders changed: state, payment, or what was shipped. */
export const ordersChanged = event('orders.changed', Ids)
/** Something happened to these orders that their buyer is written a mail about. */
export const buyersToTell = event('orders.buyersToTell', Ids)
/** Somebody asked for the links of these orders, which need not exist: they go to the orders' addresses. */
export const linkWanted = event('orders.linkWanted', Ids)
