/**
 * What a way of delivery costs for goods, by its rates, and each step of how that came about.
 *
 * Goods go by the rate of their profile, and by the general one where it has none. Several rates are added up, or the
 * dearest counts, as the method has it.
 */
import { measuresOf, type Goods, type Measures } from './goods.ts'
import type { DeliveryMethod, Measure, Profile, Rate, RateRange } from './rules.ts'
import { refused, type Refusal } from './refusal.ts'

/** What the goods of one rate cost. */
export interface ChargePart {
  profileId: string | null
  measure: Measure
  /** In the unit of the measure; 0 with `none`. */
  measured: number
  base: number
  /** By range and steps. */
  added: number
  /** The order is worth so much that it costs nothing. */
  free: boolean
  /** From what worth on; null: never. */
  freeFrom: number | null
  amount: number
}

export interface Charge {
  amount: number
  parts: ChargePart[]
}

export function chargeFor(
  method: Pick<DeliveryMethod, 'rates' | 'combination'>,
  goods: readonly Goods[],
  about: { currency: string; subtotal: number; profiles: readonly Profile[] },
): Charge | Refusal {
  const rates = method.rates.filter((rate) => rate.currency === about.currency)
  if (rates.length === 0) return refused('currency')
  const byRate = new Map<Rate, Goods[]>()
  for (const each of goods) {
    const rate = rateOf(each, rates, about.profiles)
    if (!rate) return refused('profile', { profileId: each.parcel?.profileId ?? null })
    byRate.set(rate, [...(byRate.get(rate) ?? []), each])
  }
  const parts: ChargePart[] = []
  for (const [rate, part] of byRate) {
    const charged = partOf(rate, measuresOf(part), about.subtotal)
    if ('reason' in charged) return charged
    parts.push(charged)
  }
  const amounts = parts.map((part) => part.amount)
  const amount =
    method.combination === 'sum' ? amounts.reduce((sum, each) => sum + each, 0) : Math.max(0, ...amounts)
  return { amount, parts }
}

function rateOf(goods: Goods, rates: Rate[], profiles: readonly Profile[]): Rate | undefined {
  const profile = profiles.find((each) => each.id === goods.parcel?.profileId)
  const own = profile && rates.find((rate) => rate.profileId === profile.id)
  if (own || profile?.namedOnly) return own
  return rates.find((rate) => rate.profileId === null)
}

function partOf(rate: Rate, measures: Measures, subtotal: number): ChargePart | Refusal {
  const { profileId, measure, amount: base, freeFrom } = rate
  const measured = measuredBy(measure, measures)
  if (rate.upTo !== null && measured > rate.upTo) return refused('beyond', { measure, limit: rate.upTo })
  const range = rate.ranges.findLast((each) => each.from <= measured)
  if (!range && rate.ranges.length > 0) return refused('below', { measure, limit: rate.ranges[0]!.from })
  const added = range ? addedBy(range, measured) : 0
  const free = freeFrom !== null && subtotal >= freeFrom
  return { profileId, measure, measured, base, added, free, freeFrom, amount: free ? 0 : base + added }
}

function addedBy({ from, amount, step, stepAmount }: RateRange, measured: number): number {
  return step === null ? amount : amount + Math.ceil((measured - from) / step) * stepAmount!
}

function measuredBy(measure: Measure, measures: Measures): number {
  switch (measure) {
    case 'none':
      return 0
    case 'weight_grams':
      return measures.weightGrams
    case 'volume_ccm':
      return measures.volumeCcm
    case 'value':
      return measures.value
    case 'items':
      return measures.items
  }
}
