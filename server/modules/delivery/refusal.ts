/** Why a way of delivery is not offered, in a word for machines and a sentence for shoppers. */
import { decimalOf } from '#kit/money.ts'
import type { Measure } from './rules.ts'

export const REFUSED = [
  'elsewhere',
  'currency',
  'not_all_there',
  'profile',
  'too_heavy',
  'too_long',
  'too_large',
  'too_many',
  'below',
  'beyond',
  'too_dear',
  'not_carried',
] as const
export type RefusedReason = (typeof REFUSED)[number]

export interface Refusal {
  reason: RefusedReason
  /** Of the profile that does not go by it. */
  profileId: string | null
  measure: Measure | 'length_mm'
  limit: number | null
}

export function refused(reason: RefusedReason, about: Partial<Omit<Refusal, 'reason'>> = {}): Refusal {
  return { reason, profileId: null, measure: 'none', limit: null, ...about }
}

/** Nobody who shops needs to hear of ways that lead elsewhere or are sold for other money. */
export const concernsShoppers = ({ reason }: Refusal) => reason !== 'elsewhere' && reason !== 'currency'

export function refusalInWords(
  { reason, measure, limit }: Refusal,
  { currency, profile }: { currency: string; profile: string | null },
): string {
  const most = limit === null ? '' : amountOf(measure, limit, currency)
  switch (reason) {
    case 'elsewhere':
      return 'This way does not lead to the address.'
    case 'currency':
      return `This way has no price in ${currency}.`
    case 'not_all_there':
      return 'Not everything in the cart lies at this place.'
    case 'profile':
      return profile ? `${profile} cannot go this way.` : 'Some of the goods cannot go this way.'
    case 'too_heavy':
      return `Together the goods are heavier than the ${most} that may go this way.`
    case 'too_long':
      return `One of the goods is longer than the ${most} that may go this way.`
    case 'too_large':
      return `Together the goods are larger than the ${most} that may go this way.`
    case 'too_many':
      return `No more than ${most} go this way at once.`
    case 'below':
      return `This way is for orders of at least ${most}.`
    case 'beyond':
      return `This way is for orders of at most ${most}.`
    case 'too_dear':
      return 'This way would cost more than the store can count.'
    case 'not_carried':
      return 'The carrier does not take this parcel to the address.'
  }
}

/** Grams as kilograms from one on, cubic centimetres as litres, millimetres as centimetres. */
function amountOf(measure: Measure | 'length_mm', limit: number, currency: string): string {
  switch (measure) {
    case 'weight_grams':
      return limit < 1000 ? `${limit} g` : `${limit / 1000} kg`
    case 'volume_ccm':
      return `${limit / 1000} litres`
    case 'value':
      return `${decimalOf({ amount: limit, currency })} ${currency}`
    case 'items':
      return limit === 1 ? '1 piece' : `${limit} pieces`
    case 'length_mm':
      return `${limit / 10} cm`
    case 'none':
      return String(limit)
  }
}
