/**
 * How addresses are written in each country: facts of libaddressinput (CC BY 4.0, docs/decisions/0062), drawn by
 * `tools/address-forms.ts`.
 */
import { readFileSync } from 'node:fs'

export interface CountryForm {
  /** `%N` the name, `%O` the company, `%A` street and house, `%C` the city, `%S` the region, `%Z` the postal code, `%n` a new line. */
  lines: string
  /** The same for those who write it in Latin letters, where that is another order. */
  latinLines?: string
  /** Whose speakers write it in letters of their own. */
  language?: string
  /** Letters of the fields that cannot be left out. */
  required: string
  /** The form of its postal codes, as a regular expression for the whole. */
  postalCode?: string
  example?: string
  /** Stands before postal codes from abroad. */
  prefix?: string
  /** What is called so there; by default a postal code, a province and a city. */
  postalCodeIs?: string
  regionIs?: string
  cityIs?: string
  /** All there are. Without it the region is any text. */
  regions?: Region[]
}

export interface Region {
  /** As it stands in an address in Latin letters. */
  code: string
  /** In full, where the code is short. */
  name?: string
  /** In the country's own letters. */
  native?: string
  /** Of ISO 3166-2, where it is another. */
  iso?: string
}

const FORMS = JSON.parse(readFileSync(new URL('countries.json', import.meta.url), 'utf8')) as Record<
  string,
  CountryForm
>

/** Of a country that nothing is known of, what all have in common. */
export const formOf = (country: string): CountryForm => FORMS[country] ?? FORMS['ZZ']!
