export { putReviews, type NewReview } from './put-reviews.ts'
