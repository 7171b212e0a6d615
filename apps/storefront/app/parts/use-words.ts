/** The interface's messages, in the language of the page. */
import { wordsFor, type Words } from '@quayside/words'
import { useFrame } from './use-frame.ts'

export const useWords = (): Words => wordsFor(useFrame().language)
