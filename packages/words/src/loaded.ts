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
  add(language, await sources[language]())
}

type Sources = Record<Language, () => Promise<Record<string, Words>>>

/** Only in a browser, where the words of some pages come after those of every page: the build sees to it. */
export async function addWords(language: Language, sources: Sources): Promise<void> {
  for (const words of Object.values(await sources[language]())) add(language, words)
}

function add(language: Language, words: Words): void {
  const known = (loaded.get(language) ?? {}) as Record<string, object>
  for (const [section, more] of Object.entries(words)) known[section] = { ...known[section], ...more }
  loaded.set(language, known as Words)
}

export function wordsFor(language: Language): Words {
  const words = loaded.get(language)
  if (!words) throw new Error(`The words of "${language}" were not loaded.`)
  return words
}
