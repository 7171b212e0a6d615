/** How a scalar is written, for whoever wrote it otherwise. The same sentence stands in an answer, beside a field and in a file of faults. */
const WRITTEN: Record<string, string> = {
  Id: 'This must be an id, as the store gives it.',
  Slug: 'This must be letters and digits, joined by single hyphens.',
  Key: 'This must be a short word of letters, digits, “_”, “-” and “.”.',
  Email: 'Please enter an email address such as name@example.com.',
  Phone: 'This must be a phone number with its country, and digits alone, such as +4915112345678.',
  Country: 'This must be the two letters of a country, such as DE.',
  Currency: 'This must be the three letters of a currency, such as EUR.',
  Locale: 'This must be the tag of a language, such as en or de-AT.',
  Url: 'This must be an address that begins with http:// or https://.',
  Link: 'This must be an address that begins with https:// or, in the store itself, with /.',
  Instant: 'This must be a moment in UTC, such as 2026-03-02T10:00:00Z.',
  Day: 'This must be a day, such as 2026-03-02.',
  Decimal: 'This must be a number such as 12.5.',
  Gtin: 'This must be a number of 8, 12, 13 or 14 digits as under a bar code; one of its digits is wrong.',
}

export const howWritten = (scalar: string | undefined): string =>
  WRITTEN[scalar ?? ''] ?? 'This is not written as it should be.'
