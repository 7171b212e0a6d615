/** An address as it stands on a letter: in the order of its country, and in the letters it was written in. */
import { countryName } from '@quayside/words'
import type { Address } from './address.ts'
import { formOf, type CountryForm } from './address-forms/countries.ts'
import { regionOf } from './address-forms/regions.ts'

type Filled = Record<string, string>

/** Between two of them, and not before the first. */
const SEPARATORS = /^[\s,/-]+/

/** The last line is the country, in the reader's language. */
export function addressLines(address: Address, locale: string): string[] {
  const { country, city } = address
  const form = formOf(country)
  const inOwnLetters = form.language !== undefined && /[^\p{Script=Latin}\P{L}]/u.test(address.line1)
  const region = address.region && regionOf(country, address.region)
  const filled: Filled = {
    N: address.name,
    O: address.company ?? '',
    A: [address.line1, address.line2].filter(Boolean).join('\n'),
    C: city,
    S: (region && (inOwnLetters ? (region.native ?? region.code) : region.code)) || (address.region ?? ''),
    Z: address.postalCode,
  }
  const lines = linesOf(form, inOwnLetters)
  const hasCity = lines.includes('%C') || lines.toUpperCase().includes(city.toUpperCase())
  const whole = hasCity ? lines : lines.replace('%A', '%A%n%C')
  return [
    ...whole.split('%n').flatMap((line) => fill(line, filled).split('\n')),
    countryName(country, locale),
  ].filter((line) => line !== '')
}

/** For a sentence. */
export const addressInOneLine = (address: Address, locale: string): string =>
  addressLines(address, locale).join(', ')

/** `inOwnLetters`: in the order of those who write as the country does. */
export const linesOf = ({ lines, latinLines }: CountryForm, inOwnLetters: boolean): string =>
  inOwnLetters ? lines : (latinLines ?? lines)

/** What is not there takes the sign before it along. */
function fill(line: string, filled: Filled): string {
  let text = ''
  let before = ''
  for (const [, field, sign = ''] of line.matchAll(/%([A-Z])|([^%]+)/g)) {
    if (field === undefined) {
      before += sign
      continue
    }
    const value = filled[field] ?? ''
    if (value !== '') text += (text === '' ? before.replace(SEPARATORS, '') : before) + value
    before = ''
  }
  return text
}
