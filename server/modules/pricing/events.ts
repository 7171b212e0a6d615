import { Ids, event } from '#kit/event.ts'

/** Prices changed; `ids` are those of the variants. */
export const pricesChanged = event('pricing.pricesChanged', Ids)

/** Deposits changed; `ids` are theirs. Which go with a variant is told as its prices are. */
export const depositsChanged = event('pricing.depositsChanged', Ids)

/** Price lists changed: for whom they are, when they hold, or whether they are there; `ids` are those of the lists. */
export const listsChanged = event('pricing.listsChanged', Ids)
