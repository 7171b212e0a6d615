/**
 * What bundles take off their parts: pure arithmetic over whole minor units of one currency.
 *
 * The parts are lines with prices of their own. A bundle costs less, never more, and what it costs less is spread over
 * its lines by what they cost, to the last unit. So each part has its share of the price, for its own tax and its own refund.
 */
import { safe, spread } from '#kit/money.ts'

export interface Bundle {
  id: string
  quantity: number
  /** Its own price for one; null: the sum of what was chosen, less the reduction. */
  amount: number | null
  reductionBasisPoints: number
}

export interface BundleLine {
  bundleId: string | null
  quantity: number
  unitAmount: number
}

export interface Bundled {
  /** In the order of the bundles. */
  bundles: {
    /** What one costs. */
    unitAmount: number
    /** What the parts of all of them cost by themselves. */
    separately: number
    /** The difference, for all of them. */
    reduction: number
  }[]
  /** Off each line, in the order given. */
  off: number[]
}

export function bundled(bundles: readonly Bundle[], lines: readonly BundleLine[]): Bundled {
  const off = lines.map(() => 0)
  const priced = bundles.map((bundle) => {
    const own = lines.flatMap((line, index) => (line.bundleId === bundle.id ? [index] : []))
    const amounts = own.map((index) => safe(lines[index]!.quantity * lines[index]!.unitAmount))
    const separately = safe(amounts.reduce((sum, amount) => sum + amount, 0))
    // Every line has as many pieces in each of the bundles, so this is whole.
    const oneByOne = separately / bundle.quantity
    const unitAmount = Math.min(oneByOne, bundle.amount ?? reduced(oneByOne, bundle.reductionBasisPoints))
    const reduction = separately - safe(bundle.quantity * unitAmount)
    spread(reduction, amounts).forEach((part, position) => (off[own[position]!] = part))
    return { unitAmount, separately, reduction }
  })
  return { bundles: priced, off }
}

/** The reduction is rounded down: at most one minor unit in the shop's favour. */
function reduced(amount: number, basisPoints: number): number {
  return amount - Number((BigInt(amount) * BigInt(basisPoints)) / 10_000n)
}
