export { BASE_LIST, baseListId } from './base.ts'
export {
  depositsFor,
  depositsSnapshot,
  depositsText,
  type AskedDeposit,
  type DepositCounts,
} from './deposits/asked.ts'
export { DepositCount, MOST_OF_VARIANT, type Deposit } from './deposits/deposit.ts'
export { convert, writeConversions } from './conversions/conversion.ts'
export { depositsChanged, listsChanged, pricesChanged } from './events.ts'
export { listsNow, listsOfAsker, listsSnapshot, nextTurn } from './lists.ts'
export type { PriceList } from './price-list.ts'
export { candidatesText, priceFor, resolvePrice, type Candidate, type Resolved } from './resolve.ts'
export { writePrices, type NewPrice } from './write.ts'
export { MOST_IN_LIST, MinQuantity } from './price.ts'
