/**
 * Draws `server/modules/customers/address-forms/countries.json` from the address metadata of libaddressinput
 * (https://github.com/google/libaddressinput; the data is licensed under CC BY 4.0):
 *
 *   node tools/address-forms.ts all.json
 *
 * where the file holds its records by key (`DE`, `US`, …), as https://chromium-i18n.appspot.com/ssl-address/data gives
 * them. Only what the store asks is kept: one line a country.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { CountryForm, Region } from '../server/modules/customers/address-forms/countries.ts'

type Metadata = Partial<
  Record<
    | 'fmt'
    | 'lfmt'
    | 'require'
    | 'zip'
    | 'zipex'
    | 'postprefix'
    | 'lang'
    | 'zip_name_type'
    | 'state_name_type'
    | 'locality_name_type'
    | 'sub_keys'
    | 'sub_names'
    | 'sub_lnames'
    | 'sub_isoids',
    string
  >
>

/** Their keys are those of number plates; letters carry the names. */
const NAMED_IN_FULL = ['ES']
/** Of those for which there is none. */
const EXAMPLES: Record<string, string> = {
  AS: '96799',
  CR: '10101',
  FM: '96941',
  HN: '11101',
  IQ: '10001',
  MH: '96960',
  MP: '96950',
  PF: '98709',
  PG: '111',
  PW: '96939',
  UM: '96898',
  VI: '00802',
}
const OUT = new URL('../server/modules/customers/address-forms/countries.json', import.meta.url)

const isLatin = (text: string | undefined): text is string =>
  text !== undefined && /\p{Script=Latin}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text)

function regionsOf(country: string, { sub_keys, sub_names, sub_lnames, sub_isoids }: Metadata): Region[] {
  const split = (text: string | undefined) => text?.split('~') ?? []
  const [names, latin, iso] = [split(sub_names), split(sub_lnames), split(sub_isoids)]
  return split(sub_keys).map((key, at) => {
    const all = [key, names[at], latin[at]]
    const [first, second] = all.filter(isLatin)
    const native = all.find((text) => text && !isLatin(text))
    const code = NAMED_IN_FULL.includes(country) ? second! : first!
    const known = NAMED_IN_FULL.includes(country) ? key : iso[at]
    return {
      code,
      ...(second && second !== code && { name: second }),
      ...(native && { native }),
      ...(known && known !== code && { iso: known }),
    }
  })
}

function formOf(country: string, all: Metadata): CountryForm {
  const lines = all.fmt ?? '%N%n%O%n%A%n%C'
  const asksFor = (field: string) => lines.includes(`%${field}`)
  return {
    lines,
    ...(all.lfmt && all.lfmt !== lines && { latinLines: all.lfmt }),
    ...(all.lfmt && all.lang && { language: all.lang.split('-')[0]! }),
    required: all.require ?? 'AC',
    ...(asksFor('Z') &&
      all.zip && { postalCode: all.zip, example: all.zipex?.split(',')[0] ?? EXAMPLES[country]! }),
    ...(all.postprefix && { prefix: all.postprefix.trim() }),
    ...(all.zip_name_type && { postalCodeIs: all.zip_name_type }),
    ...(all.state_name_type && asksFor('S') && { regionIs: all.state_name_type }),
    ...(all.locality_name_type && { cityIs: all.locality_name_type }),
    ...(asksFor('S') && all.sub_keys && { regions: regionsOf(country, all) }),
  }
}

const metadata = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Record<string, Metadata>
const rows = Object.keys(metadata)
  .filter((key) => /^[A-Z]{2}$/.test(key))
  .toSorted()
  .map((key) => `  "${key}": ${JSON.stringify(formOf(key, metadata[key]!))}`)
writeFileSync(OUT, `{\n${rows.join(',\n')}\n}\n`)
