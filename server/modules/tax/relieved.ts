/**
 * Tax with what falls away of it: pure arithmetic over whole minor units.
 *
 * On top of prices an exempt tax is simply not charged. Inside prices it is worked out as for everybody, by the same
 * rounding, and what of it is exempt comes off the price; a tax that stays, stays as it was.
 */
import {
  rulesOf,
  taxFrom,
  taxOf,
  type TaxPart,
  type TaxRule,
  type TaxTotals,
  type Taxable,
} from './amounts.ts'
import type { Relief } from './relief.ts'

export interface How {
  included: boolean
  rounding: 'line' | 'total'
  /** Taxes that are known already, line by line. */
  taxes?: TaxPart[][] | null | undefined
  relief?: Relief | null | undefined
}

/** `relieved`: what comes off each line, in the order given. */
export function taxRelieved(
  lines: readonly Taxable[],
  { included, rounding, taxes, relief }: How,
): TaxTotals & { relieved: number[] } {
  const none = lines.map(() => 0)
  const charged = (of: readonly Taxable[]) =>
    taxes ? taxFrom(of, taxes, included) : taxOf(of, { included, rounding })
  if (!relief) return { ...charged(lines), relieved: none }
  if (!included) return { ...taxOf(withoutExempt(lines, relief), { included, rounding }), relieved: none }
  const whole = charged(lines)
  const kept = whole.parts.map((parts) => keptOf(parts, relief, (rule) => ({ ...rule, amount: 0 })))
  const relieved = kept.map((parts, index) => whole.lines[index]! - sumOf(parts))
  const paid = lines.map((line, index) => ({ ...line, amount: line.amount - relieved[index]! }))
  return { ...taxFrom(paid, kept, included), relieved }
}

const sumOf = (parts: readonly TaxPart[]) => parts.reduce((sum, part) => sum + part.amount, 0)

function withoutExempt(lines: readonly Taxable[], relief: Relief): Taxable[] {
  const known = new Map<readonly TaxRule[], readonly TaxRule[]>()
  return lines.map((line) => {
    const rules = rulesOf(line)
    const kept = known.get(rules) ?? keptOf(rules, relief, (rule) => rule)
    known.set(rules, kept)
    return { ...line, rules: kept }
  })
}

/** Where nothing is left, the relief stands by its name, so that the sale is among the taxes with what it was of. */
function keptOf<Rule extends TaxRule>(
  rules: readonly Rule[],
  relief: Relief,
  of: (rule: TaxRule) => Rule,
): Rule[] {
  const kept = rules.filter((rule) => !relief.exempts(rule))
  const none = { rateId: null, name: relief.label, rateBasisPoints: 0, rateHundredths: 0, compound: false }
  return kept.length > 0 ? kept : [of(none)]
}
