/** Words that mean the same in one language, as staff see them. */
import { Id, Instant, List, Locale, Text, shape, type Static } from '#kit/types.ts'

export const SynonymWords = List(Text(60), 20, { minItems: 2 })

export const SearchSynonym = shape('SearchSynonym', {
  id: Id,
  locale: Locale,
  words: SynonymWords,
  createdAt: Instant,
})
export type SearchSynonym = Static<typeof SearchSynonym>
