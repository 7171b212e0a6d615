/** An address in the lines of its country: `format` names the fields in braces (customers.addressForms.get). */
import type { Address } from './store.ts'

const KEYS: Record<string, keyof Address> = {
  name: 'name',
  company: 'company',
  line1: 'line1',
  line2: 'line2',
  postal_code: 'postalCode',
  city: 'city',
  region: 'region',
}
const SEPARATORS = /^[\s,/-]+/

export function addressLines(address: Address, format: string): string[] {
  return format.split('\n').flatMap((line) => fill(line, address) || [])
}

/** What is empty goes with the sign before it. */
function fill(line: string, address: Address): string {
  let text = ''
  let before = ''
  for (const [, field, sign = ''] of line.matchAll(/\{(\w+)\}|([^{]+)/g)) {
    if (field === undefined) {
      before = sign
      continue
    }
    const value = address[KEYS[field]!]
    if (value) text += (text ? before : before.replace(SEPARATORS, '')) + value
    before = ''
  }
  return text
}
