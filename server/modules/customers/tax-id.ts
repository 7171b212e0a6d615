/**
 * Tax ids of businesses: VAT ids of the European Union, of the United Kingdom, Norway and Switzerland.
 *
 * Whether one is formed as its country forms them, its check digits included; whether it was given to anybody only its
 * country knows. Forms: European Commission, VIES; check digits as the countries published them.
 */
import { invalid } from '#kit/failure.ts'
import { Text } from '#kit/types.ts'
import { CHECKS } from './tax-id-checks.ts'

/** As typed; spaces, dots and hyphens in it do not matter. */
export const TaxIdInput = Text(40)

export interface TaxId {
  /** With its prefix and nothing but letters and digits: DE136695976. */
  id: string
  country: string
}

/** Prefixes that are not the country's own code. */
const COUNTRY_OF: Record<string, string> = { EL: 'GR' }

const FORMS: Record<string, [form: RegExp, example: string]> = {
  AT: [/^ATU\d{8}$/, 'ATU13585627'],
  BE: [/^BE[01]\d{9}$/, 'BE0428759497'],
  BG: [/^BG\d{9,10}$/, 'BG175074752'],
  CH: [/^CHE\d{9}(MWST|TVA|IVA)?$/, 'CHE107787577MWST'],
  CY: [/^CY\d{8}[A-Z]$/, 'CY10259033P'],
  CZ: [/^CZ\d{8,10}$/, 'CZ25123891'],
  DE: [/^DE[1-9]\d{8}$/, 'DE136695976'],
  DK: [/^DK[1-9]\d{7}$/, 'DK13585628'],
  EE: [/^EE\d{9}$/, 'EE100931558'],
  EL: [/^EL\d{9}$/, 'EL094259216'],
  ES: [/^ES([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, 'ESA13585625'],
  FI: [/^FI\d{8}$/, 'FI20774740'],
  FR: [/^FR[A-HJ-NP-Z0-9]{2}\d{9}$/, 'FR40303265045'],
  GB: [/^GB(\d{9}|\d{12}|GD[0-4]\d\d|HA[5-9]\d\d)$/, 'GB980780684'],
  HR: [/^HR\d{11}$/, 'HR33392005961'],
  HU: [/^HU\d{8}$/, 'HU12892312'],
  IE: [/^IE(\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, 'IE6433435F'],
  IT: [/^IT\d{11}$/, 'IT00743110157'],
  LT: [/^LT(\d{7}1\d|\d{10}1\d)$/, 'LT119511515'],
  LU: [/^LU\d{8}$/, 'LU15027442'],
  LV: [/^LV\d{11}$/, 'LV40003521600'],
  MT: [/^MT\d{8}$/, 'MT15121333'],
  NL: [/^NL\d{9}B\d{2}$/, 'NL010000446B01'],
  NO: [/^NO\d{9}(MVA)?$/, 'NO995525828MVA'],
  PL: [/^PL\d{10}$/, 'PL8567346215'],
  PT: [/^PT[1-9]\d{8}$/, 'PT502757191'],
  RO: [/^RO[1-9]\d{1,9}$/, 'RO18547290'],
  SE: [/^SE\d{10}\d{2}$/, 'SE123456789701'],
  SI: [/^SI[1-9]\d{7}$/, 'SI50223054'],
  SK: [/^SK[1-9]\d[2-47-9]\d{7}$/, 'SK2022749619'],
}

/** Null: no country forms its ids so, or a digit of it is wrong. */
export function readTaxId(text: string): TaxId | null {
  const id = text.toUpperCase().replace(/[\s.\-/]/g, '')
  const prefix = id.slice(0, 2) === 'GR' ? 'EL' : id.slice(0, 2)
  const whole = prefix + id.slice(2)
  if (!FORMS[prefix]?.[0].test(whole)) return null
  if (!CHECKS[prefix]!(whole.slice(2))) return null
  return { id: whole, country: COUNTRY_OF[prefix] ?? prefix }
}

/** Refuses what is no tax id by the field it came in, `path`. */
export function taxIdOf(text: string, path: string): TaxId {
  const found = readTaxId(text)
  if (found) return found
  const prefix = text.trim().slice(0, 2).toUpperCase()
  const example = FORMS[prefix === 'GR' ? 'EL' : prefix]?.[1]
  throw invalid(
    path,
    'tax_id',
    example
      ? {
          en: `This is not a tax id of that country. One looks like ${example}.`,
          de: `Das ist keine Umsatzsteuer-ID dieses Landes. Sie sieht aus wie ${example}.`,
          ar: `هذا ليس رقماً ضريبياً لهذا البلد. مثاله ${example}.`,
        }
      : {
          en: 'A tax id begins with the letters of its country, such as DE136695976.',
          de: 'Eine Umsatzsteuer-ID beginnt mit den Buchstaben ihres Landes, etwa DE136695976.',
          ar: 'يبدأ الرقم الضريبي بحرفَي بلده، مثل DE136695976.',
        },
  )
}
