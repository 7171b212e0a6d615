/**
 * Amounts of money, written for people and for machines: on pages, in mails, in documents and in failures alike.
 *
 * Amounts are integers in the currency's minor unit; the text is built by moving the point, never by dividing.
 */
export interface Money {
  amount: number
  currency: string
}

/**
 * ISO 4217, table A.1, where the minor unit is not 2. NOTE: ICU's own figures are customs of the till
 * and differ (its HUF has no decimals, ISO's has two), so Intl only draws the digits it is told to.
 */
const DECIMALS: Record<string, number> = {
  ...allWith(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...allWith(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...allWith(4, 'CLF UYW'),
}

function allWith(decimals: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, decimals]))
}

/** Digits after the point: EUR 2, JPY 0, KWD 3. */
export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2

const formats = new Map<string, Intl.NumberFormat>()
const MOST_FORMATS = 500

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const digits = decimalsOf(currency)
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  if (formats.size < MOST_FORMATS) formats.set(key, made)
  return made
}

/** `{ amount: 1250, currency: 'EUR' }` in English is `€12.50`. */
export function formatMoney(money: Money, locale: string): string {
  // As text, so that no float stands between the amount and the reader.
  return formatOf(locale, money.currency).format(plainAmount(money) as Intl.StringNumericLiteral)
}

/** For machines: `1250` EUR is `12.50`, `-5` JPY is `-5`. */
export function plainAmount({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return amount < 0 ? `-${text}` : text
}
