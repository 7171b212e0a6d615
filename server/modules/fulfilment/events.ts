import { Ids, event } from '#kit/event.ts'

/** Shipments changed; `ids` are theirs. */
export const fulfilmentChanged = event('fulfilment.changed', Ids)
