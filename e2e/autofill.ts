/** What browsers and their wallets can fill in, by the names of the HTML standard (section "Autofill"). */
import { expect, type Page } from './journey.ts'

/** The field names of a person's, an address's and a card's that a shop asks for. */
const NAMES = new Set([
  'name',
  'given-name',
  'family-name',
  'organization',
  'address-line1',
  'address-line2',
  'address-line3',
  'address-level1',
  'address-level2',
  'address-level3',
  'postal-code',
  'country',
  'country-name',
  'tel',
  'email',
  'cc-name',
  'cc-number',
  'cc-exp',
  'cc-exp-month',
  'cc-exp-year',
  'cc-csc',
  'cc-type',
])

type Field = { label: string; autocomplete: string }

/** The fields of the page's main part, each by its label; what is chosen by a button is none. */
const fieldsOf = (page: Page): Promise<Field[]> =>
  page.evaluate(`[...document.querySelectorAll('main input, main select')]
    .filter((field) => /^(text|email|tel|select-one)$/.test(field.type) && field.offsetParent !== null)
    .map((field) => ({ label: field.labels[0]?.textContent ?? '', autocomplete: field.autocomplete }))`)

/** Each field says what it is, by a name that the standard knows; those of an address say which. Answers with the names. */
export async function autofillOf(page: Page): Promise<string[]> {
  const fields = await fieldsOf(page)
  return fields.map(({ label, autocomplete }) => {
    const tokens = autocomplete.split(' ')
    const name = tokens.at(-1)!
    if (autocomplete === 'off') return 'off'
    expect(NAMES.has(name), `${label}: ${autocomplete}`).toBe(true)
    expect(
      tokens.slice(0, -1).every((token) => token === 'shipping' || token === 'billing'),
      autocomplete,
    ).toBe(true)
    return autocomplete
  })
}
