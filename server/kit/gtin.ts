/**
 * Numbers of articles as they stand under bar codes: GTIN-8, UPC (12), EAN (13) and GTIN-14.
 *
 * The last digit checks the others, weighed 3 and 1 by turns from the right (GS1 General Specifications, 7.9).
 */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false
  const digits = [...text].map(Number)
  const check = digits.pop()!
  const sum = digits.toReversed().reduce((all, digit, at) => all + digit * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === check
}
