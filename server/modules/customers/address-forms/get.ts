/** How an address of a country is asked for: its fields in their order, what they are called, and what is right in them. */
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Country, Type, type Static } from '#kit/types.ts'
import { linesOf } from '../address-lines.ts'
import { formOf, type CountryForm } from './countries.ts'
import { AddressForm, LABELS } from './shapes.ts'

type Form = Static<typeof AddressForm>
type Field = Form['fields'][number]
type Label = (typeof LABELS)[number]

const FIELDS: Record<string, Field['name'][]> = {
  N: ['name'],
  O: ['company'],
  A: ['line1', 'line2'],
  C: ['city'],
  S: ['region'],
  Z: ['postal_code'],
}

export const get = query({
  id: 'customers.addressForms.get',
  summary: 'How addresses of a country are written',
  description:
    'Forms that follow it ask for what the country needs, in its order. An address is checked by the same rules, on every road.',
  rest: 'GET /address-forms/:country',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ country: Country }),
  output: AddressForm,
  async run({ country }, ctx) {
    const form = formOf(country)
    const inOwnLetters = form.language === ctx.scope.locale.split('-')[0]
    const lines = linesOf(form, inOwnLetters)
    return {
      country,
      fields: [...lines.matchAll(/%([A-Z])/g)].flatMap(([, letter]) => fieldsOf(letter!, form)),
      postalCode: form.postalCode ? { pattern: form.postalCode, example: form.example! } : null,
      regions: regionsOf(form, inOwnLetters, ctx.scope.locale),
      format: lines
        .replaceAll('%n', '\n')
        .replaceAll('%A', '%A\n%B')
        .replaceAll(/%([A-Z])/g, (_, letter: string) => {
          const name = letter === 'B' ? 'line2' : FIELDS[letter]?.[0]
          return name ? `{${name}}` : ''
        }),
    }
  },
})

function fieldsOf(letter: string, form: CountryForm): Field[] {
  return (FIELDS[letter] ?? []).map((name) => ({
    name,
    label: labelOf(name, form),
    isRequired: name !== 'line2' && (letter === 'N' || form.required.includes(letter)),
  }))
}

function labelOf(name: Field['name'], { postalCodeIs, cityIs, regionIs }: CountryForm): Label {
  if (name === 'postal_code') return known(postalCodeIs, 'postal_code')
  if (name === 'city') return known(cityIs, 'city')
  if (name === 'region') return known(regionIs, 'province')
  return name
}

const known = (label: string | undefined, otherwise: Label): Label =>
  LABELS.find((each) => each === label) ?? otherwise

function regionsOf({ regions = [] }: CountryForm, inOwnLetters: boolean, locale: string): Form['regions'] {
  return regions
    .map(({ code, name, native }) => ({ code, name: (inOwnLetters ? native : name) ?? name ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
}
