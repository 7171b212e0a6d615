export { pricesChanged } from './events.ts'
export { BASE_LIST, baseListId, ensureBaseList, writePrices, type NewPrice } from './write.ts'
