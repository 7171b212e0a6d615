import { Ids, event } from '#kit/event.ts'

/** What is said of these products changed: reviews, photos, replies, votes. */
export const reviewsChanged = event('reviews.changed', Ids)
