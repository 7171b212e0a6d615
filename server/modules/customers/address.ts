/**
 * Postal addresses: one shape for all countries. What must be there, and what is right in it, each country says
 * (`address-forms`).
 */
import { InvalidInput } from '#kit/failure.ts'
import { fault } from '#kit/fault.ts'
import type { InEach } from '#kit/language.ts'
import { tidy } from '#kit/text.ts'
import { Country, Nullable, Phone, Text, Type, shape, type Static } from '#kit/types.ts'
import { formOf } from './address-forms/countries.ts'
import { NO_SUCH_REGION, REQUIRED, notAPostalCode } from './address-forms/fault-words.ts'
import { regionOf } from './address-forms/regions.ts'

const fields = { name: Text(120), line1: Text(200), country: Country }
const rest = { company: Text(120), line2: Text(200), region: Text(120), phone: Phone }

export const Address = shape('Address', {
  ...fields,
  /** Empty where the country has none; so is the city. */
  postalCode: Text(20, { min: 0 }),
  city: Text(120, { min: 0 }),
  company: Nullable(rest.company),
  line2: Nullable(rest.line2),
  region: Nullable(rest.region),
  phone: Nullable(rest.phone),
})
export type Address = Static<typeof Address>

export const AddressInput = shape('AddressInput', {
  ...fields,
  postalCode: Type.Optional(Text(20)),
  city: Type.Optional(Text(120)),
  company: Type.Optional(Nullable(rest.company)),
  line2: Type.Optional(Nullable(rest.line2)),
  region: Type.Optional(Nullable(rest.region)),
  phone: Type.Optional(Nullable(rest.phone)),
})
export type AddressInput = Static<typeof AddressInput>

/**
 * Tidies what was typed and refuses what the country does not have; `path` is where the address stands in the input. A
 * region of a country whose regions are known is kept by its code.
 */
export function addressOf(given: AddressInput, path: string): Address {
  const { country } = given
  const optional = (text: string | null | undefined) => (text && tidy(text)) || null
  const written = optional(given.region)
  const address = {
    name: tidy(given.name),
    company: optional(given.company),
    line1: tidy(given.line1),
    line2: optional(given.line2),
    postalCode: postalCodeOf(country, given.postalCode),
    city: optional(given.city) ?? '',
    region: written && (regionOf(country, written)?.code ?? written),
    country,
    phone: given.phone ?? null,
  }
  const errors = faultsOf(address).map(([field, code, message]) =>
    fault(path ? `${path}.${field}` : field, code, message),
  )
  if (errors.length > 0) throw InvalidInput({}, { errors })
  return address
}

/** In capitals, and without the sign of its country, which is printed where it belongs. */
function postalCodeOf(country: string, typed: string | null | undefined): string {
  const code = tidy(typed ?? '').toUpperCase()
  const { prefix } = formOf(country)
  return prefix && code.startsWith(prefix) ? code.slice(prefix.length).trim() : code
}

function faultsOf({ country, postalCode, city, region }: Address): [string, string, InEach<string>][] {
  const form = formOf(country)
  const needs = (letter: string, value: string | null) => form.required.includes(letter) && !value
  const faults: [string, string, InEach<string>][] = []
  if (needs('Z', postalCode)) faults.push(['postalCode', 'required', REQUIRED])
  else if (postalCode && form.postalCode && !isWhole(form.postalCode, postalCode))
    faults.push(['postalCode', 'postal_code', notAPostalCode(form.example!)])
  if (needs('C', city)) faults.push(['city', 'required', REQUIRED])
  if (needs('S', region)) faults.push(['region', 'required', REQUIRED])
  else if (region && form.regions && !regionOf(country, region))
    faults.push(['region', 'not_in_list', NO_SUCH_REGION])
  return faults
}

const isWhole = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text)
