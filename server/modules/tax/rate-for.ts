/**
 * Which rates hold where something is handed over: of each layer the one of the narrowest place, and layers add up.
 *
 *   Canada: GST of the country in layer 0, PST of a province in layer 1; where a province has HST, that is its layer 0.
 *   United States: the state's tax in layer 0, those of county and city, by postal codes, above it.
 */
import type { Rate, TaxRule } from './amounts.ts'
import { isWithin, plainPostalCode } from './postal-code.ts'
import { sameRegion } from '../customers/index.ts'
import type { HeldRate, TaxRates } from './tax.ts'
import { inUnion } from './union/members.ts'

export interface TaxPlace {
  country: string
  region: string | null
  postalCode?: string | null
}

export const UNTAXED: TaxRule = {
  rateId: null,
  name: 'No tax',
  rateBasisPoints: 0,
  rateHundredths: 0,
  compound: false,
}

/** Whose rates hold for goods that go from the store to a place: below the Union's threshold its sellers may charge those of home. */
export function taxedAt(
  { unionSales }: Pick<TaxRates, 'unionSales'>,
  storeCountry: string,
  to: TaxPlace,
): TaxPlace {
  const abroad =
    to.country !== storeCountry && inUnion(to) && inUnion({ country: storeCountry, region: null })
  return abroad && unionSales === 'origin' ? { country: storeCountry, region: null } : to
}

/** What is charged on a category in a place on a day; none: untaxed. */
export function rateFor(held: TaxRates, at: TaxPlace & { categoryId: string; on: string }): Rate {
  const rules = chosenOf(candidatesOf(held, at).filter((rate) => holds(rate, at)))
    .filter(
      ({ rateBasisPoints, rateHundredths }, _, all) =>
        all.length === 1 || rateBasisPoints + rateHundredths > 0,
    )
    .map(ruleOf)
  return rateOf(rules.length > 0 ? rules : [UNTAXED])
}

/** Several rules by the names of all, and the sum of their rates. */
export function rateOf(rules: readonly TaxRule[]): Rate {
  const hundredths = rules.reduce((sum, rule) => sum + rule.rateBasisPoints * 100 + rule.rateHundredths, 0)
  return {
    name: rules
      .map(({ name }) => name)
      .join(' + ')
      .slice(0, 120),
    rateBasisPoints: Math.min(10_000, Math.floor(hundredths / 100)),
    rateHundredths: hundredths % 100,
    rules,
  }
}

/** Those of the category and the country, as the snapshot holds them. */
export function candidatesOf(
  held: TaxRates,
  at: { categoryId: string; country: string },
): readonly HeldRate[] {
  const known = byPlace.get(held) ?? Map.groupBy(held.rates, (rate) => `${rate.categoryId} ${rate.country}`)
  byPlace.set(held, known)
  return known.get(`${at.categoryId} ${at.country}`) ?? []
}
const byPlace = new WeakMap<TaxRates, Map<string, HeldRate[]>>()

export type Bar = 'later' | 'over' | 'other_region' | 'other_postal_code'

/** Why a rate of the country does not hold; null: it does. */
export function barOf(rate: HeldRate, at: TaxPlace & { on: string }): Bar | null {
  if (at.on < rate.startsOn) return 'later'
  if (rate.endsOn !== null && rate.endsOn <= at.on) return 'over'
  if (rate.region !== null && !sameRegion(rate.country, rate.region, at.region)) return 'other_region'
  if (rate.postalFrom === null || rate.postalTo === null) return null
  const code = plainPostalCode(at.postalCode ?? '')
  return isWithin(code, rate.postalFrom, rate.postalTo) ? null : 'other_postal_code'
}
const holds = (rate: HeldRate, at: TaxPlace & { on: string }) => barOf(rate, at) === null

/** Of each layer the narrowest, the lowest layer first. */
export function chosenOf(rates: readonly HeldRate[]): HeldRate[] {
  const layers = Map.groupBy(rates, ({ layer }) => layer)
  return [...layers.entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([, own]) => own.toSorted((one, other) => narrowness(other) - narrowness(one))[0]!)
}

const narrowness = ({ region, postalFrom }: HeldRate) =>
  (postalFrom === null ? 0 : 100 + postalFrom.length) + (region === null ? 0 : 1)

export const ruleOf = ({ id, name, rateBasisPoints, rateHundredths, compound }: HeldRate): TaxRule => ({
  rateId: id,
  name,
  rateBasisPoints,
  rateHundredths,
  compound,
})
