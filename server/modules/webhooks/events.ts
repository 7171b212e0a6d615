import { Ids, event } from '#kit/event.ts'

/** An endpoint was added, changed, disabled or removed. How deliveries went is no event: telling it would never end. */
export const endpointsChanged = event('webhooks.endpointsChanged', Ids)
