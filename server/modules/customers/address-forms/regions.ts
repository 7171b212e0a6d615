/** States, provinces, prefectures: shoppers write a code or a name, in their letters or in those of the country. */
import { formOf, type Region } from './countries.ts'

/** As it is compared: without accents, case, signs and spaces. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

const indexes = new Map<string, ReadonlyMap<string, Region>>()

function indexOf(country: string): ReadonlyMap<string, Region> {
  const known = indexes.get(country)
  if (known) return known
  const index = new Map<string, Region>()
  const { regions = [] } = formOf(country)
  for (const which of ['code', 'name', 'native', 'iso'] as const)
    for (const region of regions) {
      const key = region[which] && folded(region[which])
      if (key && !index.has(key)) index.set(key, region)
    }
  indexes.set(country, index)
  return index
}

/** The one that is meant; undefined where there is no such one, or the country has no list. */
export const regionOf = (country: string, written: string): Region | undefined =>
  indexOf(country).get(folded(written))

/** Whether what somebody wrote is this region of the country. */
export function sameRegion(country: string, region: string, written: string | null): boolean {
  const keyOf = (text: string) => regionOf(country, text)?.code ?? folded(text)
  return written !== null && keyOf(region) === keyOf(written)
}
