/**
 * Tax of a cart or an order: pure arithmetic over whole minor units.
 *
 * A line may be taxed by several rules at once, such as those of a state and its county; a compound one is charged on
 * the taxes before it too. Rounded by line, or once over the total; either way the lines' tax sums to the tax lines, and
 * those to the tax. Halves round away from zero. On top of prices each rule's tax is rounded by itself; the tax inside
 * prices is rounded once and split over its rules, so that what is left and the tax make up the price.
 */
import { share, spread } from '#kit/money.ts'

export interface TaxRule {
  /** The rate it is; null: none was found, or none of the store's own. */
  rateId: string | null
  name: string
  rateBasisPoints: number
  /** Of a basis point, on top. */
  rateHundredths: number
  compound: boolean
}

/** What is charged on a line; `rules` say what it is made of, where it is not one rule. */
export interface Rate {
  name: string
  rateBasisPoints: number
  rateHundredths?: number
  rules?: readonly TaxRule[]
}

export interface Taxable extends Rate {
  /** What the shopper is asked for, before or after tax as the market has it. */
  amount: number
}

export interface TaxPart extends TaxRule {
  amount: number
}

export interface TaxLine {
  name: string
  rateBasisPoints: number
  rateHundredths: number
  /** What it was charged on. */
  base: number
  amount: number
}

export interface TaxTotals {
  /** Tax of each line, in the order given. */
  lines: number[]
  /** What each is made of. */
  parts: TaxPart[][]
  taxes: TaxLine[]
  tax: number
}

type How = { included: boolean; rounding: 'line' | 'total' }

/** The rules of a line as fractions of its price without tax: `over[i] / under` each. One rule, as most have, needs no BigInt. */
interface Charge {
  rules: readonly TaxRule[]
  over: readonly (number | bigint)[]
  under: number | bigint
  /** All taxes together, and the price with them. */
  whole: number | bigint
  price: number | bigint
}

const WHOLE = 1_000_000n // a rate of 100 %, in hundredths of basis points

export function taxOf(lines: readonly Taxable[], how: How): TaxTotals {
  const charges = chargesOf(lines)
  const shares =
    how.rounding === 'line'
      ? lines.map((line, index) => taxesOn(line.amount, charges[index]!, how.included))
      : how.included
        ? insideTotal(lines, charges)
        : onTopOfTotal(lines, charges)
  const parts = shares.map((amounts, index) =>
    charges[index]!.rules.map((rule, position) => ({ ...rule, amount: amounts[position]! })),
  )
  return taxFrom(lines, parts, how.included)
}

/** The same of taxes that are known already, line by line. */
export function taxFrom(
  lines: readonly { amount: number }[],
  parts: TaxPart[][],
  included: boolean,
): TaxTotals {
  const taxes = taxLines(
    parts.map((own, index) => {
      const { amount } = lines[index]!
      return { net: included ? amount - sumOf(own) : amount, taxes: own }
    }),
  )
  return { lines: parts.map((each) => sumOf(each)), parts, taxes, tax: sumOf(taxes) }
}

export function rulesOf({ name, rateBasisPoints, rateHundredths = 0, rules }: Rate): readonly TaxRule[] {
  return rules ?? [{ rateId: null, name, rateBasisPoints, rateHundredths, compound: false }]
}

const sumOf = (parts: readonly { amount: number }[]) => parts.reduce((sum, part) => sum + part.amount, 0)
const millionths = (rule: TaxRule) => rule.rateBasisPoints * 100 + rule.rateHundredths

function chargesOf(lines: readonly Taxable[]): Charge[] {
  const known = new Map<readonly TaxRule[], Charge>()
  return lines.map((line) => {
    const rules = rulesOf(line)
    const charge = known.get(rules) ?? chargeOf(rules)
    known.set(rules, charge)
    return charge
  })
}

