/**
 * Writes an amount of money for people. Amounts are integers in the currency's minor unit; the text is
 * built by moving the point, never by dividing.
 *
 * NOTE: decimals are those of ISO 4217, as in the store itself; Intl's are customs of the till (its HUF
 * has none). A test compares this table with the store's.
 */
export type Money = { amount: number; currency: string }

const EXPONENTS = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
])

/** Digits after the point: EUR 2, JPY 0, KWD 3. */
export const decimalsOf = (currency: string): number => EXPONENTS.get(currency) ?? 2

const formats = new Map<string, { format: Intl.NumberFormat; decimals: number }>()

function formatOf(locale: string, currency: string) {
  const key = `${locale} ${currency}`
  let known = formats.get(key)
  if (!known) {
    const decimals = decimalsOf(currency)
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    known = { format: new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }), decimals }
    formats.set(key, known)
  }
  return known
}

/** `{ amount: 123450, currency: 'EUR' }` becomes `1234.50`, exactly. */
export function decimalText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const sign = amount < 0 ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

export function formatMoney(money: Money, locale: string): string {
  const { format, decimals } = formatOf(locale, money.currency)
  return format.format(decimalText(money.amount, decimals) as Intl.StringNumericLiteral)
}

/** For machines: `1234.50`, in the currency's own number of decimals. */
export function plainAmount(money: Money): string {
  return decimalText(money.amount, decimalsOf(money.currency))
}
