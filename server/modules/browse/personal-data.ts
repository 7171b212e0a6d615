/** Where the reads of shoppers keep what is personal. */
import type { PersonalData } from '#kit/module.ts'

export const personalData: PersonalData[] = [
  { column: 'browse.viewed.viewer_id', why: 'to show what they looked at last', keep: 'erase' },
]
