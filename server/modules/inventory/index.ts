export type { Demand, Level } from './allocation.ts'
export { arranged, allocationSnapshot, type Purpose } from './allocation/rules.ts'
export {
  allocationStrategy,
  type AllocationQuestion,
  type AllocationStrategy,
} from './allocation/strategy.ts'
export { availableOf, availableText } from './available.ts'
export { countIn } from './count-in.ts'
export { placesChanged, stockChanged } from './events.ts'
export { LotsShort } from './lots/lot.ts'
export { readLot } from './lots/read.ts'
export { NotThere, piecesAt } from './parts.ts'
export { releasePart } from './part-release.ts'
export { ifPlacesDiffer, namesPlaces, placesSnapshot } from './places.ts'
export {
  LinePromise,
  StockPromise,
  nextTurnOfPromises,
  promiseOfLater,
  promisesNow,
  promisesSnapshot,
  type Promises,
} from './promises.ts'
export { sourcesOf, waitingText } from './queue.ts'
export { OutOfStock, confirm, consume, hold, prolong, release } from './reservations.ts'
export type { Holder } from './holder.ts'
export { leadDaysOf, levelsOf, pickUpPlace, sourcesMatter } from './sources.ts'
export { knownLocations, takeBack, type Returned } from './taking-back.ts'
export { writeLocation, writeStock, type NewStock } from './write.ts'
