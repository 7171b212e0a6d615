/** How many of a variant are bought at once. Minimum and maximum are whole steps, so steps count from nothing and from the minimum alike. */
import { invalid } from '#kit/failure.ts'
import { Int, Nullable, shape, type Static } from '#kit/types.ts'

/** More of one thing than this is an order by hand, not a cart. */
export const MOST_OF_ONE = 999

const pieces = Int(1, MOST_OF_ONE)

export const QuantityRule = shape(
  'QuantityRule',
  { minimum: pieces, maximum: Nullable(pieces), step: pieces },
  { description: 'A quantity is a multiple of `step`, at least `minimum` and at most `maximum`.' },
)
export type QuantityRule = Static<typeof QuantityRule>

export const ANY_QUANTITY: QuantityRule = { minimum: 1, maximum: null, step: 1 }

export function allows({ minimum, maximum, step }: QuantityRule, quantity: number): boolean {
  return quantity >= minimum && (maximum === null || quantity <= maximum) && quantity % step === 0
}

/** Refuses a rule that no quantity, or not its own limits, could follow; `path` is that of the rule. */
export function checkRule({ minimum, maximum, step }: QuantityRule, path: string): void {
  if (minimum % step !== 0)
    throw invalid(`${path}.minimum`, 'not_a_multiple', `This must be a multiple of the step, ${step}.`)
  if (maximum === null) return
  if (maximum < minimum)
    throw invalid(`${path}.maximum`, 'too_small', `This must not be below the minimum, ${minimum}.`)
  if (maximum % step !== 0)
    throw invalid(`${path}.maximum`, 'not_a_multiple', `This must be a multiple of the step, ${step}.`)
}

/** JSON of a QuantityRule, as plain SQL; `variant` is the alias of a catalog.variant. */
export const ruleText = (variant: string) =>
  `json_build_object('minimum', ${variant}.min_quantity, 'maximum', ${variant}.max_quantity, 'step', ${variant}.quantity_step)`
