/**
 * Writes an amount of money for people. Amounts are integers in the currency's minor unit; the number
 * of decimals comes from Intl, and the text is built by moving the point, never by dividing.
 */
export type Money = { amount: number; currency: string }

const formats = new Map<string, { format: Intl.NumberFormat; decimals: number }>()

function formatOf(locale: string, currency: string) {
  const key = `${locale} ${currency}`
  let known = formats.get(key)
  if (!known) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
    known = { format, decimals: format.resolvedOptions().maximumFractionDigits ?? 2 }
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
  return decimalText(money.amount, formatOf('en', money.currency).decimals)
}
