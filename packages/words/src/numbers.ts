/** Numbers, shares and countries, in the reader's way of writing them. */
const formats = new Map<string, Intl.NumberFormat>()
const MOST_FORMATS = 200

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  if (formats.size < MOST_FORMATS) formats.set(key, made)
  return made
}

/** With as many digits after the point as there are, `most` at most. */
export const formatNumber = (value: number, locale: string, most = 3): string =>
  formatOf(locale, { maximumFractionDigits: most }).format(value)

/** A mean of stars: `4.0`. `hundredths` of one. */
export const formatStars = (hundredths: number, locale: string): string =>
  formatOf(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(hundredths / 100)

/** `0.19` is `19%`; taxes may have four digits after the point. */
export const formatShare = (share: number, locale: string): string =>
  formatOf(locale, { style: 'percent', maximumFractionDigits: 4 }).format(share)

const regions = new Map<string, Intl.DisplayNames>()

/** `DE` is `Germany`; a code that none knows stands for itself. */
export function countryName(code: string, locale: string): string {
  let names = regions.get(locale)
  if (!names) regions.set(locale, (names = new Intl.DisplayNames(locale, { type: 'region' })))
  return names.of(code) ?? code
}
