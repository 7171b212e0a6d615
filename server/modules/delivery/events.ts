import { Ids, event } from '#kit/event.ts'

/** How goods are delivered changed; `ids` are those of the zones, ways, profiles, products or variants, of the calendar the store's. */
export const deliveryChanged = event('delivery.changed', Ids)
