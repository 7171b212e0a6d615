import { failure } from '#kit/failure.ts'
import { Type } from '#kit/types.ts'

const None = Type.Object({}, { additionalProperties: false })

export const NotBought = failure('reviews.not_bought', 409, None, {
  en: 'Only who bought this product may say what they think of it.',
  de: 'Nur wer dieses Produkt gekauft hat, kann es bewerten.',
  ar: 'لا يقيّم هذا المنتج إلا من اشتراه.',
})
export const OwnReviewVote = failure('reviews.own_vote', 409, None, {
  en: 'This is your own review. Others say whether it helped them.',
  de: 'Das ist Ihre eigene Bewertung. Ob sie geholfen hat, sagen andere.',
  ar: 'هذا تقييمك أنت. يقول الآخرون إن كان قد أفادهم.',
})
export const NotPublished = failure('reviews.not_published', 409, None, {
  en: 'Only what is published can be shown first.',
  de: 'Zuerst gezeigt wird nur, was veröffentlicht ist.',
  ar: 'لا يُعرض أولاً إلا ما هو منشور.',
})
