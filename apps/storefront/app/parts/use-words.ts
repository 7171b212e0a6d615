/** The interface's messages, in the language of the page. */
import { useLocale } from '@quayside/ui'
import { wordsFor, type Words } from '@quayside/words'

export const useWords = (): Words => wordsFor(useLocale().tag)
