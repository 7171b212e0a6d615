/** A postal code as it is compared: without the spaces and hyphens that people write or leave out. */
export const plainPostalCode = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Whether a code begins with something from `from` to `to`, both of them plain. */
export function isWithin(code: string, from: string, to: string): boolean {
  return code >= from && (code <= to || code.startsWith(to))
}
