/** Why a promotion does not hold here, in words for the shopper. */
import { failure } from '#kit/failure.ts'
import { formatMoney } from '#kit/money.ts'
import { Instant, Int, List, Money, Nullable, Text, Type } from '#kit/types.ts'

const None = Type.Object({}, { additionalProperties: false })

export const CodeUnknown = failure(
  'promotions.code_unknown',
  422,
  None,
  () => 'We do not know this code. Please look at its spelling.',
)

export const NotYet = failure(
  'promotions.not_yet',
  409,
  Type.Object({ startsAt: Instant }, { additionalProperties: false }),
  ({ startsAt }) => `This offer starts on ${startsAt.slice(0, 10)}.`,
)

export const Over = failure(
  'promotions.over',
  409,
  Type.Object({ endedAt: Instant }, { additionalProperties: false }),
  ({ endedAt }) => `This offer ended on ${endedAt.slice(0, 10)}.`,
)

export const UsedUp = failure(
  'promotions.used_up',
  409,
  Type.Object({ names: List(Text(120), 50, { minItems: 1 }) }, { additionalProperties: false }),
  ({ names }) => `${names.join(', ')}: this offer has been used up.`,
)

export const UsedByYou = failure(
  'promotions.used_by_you',
  409,
  Type.Object({ limit: Int(1, 1_000_000) }, { additionalProperties: false }),
  ({ limit }) =>
    limit === 1 ? 'You have used this offer already.' : `You have used this offer ${limit} times already.`,
)

export const BelowMinimum = failure(
  'promotions.below_minimum',
  409,
  Type.Object(
    { missing: Nullable(Money), missingQuantity: Nullable(Int(1, 1_000_000_000)) },
    { additionalProperties: false },
  ),
  ({ missing, missingQuantity }) =>
    missing
      ? `For this offer, add goods for ${formatMoney(missing, 'en')} more.`
      : `For this offer, add ${missingQuantity} more of its goods.`,
)

export const NotCombinable = failure(
  'promotions.not_combinable',
  409,
  Type.Object({ with: Text(120) }, { additionalProperties: false }),
  (details) => `This offer cannot be combined with “${details.with}”, which takes precedence.`,
)

export const NotForYou = failure(
  'promotions.not_for_you',
  409,
  Type.Object({}, { additionalProperties: false }),
  () => 'This offer is for others: for first orders, for certain customers, or for another shop of ours.',
)

export const NothingMatches = failure(
  'promotions.nothing_matches',
  409,
  Type.Object({}, { additionalProperties: false }),
  () => 'There is nothing in the cart that this offer makes cheaper.',
)

/** What may answer to a code, for the operations to declare. */
export const codeRefusals = [
  CodeUnknown,
  NotYet,
  Over,
  UsedUp,
  UsedByYou,
  BelowMinimum,
  NotCombinable,
  NotForYou,
  NothingMatches,
]
