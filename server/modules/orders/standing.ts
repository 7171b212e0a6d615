/** How far payment and delivery are, derived from their own records; never set by hand. */
import { Words } from '#kit/types.ts'
import { isOff, type OrderState } from './state.ts'

const PAYMENT = [
  'none',
  'pending',
  'authorised',
  'part_paid',
  'paid',
  'over_paid',
  'part_refunded',
  'refunded',
  'failed',
  'disputed',
  'charged_back',
] as const
export type PaymentStanding = (typeof PAYMENT)[number]
export const PaymentStanding = Words('PaymentStanding', ...PAYMENT)

const FULFILMENT = ['none', 'part_shipped', 'shipped', 'part_delivered', 'delivered'] as const
export type FulfilmentStanding = (typeof FULFILMENT)[number]
export const FulfilmentStanding = Words('FulfilmentStanding', ...FULFILMENT)

const STATUS = ['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const
export type OrderStatus = (typeof STATUS)[number]
export const OrderStatus = Words('OrderStatus', ...STATUS)

export interface PaymentFigures {
  state: string
  /** Minor units. */
  authorised: number
  captured: number
  /** Set aside when a refund is approved, so it counts from then on. */
  refunded: number
  /** Taken back by a buyer's bank: while a dispute is open, and for good when it was lost. */
  disputed: number
}

const OPEN = new Set(['created', 'requires_action', 'processing'])

export function paymentStanding(payments: readonly PaymentFigures[], total: number): PaymentStanding {
  const captured = sum(payments, (payment) => payment.captured)
  const refunded = sum(payments, (payment) => payment.refunded)
  const disputed = sum(payments, (payment) => payment.disputed)
  if (captured > 0) {
    if (refunded >= captured) return 'refunded'
    if (payments.some((payment) => payment.state === 'disputed')) return 'disputed'
    if (disputed > 0 && captured - refunded - disputed < total) return 'charged_back'
    // What was paid too much and given back leaves the order paid.
    if (refunded > 0 && captured - refunded < total) return 'part_refunded'
    if (captured - refunded - disputed > total) return 'over_paid'
    return captured < total ? 'part_paid' : 'paid'
  }
  if (payments.some((payment) => payment.state === 'authorised')) return 'authorised'
  if (payments.some((payment) => OPEN.has(payment.state))) return 'pending'
  return payments.length > 0 ? 'failed' : 'none'
}

export interface LineFigures {
  quantity: number
  shipped: number
  delivered: number
  cancelled: number
}

export function fulfilmentStanding(lines: readonly LineFigures[]): FulfilmentStanding {
  const wanted = sum(lines, (line) => line.quantity - line.cancelled)
  const shipped = sum(lines, (line) => line.shipped)
  const delivered = sum(lines, (line) => line.delivered)
  if (wanted === 0 || shipped === 0) return 'none'
  if (delivered > 0) return delivered < wanted ? 'part_delivered' : 'delivered'
  return shipped < wanted ? 'part_shipped' : 'shipped'
}

/** The one word for lists: exactly pending, paid, shipped, delivered, cancelled or refunded. */
export function statusOf(state: OrderState, paid: PaymentStanding, sent: FulfilmentStanding): OrderStatus {
  if (paid === 'refunded') return 'refunded'
  if (isOff(state)) return 'cancelled'
  if (state === 'draft' || state === 'pending') return 'pending'
  if (sent === 'delivered') return 'delivered'
  return sent === 'shipped' ? 'shipped' : 'paid'
}

function sum<Of>(items: readonly Of[], amount: (item: Of) => number): number {
  return items.reduce((total, item) => total + amount(item), 0)
}
