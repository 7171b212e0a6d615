import { Ids, event } from '#kit/event.ts'

/** Messages wait for delivery; `ids` are theirs. */
export const messagesQueued = event('messages.queued', Ids)
