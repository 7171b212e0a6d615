/** A priced cart in the words of the shop: money with its currency, problems with what to do. */
import type { Ctx } from '#kit/context.ts'
import { formatMoney } from '#kit/money.ts'
import type { Money } from '#kit/types.ts'
import { allows } from '../catalog/index.ts'
import type { Cart, CartLine, CartProblem, Totals } from './cart.ts'
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
    totals: totalsView(priced.totals, currency),
    problems: priced.lines.flatMap((line) => problemsOf(line, row, ctx.scope.locale)),
    missing: priced.missing,
    updatedAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function totalsView(
  totals: Omit<CalculatedTotals, 'lines' | 'deliveryTax'>,
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
  }
}

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
    compareAt: line.compareAt === null ? null : { amount: line.compareAt, currency },
    total: { amount: line.total, currency },
    available: line.available,
    quantityRule: line.quantityRule,
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
