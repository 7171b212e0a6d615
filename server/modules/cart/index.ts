export {
  Cart,
  CartLine,
  CartState,
  MOST_DEPOSITS,
  MOST_LINES,
  MOST_ON_DEPOSIT,
  MOST_ON_LINE,
  PromisedDays,
  TaxLine,
  Totals,
} from './cart.ts'
export { cartReopening, type CartReopening } from './change.ts'
export { cartChanged } from './events.ts'
export { cartsKept, type CartsKept } from './purge.ts'
export { CartClosed, CartIncomplete, NotForSale, OutOfStock, WrongQuantity } from './failures.ts'
export {
  finishCart,
  pricedForOrder,
  reopenCart,
  takeCart,
  takenCart,
  takesOwnCart,
  type Taken,
} from './ordering.ts'
export { lockCart, ownsCart } from './ownership.ts'
export type { PricedBundle, PricedCart, PricedDeposit, PricedLine } from './priced.ts'
export { cartSettingsSnapshot } from './settings.ts'
export { totalsOf } from './totals.ts'
export { totalsView } from './view.ts'
