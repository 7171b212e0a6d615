/** An address as it stands on a parcel, in the manner of its country; the country in the reader's language. */
import type { Address } from './address.ts'

/** Where the code stands behind the place, with the state between them. */
const CODE_LAST = new Set([
  'US',
  'CA',
  'AU',
  'NZ',
  'IN',
  'SG',
  'TW',
  'KR',
  'AE',
  'SA',
  'EG',
  'JO',
  'QA',
  'KW',
])
/** Where the code has a line of its own. */
const CODE_ALONE = new Set(['GB', 'IE'])

export function addressLines(address: Address, locale: string): string[] {
  const { name, company, line1, line2, country } = address
  const land = new Intl.DisplayNames(locale, { type: 'region' }).of(country)
  return [name, company, line1, line2, ...placeOf(address), land].filter((line) => !!line) as string[]
}

/** For a sentence. */
export const addressInOneLine = (address: Address, locale: string): string =>
  addressLines(address, locale).join(', ')

function placeOf({ postalCode, city, region, country }: Address): (string | null)[] {
  if (CODE_LAST.has(country)) return [`${[city, region].filter(Boolean).join(', ')} ${postalCode}`.trim()]
  if (CODE_ALONE.has(country)) return [city, region, postalCode]
  if (country === 'JP') return [`〒${postalCode} ${[region, city].filter(Boolean).join(' ')}`]
  return [`${postalCode} ${city}`.trim(), region]
}
