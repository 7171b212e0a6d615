/** What staff put first and last for what somebody looks for. */
import { Id, Int, List, Nullable, Text, shape } from '#kit/types.ts'

export const MOST_PINNED = 20
export const MOST_BURIED = 50

/** The words as they are compared: without case, accents and signs. */
const Phrase = Text(800)

export const SearchPlacement = shape(
  'SearchPlacement',
  { phrase: Phrase, productId: Id, place: Nullable(Int(0, MOST_PINNED - 1)) },
  { description: 'Products are at the top in the order of `place`; one without is at the end.' },
)

export const SearchPlacements = shape('SearchPlacements', {
  phrase: Phrase,
  pinned: List(Id, MOST_PINNED),
  buried: List(Id, MOST_BURIED),
})
