import { Ids, event } from '#kit/event.ts'

/** Customers or their addresses changed; `ids` are those of the customers. */
export const customersChanged = event('customers.changed', Ids)
