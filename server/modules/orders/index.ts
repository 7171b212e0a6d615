export { changesOwnOrder, readOrder, readOwn, seesOwnOrder } from './access.ts'
export { aboutOrder } from './emails/about.ts'
export { LETTER } from './emails/letter-words.ts'
export { dayOf, letter, placeOf, type About, type Letter } from './emails/letter.ts'
export { buyersToTell, ordersChanged } from './events.ts'
export { settlesOrder } from './handing-over.ts'
export { lockOrder } from './lock.ts'
export { Order, StaffOrder } from './order.ts'
export { NothingToRefund, RestockTooMany, TooManyEmpties, TooManyPieces } from './refunds/failures.ts'
export { countReturned, noteNews, refundReturned, type CameBack } from './returning.ts'
export {
  countDelivered,
  countShipped,
  orderForShipping,
  type Counted,
  type Shippable,
  type ShippableLine,
} from './shipping.ts'
export { lockOrderSettings, orderSettings, writeOrderSettings } from './settings.ts'
export { OrderState } from './state.ts'
export { orderLink } from './token.ts'
export { toOrder } from './view.ts'
