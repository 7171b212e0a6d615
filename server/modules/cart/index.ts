export {
  Cart,
  CartLine,
  CartState,
  MOST_DEPOSITS,
  MOST_LINES,
  MOST_OF_ONE,
  MOST_ON_DEPOSIT,
  MOST_ON_LINE,
  PromisedDays,
  TaxLine,
  Totals,
} from './cart.ts'
export { putVariant } from './add-item.ts'
export { cartReopening, changed, openToChange, type CartReopening } from './change.ts'
export { cartChanged } from './events.ts'
export { cartsKept, type CartsKept } from './purge.ts'
export {
  CartClosed,
  CartIncomplete,
  NotForSale,
  OutOfStock,
  PartOfBundle,
  WrongQuantity,
} from './failures.ts'
export {
  finishCart,
  pricedForOrder,
  reopenCart,
  takeCart,
  takenCart,
  takesOwnCart,
  type Taken,
} from './ordering.ts'
export { changesOwnCart, lockCart, ownsCart } from './ownership.ts'
export { SHORT_OF, putMany } from './put-many.ts'
export { takeOut } from './remove-item.ts'
export type { PricedBundle, PricedCart, PricedDeposit, PricedLine } from './priced.ts'
export { cartSettingsSnapshot } from './settings.ts'
export { totalsOf } from './totals.ts'
export { totalsView } from './view.ts'
