import { Ids, event } from '#kit/event.ts'

/** What can be sold changed; `ids` are those of the variants. */
export const stockChanged = event('inventory.stockChanged', Ids)
