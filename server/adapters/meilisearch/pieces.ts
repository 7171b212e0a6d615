/** Highlighted text from Meilisearch, between signs that no text of a shop has, as pieces. */
import type { Marked } from '../../modules/browse/index.ts'

/** Of Unicode's private use: nobody types them. */
export const START = '\u{E000}'
export const END = '\u{E001}'

export function piecesOf(text: unknown): Marked {
  if (typeof text !== 'string' || text === '') return []
  return text.split(START).flatMap((part, place) => {
    if (place === 0) return part === '' ? [] : [{ text: part, hit: false }]
    const [found = '', rest = ''] = part.split(END)
    return [{ text: found, hit: true }, ...(rest === '' ? [] : [{ text: rest, hit: false }])]
  })
}
