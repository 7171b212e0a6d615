/**
 * What a cart or an order costs: one pure function for both, so the two cannot differ.
 *
 * Whole minor units of one currency. Tax is inside the prices or comes on top, as
 * the market has it; delivery is taxed like a line of its own. Who is exempt pays a
 * price that includes tax without it: that relief stands beside the discount.
 */
import { safe } from '#kit/money.ts'
import { taxRelieved, type Rate, type Relief, type TaxLine, type TaxPart } from '../tax/index.ts'

export interface TotalsInput {
  /** `discount`: what promotions take off the whole line; by default nothing. A deposit is a line too, and counts by itself. */
  lines: readonly {
    quantity: number
    unitAmount: number
    discount?: number
    isDeposit?: boolean
    rate: Rate
  }[]
  delivery: { amount: number; discount?: number; rate: Rate } | null
  taxIncluded: boolean
  rounding: 'line' | 'total'
  /** Taxes that are known already, of the lines and then of the delivery. */
  taxes?: TaxPart[][] | null
  /** What falls away of the tax. */
  relief?: Relief | null
}

export interface CalculatedTotals {
  /** In the order given; `total` is what is left after the discount and the relief. */
  lines: { discount: number; taxRelief: number; total: number; tax: number; taxParts: TaxPart[] }[]
  /** Of the goods, before discounts. */
  subtotal: number
  deposit: number
  /** Off lines and delivery together. */
  discount: number
  /** The tax that the prices include and that is not charged, of lines and delivery together. */
  taxRelief: number
  delivery: number
  deliveryDiscount: number
  deliveryTaxRelief: number
  deliveryTax: number
  deliveryTaxParts: TaxPart[]
  tax: number
  total: number
  taxIncluded: boolean
  taxes: TaxLine[]
}

export function totalsOf(input: TotalsInput): CalculatedTotals {
  const lines = input.lines.map(({ quantity, unitAmount, discount = 0, isDeposit = false, rate }) => {
    const amount = safe(quantity * unitAmount)
    return { amount, discount, total: amount - discount, isDeposit, rate }
  })
  const sumOf = (isDeposit: boolean) =>
    safe(lines.reduce((sum, line) => sum + (line.isDeposit === isDeposit ? line.amount : 0), 0))
  const [subtotal, deposit] = [sumOf(false), sumOf(true)]
  const delivery = input.delivery?.amount ?? 0
  const deliveryDiscount = input.delivery?.discount ?? 0
  const discount = safe(lines.reduce((sum, line) => sum + line.discount, deliveryDiscount))
  // Tax is owed on what is paid.
  const taxable = lines.map((line) => ({ amount: line.total, ...line.rate }))
  if (input.delivery) taxable.push({ amount: delivery - deliveryDiscount, ...input.delivery.rate })
  const { taxIncluded: included, rounding, taxes, relief } = input
  const tax = taxRelieved(taxable, { included, rounding, taxes, relief })
  const taxRelief = safe(tax.relieved.reduce((sum, amount) => sum + amount, 0))
  return {
    lines: lines.map((line, index) => ({
      discount: line.discount,
      taxRelief: tax.relieved[index]!,
      total: line.total - tax.relieved[index]!,
      tax: tax.lines[index]!,
      taxParts: tax.parts[index]!,
    })),
    subtotal,
    deposit,
    discount,
    taxRelief,
    delivery,
    deliveryDiscount,
    deliveryTaxRelief: input.delivery ? tax.relieved.at(-1)! : 0,
    deliveryTax: input.delivery ? tax.lines.at(-1)! : 0,
    deliveryTaxParts: input.delivery ? tax.parts.at(-1)! : [],
    tax: tax.tax,
    total: safe(subtotal + deposit + delivery - discount - taxRelief + (input.taxIncluded ? 0 : tax.tax)),
    taxIncluded: input.taxIncluded,
    taxes: tax.taxes,
  }
}
