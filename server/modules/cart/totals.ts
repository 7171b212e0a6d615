/**
 * What a cart or an order costs: one pure function for both, so the two cannot differ.
 *
 * Whole minor units of one currency. Tax is inside the prices or comes on top, as
 * the market has it; delivery is taxed like a line of its own.
 */
import { safe } from '#kit/money.ts'
import { taxOf } from '../tax/index.ts'

export interface Rate {
  name: string
  rateBasisPoints: number
}

export interface TotalsInput {
  lines: readonly { quantity: number; unitAmount: number; rate: Rate }[]
  delivery: { amount: number; rate: Rate } | null
  taxIncluded: boolean
  rounding: 'line' | 'total'
}

export interface CalculatedTotals {
  /** In the order given. */
  lines: { total: number; tax: number }[]
  subtotal: number
  discount: number
  delivery: number
  deliveryTax: number
  tax: number
  total: number
  taxIncluded: boolean
  taxes: { name: string; rateBasisPoints: number; base: number; amount: number }[]
}

export function totalsOf(input: TotalsInput): CalculatedTotals {
  const totals = input.lines.map((line) => safe(line.quantity * line.unitAmount))
  const subtotal = safe(totals.reduce((sum, total) => sum + total, 0))
  const delivery = input.delivery?.amount ?? 0
  const taxable = input.lines.map((line, index) => ({ amount: totals[index]!, ...line.rate }))
  if (input.delivery) taxable.push({ amount: delivery, ...input.delivery.rate })
  const tax = taxOf(taxable, { included: input.taxIncluded, rounding: input.rounding })
  return {
    lines: totals.map((total, index) => ({ total, tax: tax.lines[index]! })),
    subtotal,
    discount: 0,
    delivery,
    deliveryTax: input.delivery ? tax.lines.at(-1)! : 0,
    tax: tax.tax,
    total: safe(subtotal + delivery + (input.taxIncluded ? 0 : tax.tax)),
    taxIncluded: input.taxIncluded,
    taxes: tax.taxes,
  }
}
