/** How the twin finds words: in any form of letters, begun, mistyped by its vendor's published rules, or by a synonym. */

export interface Token {
  word: string
  /** Where it stands in the text. */
  from: number
  to: number
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const folded = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map((match) => ({
    word: folded(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }))

export interface Sought {
  word: string
  /** The last one may be only begun. */
  begun: boolean
  synonyms: string[][]
}

export function soughtOf(q: string, synonyms: Record<string, string[]>): Sought[] {
  const words = tokensOf(q).map(({ word }) => word)
  return words.map((word, place) => ({
    word,
    begun: place === words.length - 1,
    synonyms: (synonyms[word] ?? []).map((other) => tokensOf(other).map((token) => token.word)),
  }))
}

/** From five letters on one typo is borne, from nine on two; in numbers none. */
const typosBorne = (word: string) => (/^\p{N}+$/u.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2)

/** How many typos lie between; null: it is another word. One in the first letter counts twice. */
export function typosBetween({ word, begun }: Pick<Sought, 'word' | 'begun'>, other: string): number | null {
  const most = typosBorne(word)
  const lengths = begun
    ? [...new Set([other.length, word.length - 1, word.length, word.length + 1])]
    : [other.length]
  const least = Math.min(
    ...lengths.map((length) => {
      const compared = other.slice(0, Math.max(length, 0))
      const apart = distance(word, compared)
      return apart > 0 && word[0] !== compared[0] ? apart + 1 : apart
    }),
  )
  return least <= most ? least : null
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

/** The tokens of a text that a word is found by, and with how many typos; null: it is not there. */
export function foundIn(sought: Sought, tokens: Token[]): { tokens: Token[]; typos: number } | null {
  const own = tokens.flatMap((token) => {
    const typos = typosBetween(sought, token.word)
    return typos === null ? [] : [{ token, typos }]
  })
  const same = sought.synonyms.flatMap((words) => {
    const at = tokens.findIndex((_, n) => words.every((word, k) => tokens[n + k]?.word === word))
    return at < 0 ? [] : [tokens.slice(at, at + words.length)]
  })
  if (own.length === 0 && same.length === 0) return null
  const typos = same.length > 0 ? 0 : Math.min(...own.map((each) => each.typos))
  return { tokens: [...own.map(({ token }) => token), ...same.flat()], typos }
}
