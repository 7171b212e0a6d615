/** What may be chosen for a cart, and why the rest may not. No database here. */
import type { Address } from '../customers/index.ts'
import { livePrice, questionsFor, type CarrierQuote, type PricedBy } from './carriers/live.ts'
import { chargeFor, type ChargePart } from './charge.ts'
import { measuresOf, type Goods } from './goods.ts'
import type { PickUp } from './pick-up.ts'
import { promiser } from './promise.ts'
import { refused, type Refusal } from './refusal.ts'
import type { DeliveryMethod, DeliveryRules } from './rules.ts'
import { covers, type Destination } from './zones/covers.ts'

export interface Offer {
  methodId: string
  name: string
  description: string
  amount: number
  taxCategoryId: string
  /** From today until the goods are there, the time to leave their place included. */
  minDays: number
  maxDays: number
  pickUp: PickUp | null
  pricedBy: PricedBy
  /** The subtotal from which it costs nothing; null: it always costs something. */
  freeFrom: number | null
}

/** Where the goods of the cart are: how long they take to leave, and whether all of them lie at a place. */
export interface Sources {
  leadDays: number
  pickUpAt: (locationId: string) => { name: string; address: Address; leadDays: number } | null
}

export interface Asked extends Destination {
  currency: string
  /** In minor units. */
  subtotal: number
  /** The fallback chain. */
  locales: string[]
  goods: Goods[]
  timeZone: string
  now: Date
  /** Where the store is. */
  from: string
  /** What carriers said of these goods, or of others before. */
  quotes: readonly CarrierQuote[]
}

/** An offer with how its price came about, or why there is none. */
export type Verdict = { method: DeliveryMethod; name: string } & (
  | { offer: Offer; parts: ChargePart[] }
  | { offer: null; refusal: Refusal }
)

export function offersFor(rules: DeliveryRules, asked: Asked, sources: Sources): Offer[] {
  return judge(rules, asked, sources).flatMap(({ offer }) => offer ?? [])
}

/** All ways of delivery in their order, each with its verdict. */
export function judge(rules: DeliveryRules, asked: Asked, sources: Sources): Verdict[] {
  const promised = promiser(rules.calendar, asked.timeZone, asked.now)
  const said = { questions: questionsFor(rules, asked), quotes: asked.quotes, now: asked.now }
  return rules.methods.map((method) => {
    const text = asked.locales.map((locale) => method.texts[locale]).find(Boolean) ?? {
      name: method.key,
      description: '',
    }
    const about = { method, name: text.name }
    const not = (refusal: Refusal): Verdict => ({ ...about, offer: null, refusal })
    if (!covers(method, asked)) return not(refused('elsewhere'))
    const place = method.locationId === null ? null : sources.pickUpAt(method.locationId)
    if (method.locationId !== null && !place) return not(refused('not_all_there'))
    const beyond = beyondLimits(method, asked.goods)
    if (beyond) return not(beyond)
    const charge = chargeFor(method, asked.goods, { ...asked, profiles: rules.profiles })
    if ('reason' in charge) return not(charge)
    const own = { amount: charge.amount, minDays: method.minDays, maxDays: method.maxDays }
    const { rate, pricedBy } = method.live
      ? livePrice(method.live, own, said)
      : { rate: own, pricedBy: 'store' as const }
    if (!rate) return not(refused('not_carried'))
    const isFree = charge.parts.length > 0 && charge.parts.every((part) => part.free)
    const amount = isFree ? 0 : rate.amount
    if (!Number.isSafeInteger(amount)) return not(refused('too_dear'))
    const { minDays, maxDays } = rate
    const offer = {
      methodId: method.id,
      ...text,
      amount,
      taxCategoryId: method.taxCategoryId,
      ...promised({ leadDays: place ? place.leadDays : sources.leadDays, minDays, maxDays }),
      pickUp: place && { locationId: method.locationId!, name: place.name, address: place.address },
      pricedBy,
      freeFrom: freeFrom(charge.parts),
    }
    return { ...about, offer, parts: charge.parts }
  })
}

/** Where several rates count, all of them must be free. */
function freeFrom(parts: readonly ChargePart[]): number | null {
  const sums = parts.map((part) => part.freeFrom)
  return sums.length === 0 || sums.includes(null) ? null : Math.max(...sums.map(Number))
}

function beyondLimits({ limits }: DeliveryMethod, goods: Goods[]): Refusal | null {
  const { weightGrams, lengthMm, volumeCcm, items } = measuresOf(goods)
  const over = (limit: number | null, is: number): limit is number => limit !== null && is > limit
  if (over(limits.weightGrams, weightGrams))
    return refused('too_heavy', { measure: 'weight_grams', limit: limits.weightGrams })
  if (over(limits.lengthMm, lengthMm))
    return refused('too_long', { measure: 'length_mm', limit: limits.lengthMm })
  if (over(limits.volumeCcm, volumeCcm))
    return refused('too_large', { measure: 'volume_ccm', limit: limits.volumeCcm })
  if (over(limits.items, items)) return refused('too_many', { measure: 'items', limit: limits.items })
  return null
}
