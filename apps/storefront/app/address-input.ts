/** An address as a form says it, for the store. */
import { text, textOrNull } from './form.ts'
import type { AddressInput } from './store.ts'

/** `of` stands before the names of its fields; null: nothing does. */
export function addressOf(form: FormData, of: 'shippingAddress' | 'billingAddress' | null): AddressInput {
  const field = (name: string) => (of ? `${of}.${name}` : name)
  return {
    name: text(form, field('name')),
    company: textOrNull(form, field('company')),
    line1: text(form, field('line1')),
    line2: textOrNull(form, field('line2')),
    // What the country does not have is not asked for.
    ...filled('postalCode', textOrNull(form, field('postalCode'))),
    ...filled('city', textOrNull(form, field('city'))),
    region: textOrNull(form, field('region')),
    country: text(form, field('country')),
  }
}

const filled = (name: 'postalCode' | 'city', value: string | null) =>
  value === null ? {} : { [name]: value }
