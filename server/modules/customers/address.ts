/**
 * Postal addresses: one shape for all countries, with the postal code checked where its form is known.
 *
 * Forms of postal codes: Universal Postal Union, addressing systems by country.
 */
import { invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import { Country, Nullable, Phone, Text, Type, shape, type Static } from '#kit/types.ts'

const fields = {
  name: Text(120),
  line1: Text(200),
  postalCode: Text(20),
  city: Text(120),
  country: Country,
}
const rest = { company: Text(120), line2: Text(200), region: Text(120), phone: Phone }

export const Address = shape('Address', {
  ...fields,
  company: Nullable(rest.company),
  line2: Nullable(rest.line2),
  region: Nullable(rest.region),
  phone: Nullable(rest.phone),
})
export type Address = Static<typeof Address>

export const AddressInput = shape('AddressInput', {
  ...fields,
  company: Type.Optional(Nullable(rest.company)),
  line2: Type.Optional(Nullable(rest.line2)),
  region: Type.Optional(Nullable(rest.region)),
  phone: Type.Optional(Nullable(rest.phone)),
})
export type AddressInput = Static<typeof AddressInput>

const POSTAL_CODES: Record<string, [form: RegExp, example: string]> = {
  AT: [/^\d{4}$/, '1010'],
  BE: [/^\d{4}$/, '1000'],
  BG: [/^\d{4}$/, '1000'],
  CH: [/^\d{4}$/, '8001'],
  CY: [/^\d{4}$/, '1010'],
  CZ: [/^\d{3} ?\d{2}$/, '110 00'],
  DE: [/^\d{5}$/, '10115'],
  DK: [/^\d{4}$/, '1050'],
  EE: [/^\d{5}$/, '10111'],
  ES: [/^\d{5}$/, '28001'],
  FI: [/^\d{5}$/, '00100'],
  FR: [/^\d{5}$/, '75001'],
  GB: [/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, 'SW1A 1AA'],
  GR: [/^\d{3} ?\d{2}$/, '104 31'],
  HR: [/^\d{5}$/, '10000'],
  HU: [/^\d{4}$/, '1011'],
  IT: [/^\d{5}$/, '00118'],
  LT: [/^(LT-)?\d{5}$/, '01100'],
  LU: [/^(L-)?\d{4}$/, '1111'],
  LV: [/^LV-\d{4}$/, 'LV-1050'],
  NL: [/^\d{4} ?[A-Z]{2}$/, '1011 AB'],
  NO: [/^\d{4}$/, '0150'],
  PL: [/^\d{2}-\d{3}$/, '00-001'],
  PT: [/^\d{4}-\d{3}$/, '1000-001'],
  RO: [/^\d{6}$/, '010011'],
  SE: [/^\d{3} ?\d{2}$/, '111 20'],
  SI: [/^\d{4}$/, '1000'],
  SK: [/^\d{3} ?\d{2}$/, '811 01'],
  US: [/^\d{5}(-\d{4})?$/, '10001'],
}

/** Tidies what was typed and refuses a postal code that its country does not have; `path` is where the address stands in the input. */
export function addressOf(given: AddressInput, path: string): Address {
  const postalCode = tidy(given.postalCode).toUpperCase()
  const known = POSTAL_CODES[given.country]
  if (known && !known[0].test(postalCode))
    throw invalid(`${path ? `${path}.` : ''}postalCode`, 'postal_code', {
      en: `This is not a postal code of that country. It looks like ${known[1]}.`,
      de: `Das ist keine Postleitzahl dieses Landes. Sie sieht aus wie ${known[1]}.`,
      ar: `هذا ليس رمزاً بريدياً لهذا البلد. مثاله ${known[1]}.`,
    })
  const optional = (text: string | null | undefined) => (text && tidy(text)) || null
  return {
    name: tidy(given.name),
    company: optional(given.company),
    line1: tidy(given.line1),
    line2: optional(given.line2),
    postalCode,
    city: tidy(given.city),
    region: optional(given.region),
    country: given.country,
    phone: given.phone ?? null,
  }
}
