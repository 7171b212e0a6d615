/**
 * Tax of a cart or an order: pure arithmetic over whole minor units.
 *
 * Rounded by line, or once per rate over the total; either way the lines' tax sums
 * to the tax lines, and those to the tax. Halves round away from zero.
 */
import { share, spread } from '#kit/money.ts'

export interface Taxable {
  /** What the shopper is asked for, before or after tax as the market has it. */
  amount: number
  name: string
  rateBasisPoints: number
}

export interface TaxTotals {
  /** Tax of each line, in the order given. */
  lines: number[]
  taxes: { name: string; rateBasisPoints: number; base: number; amount: number }[]
  tax: number
}

export function taxOf(
  lines: readonly Taxable[],
  how: { included: boolean; rounding: 'line' | 'total' },
): TaxTotals {
  const taxed = lines.map(() => 0)
  const groups = Map.groupBy(
    lines.map((line, index) => ({ ...line, index })),
    (line) => `${line.rateBasisPoints} ${line.name}`,
  )
  const taxes = [...groups.values()].map((group) => {
    const { name, rateBasisPoints } = group[0]!
    const of = how.included ? 10_000 + rateBasisPoints : 10_000
    const whole = group.reduce((sum, line) => sum + line.amount, 0)
    const parts =
      how.rounding === 'line'
        ? group.map((line) => share(line.amount, rateBasisPoints, of))
        : spread(
            share(whole, rateBasisPoints, of),
            group.map((line) => line.amount),
          )
    group.forEach((line, position) => (taxed[line.index] = parts[position]!))
    const amount = parts.reduce((sum, part) => sum + part, 0)
    return { name, rateBasisPoints, base: how.included ? whole - amount : whole, amount }
  })
  taxes.sort((a, b) => b.rateBasisPoints - a.rateBasisPoints || (a.name < b.name ? -1 : 1))
  return { lines: taxed, taxes, tax: taxes.reduce((sum, each) => sum + each.amount, 0) }
}
