/**
 * What a cart or an order costs: one pure function for both, so the two cannot differ.
 *
 * Whole minor units of one currency. Tax is inside the prices or comes on top, as
 * the market has it; delivery is taxed like a line of its own.
 */
import { safe } from '#kit/money.ts'
import { taxFrom, taxOf, type Rate, type TaxLine, type TaxPart } from '../tax/index.ts'

export interface TotalsInput {
  /** `discount`: what promotions take off the whole line; by default nothing. */
  lines: readonly { quantity: number; unitAmount: number; discount?: number; rate: Rate }[]
  delivery: { amount: number; discount?: number; rate: Rate } | null
  taxIncluded: boolean
  rounding: 'line' | 'total'
  /** Taxes that are known already, of the lines and then of the delivery. */
  taxes?: TaxPart[][] | null
}

export interface CalculatedTotals {
  /** In the order given; `total` is what is left after the discount. */
  lines: { discount: number; total: number; tax: number; taxParts: TaxPart[] }[]
  /** Before discounts. */
  subtotal: number
  /** Off lines and delivery together. */
  discount: number
  delivery: number
  deliveryDiscount: number
  deliveryTax: number
  deliveryTaxParts: TaxPart[]
  tax: number
  total: number
  taxIncluded: boolean
  taxes: TaxLine[]
}

export function totalsOf(input: TotalsInput): CalculatedTotals {
  const lines = input.lines.map(({ quantity, unitAmount, discount = 0, rate }) => {
    const amount = safe(quantity * unitAmount)
    return { amount, discount, total: amount - discount, rate }
  })
  const subtotal = safe(lines.reduce((sum, line) => sum + line.amount, 0))
  const delivery = input.delivery?.amount ?? 0
  const deliveryDiscount = input.delivery?.discount ?? 0
  const discount = safe(lines.reduce((sum, line) => sum + line.discount, deliveryDiscount))
  // Tax is owed on what is paid.
  const taxable = lines.map((line) => ({ amount: line.total, ...line.rate }))
  if (input.delivery) taxable.push({ amount: delivery - deliveryDiscount, ...input.delivery.rate })
  const { taxIncluded: included, rounding } = input
  const tax = input.taxes ? taxFrom(taxable, input.taxes, included) : taxOf(taxable, { included, rounding })
  return {
    lines: lines.map((line, index) => ({
      discount: line.discount,
      total: line.total,
      tax: tax.lines[index]!,
      taxParts: tax.parts[index]!,
    })),
    subtotal,
    discount,
    delivery,
    deliveryDiscount,
    deliveryTax: input.delivery ? tax.lines.at(-1)! : 0,
    deliveryTaxParts: input.delivery ? tax.parts.at(-1)! : [],
    tax: tax.tax,
    total: safe(subtotal + delivery - discount + (input.taxIncluded ? 0 : tax.tax)),
    taxIncluded: input.taxIncluded,
    taxes: tax.taxes,
  }
}
