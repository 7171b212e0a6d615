export { putQuestions, type NewQuestion } from './put-questions.ts'
export { putReviews, type NewReview } from './put-reviews.ts'
