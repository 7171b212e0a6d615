/**
 * The words of each language are a file of their own: a browser fetches those of its page, a server all of them.
 *
 * Whoever draws loads first; `wordsFor` answers at once.
 */
import type { Language } from './language.ts'
import type { Words } from './words.en.ts'

const sources: Record<Language, () => Promise<Words>> = {
  en: () => import('./words.en.ts').then(({ en }) => en),
  de: () => import('./words.de.ts').then(({ de }) => de),
  ar: () => import('./words.ar.ts').then(({ ar }) => ar),
}

const loaded = new Map<Language, Words>()

export async function loadWords(language: Language): Promise<void> {
  loaded.set(language, await sources[language]())
}

export function wordsFor(language: Language): Words {
  const words = loaded.get(language)
  if (!words) throw new Error(`The words of "${language}" were not loaded.`)
  return words
}
