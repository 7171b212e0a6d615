/**
 * What promotions take off: pure arithmetic over whole minor units of one currency.
 *
 * Each promotion works on what the ones before it left, so nothing ever falls below zero,
 * and each is spread over the lines it is for, to the last unit. An exclusive promotion
 * stands alone: the highest priority decides, and among equals what is best for the shopper.
 */
import { safe, spread } from '#kit/money.ts'

export interface Goods {
  quantity: number
  unitAmount: number
  /** Taken off before, whatever promotions hold: as part of a bundle. By default nothing. */
  off?: number
}

/** What promotions may take from. */
const worthOf = ({ quantity, unitAmount, off = 0 }: Goods) => safe(quantity * unitAmount) - off

/** A promotion that may be used now, in the currency of the goods. */
export interface Rule {
  id: string
  kind: 'percentage' | 'amount' | 'free_delivery' | 'buy_x_get_y' | 'tiers'
  exclusive: boolean
  priority: number
  basisPoints: number | null
  buyQuantity: number | null
  getQuantity: number | null
  /** What an `amount` takes off; null: nothing in this currency. */
  offAmount: number | null
  minimumAmount: number | null
  minimumQuantity: number | null
  tiers: { fromQuantity: number | null; fromAmount: number | null; basisPoints: number }[]
  /** Positions of the lines it is for; null: all. */
  lines: readonly number[] | null
  /** No more than this is left to give away; null: no budget. */
  budgetLeft: number | null
}

export type Refusal =
  | { reason: 'nothing_matches' | 'not_in_currency' | 'no_delivery_yet' | 'nothing_left' | 'budget_spent' }
  | { reason: 'below_minimum_amount' | 'below_minimum_quantity'; missing: number }
  | { reason: 'not_combinable'; with: string }

export interface Applied {
  promotionId: string
  amount: number
  /** Of each line, in the order given. */
  lines: number[]
  delivery: number
}

export interface Discounts {
  applied: Applied[]
  refused: Map<string, Refusal>
  /** In sum: of each line and of the delivery. */
  lines: number[]
  delivery: number
}

interface Rest {
  lines: number[]
  delivery: number | null
}

/** `delivery`: its price, null while none is chosen. Rules come in any order; equal priorities keep it. */
export function discountsOf(goods: readonly Goods[], delivery: number | null, rules: Rule[]): Discounts {
  const sorted = rules.toSorted((a, b) => b.priority - a.priority)
  const together = apply(
    goods,
    delivery,
    sorted.filter((rule) => !rule.exclusive),
  )
  const alone = sorted.filter((rule) => rule.exclusive).map((rule) => apply(goods, delivery, [rule]))
  const best = [together, ...alone]
    .filter((each) => each.applied.length > 0)
    .toSorted((a, b) => rankOf(b, rules) - rankOf(a, rules) || offOf(b) - offOf(a))[0]
  const refused = new Map([together, ...alone].flatMap((each) => [...each.refused]))
  if (!best) return { ...together, refused }
  for (const { promotionId } of [together, ...alone].flatMap((each) => (each === best ? [] : each.applied)))
    refused.set(promotionId, { reason: 'not_combinable', with: best.applied[0]!.promotionId })
  return { ...best, refused }
}

function apply(goods: readonly Goods[], delivery: number | null, rules: Rule[]): Discounts {
  const rest: Rest = { lines: goods.map(worthOf), delivery }
  const all: Discounts = {
    applied: [],
    refused: new Map(),
    lines: goods.map(() => 0),
    delivery: 0,
  }
  for (const rule of rules) {
    const found = off(rule, goods, rest)
    if ('reason' in found) {
      all.refused.set(rule.id, found)
      continue
    }
    all.applied.push(found)
    found.lines.forEach((amount, index) => {
      rest.lines[index]! -= amount
      all.lines[index]! += amount
    })
    if (rest.delivery !== null) rest.delivery -= found.delivery
    all.delivery += found.delivery
  }
  return all
}

