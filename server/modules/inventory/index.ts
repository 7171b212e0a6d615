export { availableOf, availableText } from './available.ts'
export { stockChanged } from './events.ts'
export { releasePart } from './part-release.ts'
export {
  OutOfStock,
  confirm,
  consume,
  hold,
  prolong,
  release,
  type Demand,
  type Holder,
} from './reservations.ts'
export { knownLocations, takeBack, type Returned } from './taking-back.ts'
export { writeLocation, writeStock, type NewStock } from './write.ts'
