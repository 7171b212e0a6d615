/**
 * Minor units and how to show them.
 *
 * The exponents are ISO 4217's. NOTE: Intl's own differ (its HUF has no decimals, ISO's has two), so Intl only
 * draws the digits it is told to.
 */
const WITHOUT_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')
const WITH_FOUR = ['CLF', 'UYW']

const known = new Set(Intl.supportedValuesOf('currency'))

export const MOST = 1_000_000_000_000 // minor units; far above any cart and far below 2^53

export function isCurrency(code: string): boolean {
  return known.has(code)
}

export function exponentOf(currency: string): number {
  if (WITHOUT_DECIMALS.includes(currency)) return 0
  if (WITH_THREE.includes(currency)) return 3
  return WITH_FOUR.includes(currency) ? 4 : 2
}

export function formatAmount(amount: number, currency: string, locale: string): string {
  const exponent = exponentOf(currency)
  const digits = String(amount).padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  const decimal = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  })
  return format.format(decimal as Intl.StringNumericLiteral)
}
