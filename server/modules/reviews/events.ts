import { Ids, event } from '#kit/event.ts'

/** What is said of these products changed: reviews, photos, replies, votes. */
export const reviewsChanged = event('reviews.changed', Ids)
/** What is asked about these products, or answered, changed. */
export const questionsChanged = event('reviews.questionsChanged', Ids)
