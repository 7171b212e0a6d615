export { readOrder, readOwn, seesOwnOrder } from './access.ts'
export { aboutOrder } from './emails/about.ts'
export { LETTER } from './emails/letter-words.ts'
export { dayOf, letter, placeOf, type About, type Letter } from './emails/letter.ts'
export { buyersToTell, ordersChanged } from './events.ts'
export { settlesOrder } from './handing-over.ts'
export { Order, StaffOrder } from './order.ts'
export {
  countDelivered,
  countShipped,
  orderForShipping,
  type Counted,
  type Shippable,
  type ShippableLine,
} from './shipping.ts'
export { orderSettings } from './settings.ts'
export { OrderState } from './state.ts'
export { orderLink } from './token.ts'
export { toOrder } from './view.ts'