function chargeOf(rules: readonly TaxRule[]): Charge {
  const [only, another] = rules
  if (only && !another) {
    const [whole, under] = [millionths(only), Number(WHOLE)]
    return { rules, over: [whole], under, whole, price: under + whole }
  }
  let [over, under]: [bigint[], bigint] = [[], WHOLE]
  for (const rule of rules) {
    const rate = BigInt(millionths(rule))
    if (!rule.compound) {
      over.push((rate * under) / WHOLE)
      continue
    }
    const charged = under + over.reduce((sum, each) => sum + each, 0n)
    over = [...over.map((each) => each * WHOLE), rate * charged]
    under *= WHOLE
  }
  const whole = over.reduce((sum, each) => sum + each, 0n)
  return { rules, over, under, whole, price: under + whole }
}

function taxesOn(amount: number, charge: Charge, included: boolean): number[] {
  if (!included) return charge.over.map((each) => share(amount, each, charge.under))
  return split(share(amount, charge.whole, charge.price), charge)
}

function split(tax: number, charge: Charge): number[] {
  if (charge.over.length === 1) return [tax]
  return tax === 0 ? charge.over.map(() => 0) : spread(tax, charge.over)
}

/** Lines that are taxed alike are rounded together, and their tax is shared out by amount. */
function insideTotal(lines: readonly Taxable[], charges: readonly Charge[]): number[][] {
  const shares: number[][] = lines.map(() => [])
  const alike = Map.groupBy(lines.keys(), (index) => charges[index]!.rules.map(keyOf).join(' + '))
  for (const indexes of alike.values()) {
    const charge = charges[indexes[0]!]!
    const amounts = indexes.map((index) => lines[index]!.amount)
    const whole = amounts.reduce((sum, amount) => sum + amount, 0)
    taxesOn(whole, charge, true).forEach((tax, position) =>
      spread(tax, amounts).forEach((part, place) => (shares[indexes[place]!]![position] = part)),
    )
  }
  return shares
}

/** All that one rule is charged on is rounded together. */
function onTopOfTotal(lines: readonly Taxable[], charges: readonly Charge[]): number[][] {
  const shares: number[][] = lines.map(() => [])
  const places = lines.flatMap((line, index) =>
    charges[index]!.rules.map((rule, position) => {
      const { over, under } = charges[index]!
      return { index, position, rule, amount: line.amount, by: over[position]!, of: under }
    }),
  )
  const byRule = Map.groupBy(
    places,
    ({ rule, by, of }) => `${keyOf(rule)} ${(BigInt(by) * WHOLE * WHOLE) / BigInt(of)}`,
  )
  for (const group of byRule.values()) {
    const { by, of } = group[0]!
    const amounts = group.map(({ amount }) => amount)
    const tax = share(
      amounts.reduce((sum, amount) => sum + amount, 0),
      by,
      of,
    )
    spread(tax, amounts).forEach((part, place) => {
      const { index, position } = group[place]!
      shares[index]![position] = part
    })
  }
  return shares
}

const keyOf = (rule: TaxRule) =>
  `${rule.rateBasisPoints}.${rule.rateHundredths} ${rule.compound ? 'on ' : ''}${rule.name}`

/** One line for each name and rate, the highest first. */
export function taxLines(lines: readonly { net: number; taxes: readonly TaxPart[] }[]): TaxLine[] {
  const found = new Map<string, TaxLine>()
  for (const { net, taxes } of lines) {
    let charged = net
    for (const part of taxes) {
      const { name, rateBasisPoints, rateHundredths } = part
      const key = keyOf(part)
      const line = found.get(key) ?? { name, rateBasisPoints, rateHundredths, base: 0, amount: 0 }
      found.set(key, line)
      line.base += part.compound ? charged : net
      line.amount += part.amount
      charged += part.amount
    }
  }
  return [...found.values()].toSorted(
    (a, b) =>
      b.rateBasisPoints - a.rateBasisPoints ||
      b.rateHundredths - a.rateHundredths ||
      (a.name < b.name ? -1 : 1),
  )
}
