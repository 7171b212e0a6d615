/** What an order is, as its buyer sees it: a snapshot that later changes of the catalogue do not touch. */
import { add } from '#kit/money.ts'
import {
  Count,
  Currency,
  Email,
  Flag,
  Id,
  Instant,
  Int,
  Key,
  Link,
  List,
  Locale,
  Money,
  Nullable,
  Slug,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { MOST_DEPOSITS, PromisedDays, Totals } from '../cart/index.ts'
import { OptionChoice } from '../catalog/index.ts'
import { Address } from '../customers/index.ts'
import { PickUp } from '../delivery/index.ts'
import { LinePromise } from '../inventory/index.ts'
import { Picture } from '../media/index.ts'
import { TaxDecision } from '../tax/index.ts'
import { OrderBundle } from './bundles.ts'
import { OrderDeposit } from './deposits.ts'
import { OrderDocument } from './documents/links.ts'
import { MOST_REFUNDS, OrderRefund, StaffOrderRefund } from './refunds/refund.ts'
import { FulfilmentStanding, OrderStatus, PaymentStanding } from './standing.ts'
import { OrderState } from './state.ts'

export const OrderLine = shape('OrderLine', {
  id: Id,
  variantId: Id,
  productId: Id,
  slug: Slug,
  sku: Text(80),
  name: Text(200),
  choices: List(OptionChoice, 5),
  picture: Nullable(Picture),
  quantity: Int(1, 9999),
  unitPrice: Money,
  /** Its part of the discounts, and of what its bundle costs less. */
  discount: Money,
  /** The tax in its price that was not charged. */
  taxRelief: Money,
  /** After the discount and the relief. */
  total: Money,
  quantityShipped: Int(0, 9999),
  quantityCancelled: Int(0, 9999),
  /** Of those that have not left, how many are not there yet: they were ordered ahead, or are short. */
  quantityWaiting: Int(0, 9999),
  /** The bundle it is a part of. */
  bundleId: Nullable(Id),
  /** As it was told when it was ordered; null: all of it was there. */
  promise: Nullable(LinePromise),
})
export type OrderLine = Static<typeof OrderLine>

/** As letters and receipts list it: what was taken off stands below the subtotal, by name. */
export function undiscounted({
  discount,
  taxRelief,
  total,
}: Pick<OrderLine, 'discount' | 'taxRelief' | 'total'>): Money {
  return add(add(total, discount), taxRelief)
}

export const OrderPayment = shape('OrderPayment', {
  id: Id,
  method: Key,
  state: Words(
    'PaymentState',
    'created',
    'requires_action',
    'processing',
    'authorised',
    'part_captured',
    'captured',
    'failed',
    'cancelled',
    'expired',
    'voided',
    'disputed',
    'won',
    'lost',
  ),
  amount: Money,
  captured: Money,
  refunded: Money,
  declineCode: Nullable(Key),
  /** Where the buyer goes on paying, while there is something to do there. */
  nextUrl: Nullable(Link),
  paidAt: Nullable(Instant),
  createdAt: Instant,
})
export type OrderPayment = Static<typeof OrderPayment>

export const TIMELINE = [
  'placed',
  'payment_failed',
  'paid',
  'confirmed',
  'shipped',
  'delivered',
  'cancelled',
  'expired',
  'refunded',
] as const
export type TimelineKind = (typeof TIMELINE)[number]

export const TimelineEntry = shape('TimelineEntry', { at: Instant, kind: Key, text: Text(400) })

export const DeliveryPromise = shape('DeliveryPromise', { minDays: PromisedDays, maxDays: PromisedDays })

const properties = {
  id: Id,
  number: Nullable(Text(20)),
  version: Version,
  state: OrderState,
  status: OrderStatus,
  paymentStanding: PaymentStanding,
  fulfilmentStanding: FulfilmentStanding,
  currency: Currency,
  locale: Locale,
  email: Email,
  lines: List(OrderLine, 200),
  bundles: List(OrderBundle, 200),
  deposits: List(OrderDeposit, MOST_DEPOSITS),
  totals: Totals,
  /** The business that bought; null: a person. */
  companyName: Nullable(Text(120)),
  taxId: Nullable(Text(20)),
  /** What was decided when it was placed, and by which evidence. */
  taxDecision: Nullable(TaxDecision),
  shippingAddress: Nullable(Address),
  billingAddress: Address,
  deliveryName: Nullable(Text(120)),
  /** As promised when it was placed, from that day on. */
  deliveryPromise: Nullable(DeliveryPromise),
  /** Where the buyer fetches the goods; null: they are brought. */
  pickUp: Nullable(PickUp),
  payments: List(OrderPayment, 50),
  refunds: List(OrderRefund, MOST_REFUNDS),
  documents: List(OrderDocument, 20),
  timeline: List(TimelineEntry, 500),
  placedAt: Instant,
  confirmedAt: Nullable(Instant),
  holdUntil: Nullable(Instant),
  canPay: Flag,
  canCancel: Flag,
  cartId: Id,
}

export const Order = shape('Order', properties)
export type Order = Static<typeof Order>

export const OrderHistory = shape('OrderHistory', {
  at: Instant,
  kind: Key,
  fromState: Nullable(OrderState),
  toState: Nullable(OrderState),
  actor: Text(80),
  cause: Text(200),
})

/** For staff: also whose it is, why it ended, and every step with who took it. */
export const StaffOrder = shape('StaffOrder', {
  ...properties,
  refunds: List(StaffOrderRefund, MOST_REFUNDS),
  customerId: Nullable(Id),
  cancelReason: Nullable(Text(400)),
  history: List(OrderHistory, 1000),
})
export type StaffOrder = Static<typeof StaffOrder>

export const OrderCard = shape('OrderCard', {
  id: Id,
  number: Nullable(Text(20)),
  status: OrderStatus,
  paymentStanding: PaymentStanding,
  total: Money,
  itemCount: Count,
  placedAt: Instant,
  pictures: List(Picture, 4),
})

export const StaffOrderCard = shape('StaffOrderCard', {
  id: Id,
  number: Nullable(Text(20)),
  state: OrderState,
  status: OrderStatus,
  paymentStanding: PaymentStanding,
  email: Email,
  customerId: Nullable(Id),
  total: Money,
  itemCount: Count,
  placedAt: Instant,
})
