/** The European Union as its VAT sees it: the member states without the territories that stand outside. */
import type { TaxPlace } from '../rate-for.ts'
import { plainPostalCode } from '../postal-code.ts'

export const MEMBERS =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** Directive 2006/112/EC, Article 6: beginnings of their postal codes. */
export const OUTSIDE: Record<string, { name: string; postalCodes: string[] }[]> = {
  DE: [{ name: 'Büsingen and Heligoland', postalCodes: ['27498', '78266'] }],
  ES: [{ name: 'Canary Islands, Ceuta and Melilla', postalCodes: ['35', '38', '51', '52'] }],
  FI: [{ name: 'Åland', postalCodes: ['22'] }],
  FR: [{ name: 'French overseas territories', postalCodes: ['97', '98'] }],
  GR: [{ name: 'Mount Athos', postalCodes: ['63086'] }],
  IT: [{ name: 'Livigno and Campione d’Italia', postalCodes: ['22061', '23041'] }],
}

export function inUnion({ country, postalCode }: TaxPlace): boolean {
  if (!MEMBERS.includes(country)) return false
  const code = plainPostalCode(postalCode ?? '')
  const outside = (OUTSIDE[country] ?? []).flatMap(({ postalCodes }) => postalCodes)
  return !outside.some((start) => code.startsWith(start))
}
