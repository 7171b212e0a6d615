import { Ids, event } from '#kit/event.ts'

/** Somebody wrote to the shop. */
export const enquiriesWritten = event('enquiries.written', Ids)
