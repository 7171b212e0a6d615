/** Shortens a text to what fits, between what a reader takes for letters: no half emoji, no letter without its marks. */
const segmenters = new Map<string, Intl.Segmenter>()

function lettersOf(text: string, locale: string): string[] {
  let segmenter = segmenters.get(locale)
  if (!segmenter)
    segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' })))
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** So much of a text is looked at for one letter of it: what is longer is no letter, but marks heaped on one. */
const LONGEST_LETTER = 32

/**
 * At most `most` letters, the ellipsis among them; whole words where the last one leaves room enough.
 * What is short enough stays as it is.
 */
export function truncate(text: string, most: number, locale = 'en'): string {
  if (text.length <= most) return text
  const letters = lettersOf(text.slice(0, (most + 1) * LONGEST_LETTER), locale)
  if (letters.length <= most && letters.join('') === text) return text
  const kept = letters.slice(0, most - 1)
  const space = kept.findLastIndex((letter) => /\s/.test(letter))
  const whole = letters[most - 1] === ' ' || space < most / 2 ? kept : kept.slice(0, space)
  return `${whole.join('').trimEnd()}…`
}
