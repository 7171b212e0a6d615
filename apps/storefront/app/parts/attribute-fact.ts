/** A typed attribute as a line of the product's facts, in the reader's way of writing numbers and days. */
import { formatDate, formatNumber, type Words } from '@quayside/words'
import type { OwnField } from '../store.ts'

interface Attribute {
  name: string
  unit: string | null
  text: string | null
  number: string | null
  flag: boolean | null
  day: string | null
  choices: readonly { name: string }[]
}

export function attributeFact(attribute: Attribute, locale: string, words: Words['product']) {
  return { name: attribute.name, value: valueOf(attribute, locale, words) }
}

/** The same for a field of the store's own. */
export const ownFact = (field: OwnField, locale: string, words: Words['product']) =>
  attributeFact({ ...field, unit: null, choices: [] }, locale, words)

function valueOf(
  { unit, text, number, flag, day, choices }: Attribute,
  locale: string,
  words: Words['product'],
) {
  if (text !== null) return text
  if (number !== null) return [formatNumber(Number(number), locale), unit].filter(Boolean).join('\u00a0')
  if (flag !== null) return flag ? words.yes : words.no
  if (day !== null) return formatDate(day, { look: 'day', locale, timeZone: 'UTC' })
  return choices.map(({ name }) => name).join(', ')
}
