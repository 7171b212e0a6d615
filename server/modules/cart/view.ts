/** A priced cart in the words of the shop: money with its currency, problems with what to do. */
import type { Ctx } from '#kit/context.ts'
import type { Money } from '#kit/types.ts'
import { measurePrice } from '../catalog/index.ts'
import type { Discount, EnteredCode } from '../promotions/index.ts'
import type { Cart, CartBundle, CartCode, CartDeposit, CartLine, Totals } from './cart.ts'
import { decisionView } from '../tax/index.ts'
import { bundleProblems, codeProblem, deliveryProblem, lineProblems } from './problems.ts'
import { price, type PricedBundle, type PricedCart, type PricedDeposit, type PricedLine } from './priced.ts'
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
    bundles: priced.bundles.map((bundle) => bundleView(bundle, currency)),
    deposits: priced.deposits.map((deposit) => depositView(deposit, currency)),
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
    codes: row.codes.map((code) => codeView(code, priced, ctx.scope.locale)),
    companyName: row.company_name,
    taxId: row.tax_id,
    taxDecision: priced.decided.decision && decisionView(priced.decided.decision, ctx.scope.locale),
    totals: totalsView(
      { ...priced.totals, discounts: priced.weighed.discounts, bundles: priced.bundles },
      currency,
    ),
    problems: [
      ...priced.lines.flatMap((line) => lineProblems(line, priced, ctx.scope.locale)),
      ...priced.bundles.flatMap((bundle) => bundleProblems(bundle, priced, ctx.scope.locale)),
    ],
    deliveryProblem: deliveryProblem(priced, ctx.scope.locale),
    missing: priced.missing,
    updatedAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function totalsView(
  totals: Omit<
    CalculatedTotals,
    'lines' | 'deliveryDiscount' | 'deliveryTaxRelief' | 'deliveryTax' | 'deliveryTaxParts'
  > & {
    discounts: readonly Omit<Discount, 'codeId'>[]
    bundles: readonly { id: string; name: string; reduction: number }[]
  },
  currency: string,
): Totals {
  const money = (amount: number): Money => ({ amount, currency })
  return {
    subtotal: money(totals.subtotal),
    deposit: money(totals.deposit),
    discount: money(totals.discount),
    taxRelief: money(totals.taxRelief),
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
    bundles: totals.bundles
      .filter(({ reduction }) => reduction > 0)
      .map(({ id: bundleId, name, reduction }) => ({ bundleId, name, amount: money(reduction) })),
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
    ownFields: line.ownFields,
    picture: line.picture,
    quantity: line.quantity,
    unitPrice: { amount: line.unitAmount, currency },
    measurePrice: measurePrice(line.content, { amount: line.unitAmount, currency }),
    compareAt: moneyOrNull(line.compareAt, currency),
    lowestIn30Days: moneyOrNull(line.lowest, currency),
    discount: { amount: line.discount, currency },
    taxRelief: { amount: line.taxRelief, currency },
    total: { amount: line.total, currency },
    available: line.available,
    quantityRule: line.quantityRule,
    promise: line.promise,
    priceHeldUntil: line.heldUntil?.toISOString() ?? null,
    bundleId: line.bundleId,
  }
}

function depositView(deposit: PricedDeposit, currency: string): CartDeposit {
  const { lineId, depositId, name, quantity } = deposit
  const money = (amount: number) => ({ amount, currency })
  return {
    lineId,
    depositId,
    name,
    quantity,
    unitPrice: money(deposit.unitAmount),
    total: money(deposit.total),
  }
}

function bundleView(bundle: PricedBundle, currency: string): CartBundle {
  const { id, variantId, productId, slug, sku, name, ownFields, quantity } = bundle
  return {
    id,
    variantId,
    productId,
    slug,
    sku,
    name,
    ownFields,
    quantity,
    unitPrice: { amount: bundle.unitAmount, currency },
    total: { amount: bundle.separately - bundle.reduction, currency },
    separately: { amount: bundle.separately, currency },
  }
}

function codeView(entered: EnteredCode, priced: PricedCart, locale: string): CartCode {
  const { row, weighed } = priced
  const verdict = weighed.verdicts.get(entered.promotionId)
  const amount = verdict?.reason === 'applied' ? verdict.amount : 0
  return {
    code: entered.code,
    name: weighed.nameOf(entered.promotionId),
    discount: { amount, currency: row.currency },
    problem: codeProblem(entered, priced, locale),
  }
}
