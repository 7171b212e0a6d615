/** A priced cart in the words of the shop: money with its currency, problems with what to do. */
import type { Ctx } from '#kit/context.ts'
import { formatMoney } from '#kit/money.ts'
import type { Money } from '#kit/types.ts'
import { allows } from '../catalog/index.ts'
import { refusalOf, type Discount, type EnteredCode } from '../promotions/index.ts'
import type { Cart, CartCode, CartLine, CartProblem, Totals } from './cart.ts'
import { ruleInWords } from './failures.ts'
import { price, type PricedCart, type PricedLine } from './priced.ts'
import type { CartRow } from './rows.ts'
import type { CalculatedTotals } from './totals.ts'

export async function toCart(row: CartRow, ctx: Ctx): Promise<Cart> {
  return viewOf(await price(row, ctx), ctx)
}

export function viewOf(priced: PricedCart, ctx: Ctx): Cart {
  const { row, delivery } = priced
  const { currency } = row
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    currency,
    locale: row.locale,
    lines: priced.lines.map((line) => lineView(line, currency)),
    itemCount: priced.lines.reduce((sum, line) => sum + line.quantity, 0),
    email: row.email,
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    needsDelivery: priced.needsDelivery,
    delivery: delivery && {
      methodId: delivery.methodId,
      name: delivery.name,
      price: { amount: delivery.amount, currency },
      minDays: delivery.minDays,
      maxDays: delivery.maxDays,
      pickUp: delivery.pickUp,
    },
    codes: row.codes.map((code) => codeView(code, priced)),
    totals: totalsView({ ...priced.totals, discounts: priced.weighed.discounts }, currency),
    problems: priced.lines.flatMap((line) => problemsOf(line, row, ctx.scope.locale)),
    missing: priced.missing,
    updatedAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function totalsView(
  totals: Omit<CalculatedTotals, 'lines' | 'deliveryDiscount' | 'deliveryTax'> & {
    discounts: readonly Omit<Discount, 'codeId'>[]
  },
  currency: string,
): Totals {
  const money = (amount: number): Money => ({ amount, currency })
  return {
    subtotal: money(totals.subtotal),
    discount: money(totals.discount),
    delivery: money(totals.delivery),
    tax: money(totals.tax),
    total: money(totals.total),
    taxIncluded: totals.taxIncluded,
    taxes: totals.taxes.map((tax) => ({ ...tax, base: money(tax.base), amount: money(tax.amount) })),
    discounts: totals.discounts.map(({ promotionId, name, code, amount }) => ({
      promotionId,
      name,
      code,
      amount: money(amount),
    })),
  }
}

const moneyOrNull = (amount: number | null, currency: string) =>
  amount === null ? null : { amount, currency }

function lineView(line: PricedLine, currency: string): CartLine {
  return {
    id: line.id,
    variantId: line.variantId,
    productId: line.productId,
    slug: line.slug,
    sku: line.sku,
    name: line.name,
    choices: line.choices,
    picture: line.picture,
    quantity: line.quantity,
    unitPrice: { amount: line.unitAmount, currency },
    compareAt: moneyOrNull(line.compareAt, currency),
    lowestIn30Days: moneyOrNull(line.lowest, currency),
    discount: { amount: line.discount, currency },
    total: { amount: line.total, currency },
    available: line.available,
    quantityRule: line.quantityRule,
  }
}

function codeView({ code, promotionId }: EnteredCode, { row, weighed }: PricedCart): CartCode {
  const verdict = weighed.verdicts.get(promotionId)
  const amount = verdict?.reason === 'applied' ? verdict.amount : 0
  const refusal = refusalOf(weighed, promotionId, row.currency)
  return {
    code,
    name: weighed.nameOf(promotionId),
    discount: { amount, currency: row.currency },
    problem:
      verdict?.reason === 'no_delivery_yet'
        ? { code: 'promotions.no_delivery_yet', message: 'This counts once a way of delivery is chosen.' }
        : refusal && { code: refusal.code, message: refusal.message },
  }
}

function problemsOf(line: PricedLine, row: CartRow, locale: string): CartProblem[] {
  const about = { lineId: line.id, available: null, was: null, is: null, quantityRule: null }
  if (!line.forSale || line.amount === null) {
    return [{ ...about, kind: 'not_for_sale', message: `${line.name} is no longer for sale.` }]
  }
  const problems: CartProblem[] = []
  if (!allows(line.quantityRule, line.quantity)) {
    const { quantityRule } = line
    problems.push({ ...about, kind: 'wrong_quantity', message: ruleInWords(quantityRule), quantityRule })
  }
  // What an order of this cart holds is set aside for it, so it is not missing here.
  const held = row.state === 'completing' || row.state === 'completed'
  if (!held && line.available < line.quantity) {
    problems.push({
      ...about,
      kind: line.available === 0 ? 'out_of_stock' : 'less_left',
      available: line.available,
      message:
        line.available === 0 ? `${line.name} has sold out.` : `Only ${line.available} of ${line.name} left.`,
    })
  }
  if (line.amount !== line.seenAmount) {
    const was = { amount: line.seenAmount, currency: row.currency }
    const is = { amount: line.amount, currency: row.currency }
    const message = `${line.name} now costs ${formatMoney(is, locale)} instead of ${formatMoney(was, locale)}.`
    problems.push({ ...about, kind: 'price_changed', message, was, is })
  }
  return problems
}
