import { Ids, event } from '#kit/event.ts'

/** There are more licence keys of these variants. */
export const keysAdded = event('fulfilment.keysAdded', Ids)
/** Shipments changed; `ids` are theirs. */
export const fulfilmentChanged = event('fulfilment.changed', Ids)