function off(rule: Rule, goods: readonly Goods[], rest: Rest): Applied | Refusal {
  const lines = rule.lines ?? goods.map((_, index) => index)
  if (lines.length === 0) return { reason: 'nothing_matches' }
  const pieces = lines.reduce((sum, index) => sum + goods[index]!.quantity, 0)
  const worth = lines.reduce((sum, index) => safe(sum + worthOf(goods[index]!)), 0)
  if (rule.minimumAmount !== null && worth < rule.minimumAmount)
    return { reason: 'below_minimum_amount', missing: rule.minimumAmount - worth }
  if (rule.minimumQuantity !== null && pieces < rule.minimumQuantity)
    return { reason: 'below_minimum_quantity', missing: rule.minimumQuantity - pieces }
  const taken = { promotionId: rule.id, amount: 0, lines: goods.map(() => 0), delivery: 0 }
  if (rule.kind === 'free_delivery') {
    if (rest.delivery === null) return { reason: 'no_delivery_yet' }
    taken.delivery = rest.delivery
  } else {
    const parts = partsOf(rule, lines, goods, rest, { pieces, worth })
    if ('reason' in parts) return parts
    lines.forEach((line, position) => (taken.lines[line] = parts[position]!))
  }
  taken.amount = safe(taken.lines.reduce((sum, part) => sum + part, taken.delivery))
  if (taken.amount === 0) return { reason: 'nothing_left' }
  if (rule.budgetLeft !== null && taken.amount > rule.budgetLeft) return { reason: 'budget_spent' }
  return taken
}

/** What is taken off each of `lines`, never more than is left of it. */
function partsOf(
  rule: Rule,
  lines: readonly number[],
  goods: readonly Goods[],
  rest: Rest,
  bought: { pieces: number; worth: number },
): number[] | Refusal {
  const left = lines.map((line) => rest.lines[line]!)
  if (rule.kind === 'amount') {
    if (rule.offAmount === null) return { reason: 'not_in_currency' }
    return spread(Math.min(rule.offAmount, sumOf(left)), left)
  }
  if (rule.kind === 'percentage') return spread(part(sumOf(left), rule.basisPoints!), left)
  if (rule.kind === 'buy_x_get_y') return given(rule, lines, goods, left)
  const tier = reached(rule.tiers, bought)
  return 'reason' in tier ? tier : spread(part(sumOf(left), tier.basisPoints), left)
}

/** Of every `buy + get` pieces the cheapest `get` are reduced. */
function given(
  rule: Rule,
  lines: readonly number[],
  goods: readonly Goods[],
  left: number[],
): number[] | Refusal {
  const group = rule.buyQuantity! + rule.getQuantity!
  const pieces = lines.reduce((sum, line) => sum + goods[line]!.quantity, 0)
  if (pieces < group) return { reason: 'below_minimum_quantity', missing: group - pieces }
  let free = Math.floor(pieces / group) * rule.getQuantity!
  const cheapest = lines
    .map((line, position) => ({ position, ...goods[line]! }))
    .toSorted((a, b) => a.unitAmount - b.unitAmount || a.position - b.position)
  const parts = lines.map(() => 0)
  for (const { position, quantity } of cheapest) {
    const count = Math.min(free, quantity)
    parts[position] = part(floorShare(left[position]!, count, quantity), rule.basisPoints!)
    free -= count
  }
  return parts
}

function reached(
  tiers: Rule['tiers'],
  { pieces, worth }: { pieces: number; worth: number },
): Rule['tiers'][number] | Refusal {
  const open = tiers.filter(({ fromQuantity, fromAmount }) =>
    fromQuantity === null ? worth >= fromAmount! : pieces >= fromQuantity,
  )
  const best = open.toSorted((a, b) => b.basisPoints - a.basisPoints)[0]
  if (best) return best
  const byPieces = tiers.filter((tier) => tier.fromQuantity !== null)
  if (byPieces.length > 0) {
    const missing = Math.min(...byPieces.map((tier) => tier.fromQuantity! - pieces))
    return { reason: 'below_minimum_quantity', missing }
  }
  if (tiers.length === 0) return { reason: 'not_in_currency' }
  const missing = Math.min(...tiers.map((tier) => tier.fromAmount! - worth))
  return { reason: 'below_minimum_amount', missing }
}

function part(amount: number, basisPoints: number): number {
  return floorShare(amount, basisPoints, 10_000)
}

/** `amount * by / of`, rounded down: at most one minor unit in the shop's favour. */
function floorShare(amount: number, by: number, of: number): number {
  return Number((BigInt(amount) * BigInt(by)) / BigInt(of))
}

function sumOf(amounts: number[]): number {
  return safe(amounts.reduce((sum, amount) => sum + amount, 0))
}

function rankOf({ applied }: Discounts, rules: Rule[]): number {
  return Math.max(...applied.map((each) => rules.find((rule) => rule.id === each.promotionId)!.priority))
}

function offOf({ applied }: Discounts): number {
  return applied.reduce((sum, each) => sum + each.amount, 0)
}
