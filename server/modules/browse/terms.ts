/**
 * What somebody typed, as words to look for.
 *
 * Only letters and digits are left, so that nothing of a query language gets through. Every word must be found; the
 * last one may be only begun.
 */
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const MOST_WORDS = 12
const LONGEST_WORD = 60 // characters

export function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFC').match(WORD) ?? []
  return words.slice(0, MOST_WORDS).map((word) => [...word].slice(0, LONGEST_WORD).join(''))
}

/** A word as it is compared: without case and accents. */
export const folded = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Each word with those near it; null when none has another one near it. */
export function widened(words: string[][], nearest: string[][]): string[][] | null {
  const wider = words.map((ways, place) => [...new Set([...ways, ...(nearest[place] ?? [])])])
  return wider.some((ways, place) => ways.length > words[place]!.length) ? wider : null
}
