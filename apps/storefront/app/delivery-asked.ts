/** Where the address of the cart's page asks what delivery would cost. */
export type Asked = { country: string; postalCode?: string }

/** Null: it asks about no place. */
export function deliveryAsked(params: URLSearchParams): Asked | null {
  const country = params.get('country') ?? ''
  const postalCode = (params.get('postalCode') ?? '').replaceAll('\0', '').trim().slice(0, 20)
  return /^[A-Z]{2}$/.test(country) ? { country, ...(postalCode && { postalCode }) } : null
}
