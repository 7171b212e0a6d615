export { pricesChanged } from './events.ts'
export { BASE_LIST, ensureBaseList, writePrices, type NewPrice } from './write.ts'
