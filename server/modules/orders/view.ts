/** An order's row in the words of the shop. */
import type { Ctx } from '#kit/context.ts'
import { languageOf } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { totalsView } from '../cart/index.ts'
import type { PickUp } from '../delivery/index.ts'
import { isOpen } from '../payments/index.ts'
import { decisionView } from '../tax/index.ts'
import { type Order, type OrderLine, type OrderPayment, type StaffOrder, type TimelineKind } from './order.ts'
import { bundleView } from './bundles.ts'
import { depositView } from './deposits.ts'
import { documentsOf } from './documents/links.ts'
import { MOST_REFUNDS, refundsView, staffRefund } from './refunds/refund.ts'
import type { HistoryRow, OrderLineRow, OrderPaymentRow, OrderRow } from './rows.ts'
import { fulfilmentStanding, paymentStanding, statusOf } from './standing.ts'
import { mayStep } from './state.ts'
import { TIMELINE_WORDS } from './timeline-words.ts'

export function toOrder(row: OrderRow, ctx: Pick<Ctx, 'scope' | 'app' | 'now'>): Order {
  const { currency } = row
  const paid = paymentStanding(row.payments, row.total_amount)
  const sent = fulfilmentStanding(row.lines)
  const moving = row.payments.some((payment) => payment.state === 'processing')
  const taken = row.payments.some((payment) => payment.captured > 0)
  const kept = row.payments.reduce(
    (sum, { captured, refunded, disputed }) => sum + captured - refunded - disputed,
    0,
  )
  return {
    id: row.id,
    number: numberText(row.number),
    version: row.version,
    state: row.state,
    status: statusOf(row.state, paid, sent),
    paymentStanding: paid,
    fulfilmentStanding: sent,
    currency,
    locale: row.locale,
    email: row.email,
    lines: row.lines.map((line) => lineView(line, currency)),
    bundles: row.bundles.map((bundle) => bundleView(bundle, currency)),
    deposits: row.deposits.map((deposit) => depositView(deposit, currency)),
    totals: totalsView(
      {
        subtotal: row.subtotal_amount,
        deposit: row.deposit_amount,
        discount: row.discount_amount,
        taxRelief: row.tax_relief_amount,
        delivery: row.delivery_amount,
        tax: row.tax_amount,
        total: row.total_amount,
        taxIncluded: row.prices_include_tax,
        taxes: row.taxes,
        discounts: row.discounts,
        bundles: row.bundles,
      },
      currency,
    ),
    companyName: row.company_name,
    taxId: row.tax_id,
    taxDecision: row.tax_decision && decisionView(row.tax_decision, ctx.scope.locale),
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    deliveryName: row.delivery?.name ?? null,
    deliveryPromise: row.delivery && { minDays: row.delivery.minDays, maxDays: row.delivery.maxDays },
    pickUp: row.delivery?.pickUp ?? null,
    payments: row.payments.map((payment) => paymentView(payment, currency)),
    refunds: refundsView(row).slice(-MOST_REFUNDS),
    documents: documentsOf(row, ctx),
    timeline: row.history
      .filter((entry) => entry.public)
      .map((entry) => ({
        at: entry.at,
        kind: entry.kind,
        text: sayEntry(entry, ctx.scope.locale, row.delivery?.pickUp),
      }))
      .slice(-500),
    placedAt: row.placed_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    holdUntil: row.state === 'pending' ? (row.hold_until?.toISOString() ?? null) : null,
    canPay: row.state === 'pending' && !moving && kept < row.total_amount,
    canCancel: mayStep(row.state, 'cancelled') && sent === 'none' && !moving && !taken,
    cartId: row.cart_id,
  }
}

export function toStaffOrder(row: OrderRow, ctx: Pick<Ctx, 'scope' | 'app' | 'now'>): StaffOrder {
  return {
    ...toOrder(row, ctx),
    refunds: row.refunds.slice(-MOST_REFUNDS).map((refund) => staffRefund(refund, row)),
    customerId: row.customer_id,
    cancelReason: row.cancel_reason,
    history: row.history.slice(-1000).map(({ at, kind, from, to, actor, cause }) => ({
      at,
      kind,
      fromState: from,
      toState: to,
      actor,
      cause,
    })),
  }
}

export function numberText(number: number | null): string | null {
  return number === null ? null : String(number)
}

function lineView(line: OrderLineRow, currency: string): OrderLine {
  const { id, variantId, productId, slug, sku, name, choices, picture, quantity } = line
  return {
    id,
    variantId,
    productId,
    slug,
    sku,
    name,
    choices,
    picture,
    quantity,
    unitPrice: { amount: line.unitAmount, currency },
    discount: { amount: line.discount, currency },
    taxRelief: { amount: line.taxRelief, currency },
    total: { amount: line.total, currency },
    quantityShipped: line.shipped,
    quantityCancelled: line.cancelled,
    quantityWaiting: line.waiting,
    bundleId: line.bundleId,
    promise: line.promise,
  }
}

function paymentView(payment: OrderPaymentRow, currency: string): OrderPayment {
  const money = (amount: number): Money => ({ amount, currency })
  return {
    id: payment.id,
    method: payment.method,
    state: payment.state,
    amount: money(payment.amount),
    captured: money(payment.captured),
    refunded: money(payment.refunded),
    declineCode: payment.declineCode,
    nextUrl: isOpen(payment.state) ? payment.nextUrl : null,
    paidAt: payment.paidAt,
    createdAt: payment.createdAt,
  }
}

interface Facts {
  number?: string
  quantity?: number
  amount?: Money
}

function sayEntry(
  { kind, facts: told }: HistoryRow,
  locale: string,
  pickUp: PickUp | null | undefined,
): string {
  const words = TIMELINE_WORDS[languageOf(locale)]
  const facts: Facts = told
  const amount = facts.amount ? formatMoney(facts.amount, locale) : null
  const pieces = facts.quantity ?? null
  switch (kind as TimelineKind) {
    case 'placed':
      return words.placed
    case 'payment_failed':
      return words.paymentFailed
    case 'paid':
      return words.paid(amount)
    case 'confirmed':
      return words.confirmed(facts.number ?? null)
    case 'shipped':
      return pickUp ? words.ready(pieces, pickUp.name) : words.sent(pieces)
    case 'delivered':
      return pickUp ? words.fetched(pieces) : words.delivered(pieces)
    case 'cancelled':
      return words.cancelled
    case 'expired':
      return words.expired
    case 'refunded':
      return words.refunded(amount)
    default:
      return kind
  }
}
