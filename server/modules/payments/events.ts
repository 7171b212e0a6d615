import { Ids, event } from '#kit/event.ts'

/** Payments or their refunds changed; `ids` are those of the payments. */
export const paymentsChanged = event('payments.changed', Ids)
/** A provider told us something; `ids` are rows of the inbox. */
export const inboxReceived = event('payments.inboxReceived', Ids)
