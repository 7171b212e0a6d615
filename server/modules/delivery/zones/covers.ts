/** Whether a zone serves an address. Of a country with areas only these are served; `excluded` ones never. */
import { sameRegion } from '../../customers/index.ts'

export interface ZoneArea {
  country: string
  region: string | null
  /** Both or none: compared with as many first characters of the postal code. */
  postalFrom: string | null
  postalTo: string | null
  excluded: boolean
}

export interface Destination {
  country: string
  /** Null while no address is known. */
  region: string | null
  postalCode: string | null
}

export function covers(zone: { countries: string[]; areas: ZoneArea[] }, to: Destination): boolean {
  if (!zone.countries.includes(to.country)) return false
  const areas = zone.areas.filter((area) => area.country === to.country)
  if (areas.length === 0) return true
  const served = areas.filter((area) => !area.excluded)
  if (served.length > 0 && !served.some((area) => lies(to, area))) return false
  return !areas.some((area) => area.excluded && lies(to, area))
}

function lies(to: Destination, area: ZoneArea): boolean {
  if (area.region !== null && !sameRegion(area.country, area.region, to.region)) return false
  if (area.postalFrom === null) return true
  const begins = bare(to.postalCode ?? '').slice(0, area.postalFrom.length)
  return area.postalFrom <= begins && begins <= area.postalTo!
}

/** As postal codes are compared: `LV-1050` and `sw1a 1aa` are `LV1050` and `SW1A1AA`. */
export const bare = (code: string) => code.toUpperCase().replaceAll(/[\s-]/g, '')
