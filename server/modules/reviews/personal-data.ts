/** Where reviews keep what is personal; `reviews.people.forget` takes it out. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  { column: 'reviews.review.customer_id', why: 'Whose review it is', keep: 'erase' },
  { column: 'reviews.review.author_name', why: 'How they want to be called', keep: 'erase' },
  { column: 'reviews.question.email', why: 'To tell of the answer', keep: 'erase' },
  { column: 'reviews.question.customer_id', why: 'To tell of the answer', keep: 'erase' },
  { column: 'reviews.question.author_name', why: 'How they want to be called', keep: 'erase' },
  { column: 'reviews.answer.customer_id', why: 'Whose answer it is', keep: 'erase' },
  { column: 'reviews.answer.author_name', why: 'How they want to be called', keep: 'erase' },
  { column: 'reviews.photo.file_id', why: 'What they photographed', keep: 'erase' },
  { column: 'reviews.vote.voter_id', why: 'So that everybody counts once', keep: 'erase' },
  { column: 'reviews.report.reporter_id', why: 'So that everybody counts once', keep: 'erase' },
]
