/** Where returns keep what is personal. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  { column: 'returns.return.note', why: 'why goods were sent back, in the buyer’s words', keep: 'erase' },
]
