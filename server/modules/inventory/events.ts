import { Ids, event } from '#kit/event.ts'

/** What can be sold changed; `ids` are those of the variants. */
export const stockChanged = event('inventory.stockChanged', Ids)
/** From which places these channels sell changed. */
export const placesChanged = event('inventory.placesChanged', Ids)
/** Little is left of these items at some place, and was not a while ago. */
export const lowStock = event('inventory.lowStock', Ids)
