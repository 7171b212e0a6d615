/** Why each promotion holds or not, as a value; and the same as a failure. */
import type { Failure } from '#kit/failure.ts'
import type { Refusal } from './discounts.ts'
import type { Weighed } from './weigh.ts'
import {
  BelowMinimum,
  CodeUnknown,
  NotCombinable,
  NotForYou,
  NothingMatches,
  NotYet,
  Over,
  UsedByYou,
  UsedUp,
} from './failures.ts'

export type Verdict =
  | { reason: 'applied'; amount: number }
  | { reason: 'unknown' | 'other_channel' | 'other_group' | 'not_first_order' | 'used_up' }
  | { reason: 'not_yet'; startsAt: string }
  | { reason: 'over'; endedAt: string }
  | { reason: 'used_by_you'; limit: number }
  | Refusal

export const REASONS = [
  'applied',
  'unknown',
  'other_channel',
  'other_group',
  'not_first_order',
  'used_up',
  'not_yet',
  'over',
  'used_by_you',
  'nothing_matches',
  'not_in_currency',
  'no_delivery_yet',
  'nothing_left',
  'budget_spent',
  'below_minimum_amount',
  'below_minimum_quantity',
  'not_combinable',
] as const satisfies readonly Verdict['reason'][]

/** Null: it holds, or will as soon as a way of delivery is chosen. */
export function refusalOf(
  { verdicts, nameOf }: Pick<Weighed, 'verdicts' | 'nameOf'>,
  promotionId: string,
  currency: string,
): Failure | null {
  const verdict = verdicts.get(promotionId) ?? { reason: 'unknown' }
  switch (verdict.reason) {
    case 'applied':
    case 'no_delivery_yet':
      return null
    case 'unknown':
      return CodeUnknown({})
    case 'not_yet':
      return NotYet({ startsAt: verdict.startsAt })
    case 'over':
      return Over({ endedAt: verdict.endedAt })
    case 'used_up':
    case 'budget_spent':
      return UsedUp({ names: [nameOf(promotionId) ?? ''] })
    case 'used_by_you':
      return UsedByYou({ limit: verdict.limit })
    case 'other_channel':
    case 'other_group':
    case 'not_first_order':
      return NotForYou({})
    case 'below_minimum_amount':
      return BelowMinimum({
        missing: { amount: verdict.missing, currency },
        missingQuantity: null,
      })
    case 'below_minimum_quantity':
      return BelowMinimum({ missing: null, missingQuantity: verdict.missing })
    case 'not_combinable':
      return NotCombinable({ with: nameOf(verdict.with) ?? '' })
    case 'nothing_matches':
    case 'nothing_left':
    case 'not_in_currency':
      return NothingMatches({})
  }
}
