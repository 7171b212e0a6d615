import { Ids, event } from '#kit/event.ts'

/** Prices changed; `ids` are those of the variants. */
export const pricesChanged = event('pricing.pricesChanged', Ids)
