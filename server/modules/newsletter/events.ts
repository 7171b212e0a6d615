import { Ids, event } from '#kit/event.ts'

/** Somebody gets letters from now on, or gets none any more; `ids` are those of the subscriptions. */
export const newsletterChanged = event('newsletter.changed', Ids)
