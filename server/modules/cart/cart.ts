/** What a cart is, as its owner sees it. */
import { OwnField } from '#kit/own-fields.ts'
import {
  Count,
  Currency,
  Email,
  Flag,
  Id,
  Instant,
  Int,
  Key,
  List,
  Locale,
  Money,
  Nullable,
  OneOf,
  Slug,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { MOST_OF_ONE, MeasurePrice, OptionChoice, QuantityRule } from '../catalog/index.ts'
import { Address } from '../customers/index.ts'
import { PickUp } from '../delivery/index.ts'
import { LinePromise } from '../inventory/index.ts'
import { Picture } from '../media/index.ts'
import { BasisPoints, Hundredths, TaxDecision } from '../tax/index.ts'

export { MOST_OF_ONE }
export const MOST_LINES = 200
export const MOST_CODES = 10
/** Pieces of one line: of a part, those in all its bundles. */
export const MOST_ON_LINE = 9_999
/** Bottles and the like of one line. */
export const MOST_ON_DEPOSIT = 9_999_999
export const MOST_DEPOSITS = 1000
const MOST_DISCOUNTS = 200

export const TaxLine = shape('TaxLine', {
  name: Text(120),
  rateBasisPoints: BasisPoints,
  rateHundredths: Hundredths,
  base: Money,
  amount: Money,
})

/** A promotion that holds, and what it takes off. */
export const Discount = shape('Discount', {
  promotionId: Id,
  name: Text(120),
  code: Nullable(Text(80)),
  amount: Money,
})

/** What a bundle costs less than its parts by themselves. */
export const BundleReduction = shape('BundleReduction', { bundleId: Id, name: Text(300), amount: Money })

export const Totals = shape('Totals', {
  /** Of the goods, before discounts. */
  subtotal: Money,
  /** What is asked for bottles and the like. */
  deposit: Money,
  discount: Money,
  /** The tax that the prices include and that an exempt buyer does not pay. */
  taxRelief: Money,
  delivery: Money,
  tax: Money,
  total: Money,
  taxIncluded: Flag,
  taxes: List(TaxLine, 20),
  /** What promotions take off; `discount` is made of these and of what bundles take off. */
  discounts: List(Discount, MOST_DISCOUNTS),
  bundles: List(BundleReduction, MOST_LINES),
})
export type Totals = Static<typeof Totals>

/** Those fields of the store's own that stand beside a line: of its product and of its variant. */
const OwnFields = List(OwnField, 128)

export const CartLine = shape('CartLine', {
  id: Id,
  variantId: Id,
  productId: Id,
  slug: Slug,
  sku: Text(80),
  name: Text(200),
  choices: List(OptionChoice, 5),
  ownFields: OwnFields,
  picture: Nullable(Picture),
  quantity: Int(1, MOST_ON_LINE),
  unitPrice: Money,
  /** What a measure of it costs; null: it is sold by the piece. */
  measurePrice: Nullable(MeasurePrice),
  compareAt: Nullable(Money),
  /** The lowest price of the 30 days before a reduction for everybody; with `compareAt` only. */
  lowestIn30Days: Nullable(Money),
  /** Its part of the discounts. */
  discount: Money,
  /** Its part of the tax relief. */
  taxRelief: Money,
  /** After the discount and the relief. */
  total: Money,
  available: Int(0, 2_147_483_647),
  quantityRule: QuantityRule,
  /** Of these pieces some are not there yet, and leave later; null: all are there. */
  promise: Nullable(LinePromise),
  /** Until then the price does not rise; null: it is not held. */
  priceHeldUntil: Nullable(Instant),
  /** The bundle it is a part of; its quantity follows that of the bundle. */
  bundleId: Nullable(Id),
})
export type CartLine = Static<typeof CartLine>

/** So many of a bundle. What is in it are the lines that name it. */
export const CartBundle = shape('CartBundle', {
  id: Id,
  variantId: Id,
  productId: Id,
  slug: Slug,
  sku: Text(80),
  name: Text(300),
  ownFields: OwnFields,
  quantity: Int(1, 999),
  /** What one costs. */
  unitPrice: Money,
  total: Money,
  /** What its parts cost by themselves. */
  separately: Money,
})
export type CartBundle = Static<typeof CartBundle>

/** Asked beside the price of a line, for bottles and the like; it comes and goes with the line. */
export const CartDeposit = shape('CartDeposit', {
  lineId: Id,
  depositId: Id,
  name: Text(120),
  quantity: Int(1, MOST_ON_DEPOSIT),
  unitPrice: Money,
  /** Without the tax that is not charged. */
  total: Money,
})
export type CartDeposit = Static<typeof CartDeposit>

/** Days of a delivery promise: those of the way and those until the goods leave. */
export const PromisedDays = Int(0, 1000)

export const CartDelivery = shape('CartDelivery', {
  methodId: Id,
  name: Text(120),
  price: Money,
  minDays: PromisedDays,
  maxDays: PromisedDays,
  pickUp: Nullable(PickUp),
})

export const CartAction = shape(
  'CartAction',
  {
    kind: OneOf(
      'set_quantity',
      'accept_price',
      'remove_item',
      'set_bundle_quantity',
      'remove_bundle',
      'remove_code',
      'choose_delivery',
      'change_address',
    ),
    lineId: Nullable(Id),
    bundleId: Nullable(Id),
    quantity: Nullable(Int(1, 9999)),
    code: Nullable(Text(80)),
  },
  {
    description:
      'What mends a problem: `set_quantity` and `accept_price` by `cart.setQuantity` with `lineId` and `quantity`, `remove_item` by `cart.removeItem`, `set_bundle_quantity` and `remove_bundle` by `cart.setBundleQuantity` with `bundleId` and `quantity` or none, `remove_code` by `cart.removeCode`, `choose_delivery` by `cart.setDetails` with one of `cart.deliveryOffers`, `change_address` by `cart.setDetails`.',
  },
)
const CartActions = List(CartAction, 3)

export const CartProblem = shape('CartProblem', {
  kind: OneOf('out_of_stock', 'less_left', 'not_for_sale', 'price_changed', 'wrong_quantity'),
  lineId: Id,
  message: Text(400),
  available: Nullable(Count),
  was: Nullable(Money),
  is: Nullable(Money),
  quantityRule: Nullable(QuantityRule),
  actions: CartActions,
})
export type CartProblem = Static<typeof CartProblem>

/** A code that was entered. It stays while the cart lives and is weighed anew with each change. */
export const CartCode = shape('CartCode', {
  code: Text(80),
  name: Nullable(Text(120)),
  discount: Money,
  /** Why it takes nothing off as the cart is now; null: it holds. */
  problem: Nullable(shape('CartCodeProblem', { code: Key, message: Text(400), actions: CartActions })),
})
export type CartCode = Static<typeof CartCode>

export const CartDeliveryProblem = shape('CartDeliveryProblem', {
  kind: OneOf('not_offered', 'nowhere'),
  message: Text(400),
  actions: CartActions,
})
export type CartDeliveryProblem = Static<typeof CartDeliveryProblem>

export type Missing = 'items' | 'email' | 'shipping_address' | 'billing_address' | 'delivery'
export const Missing = Words(
  'CartMissing',
  'items',
  'email',
  'shipping_address',
  'delivery',
  'billing_address',
)

export type CartState = 'open' | 'completing' | 'completed' | 'abandoned' | 'merged'
export const CartState = Words('CartState', 'open', 'completing', 'completed', 'abandoned', 'merged')

export const Cart = shape('Cart', {
  id: Id,
  version: Version,
  state: CartState,
  currency: Currency,
  locale: Locale,
  lines: List(CartLine, MOST_LINES),
  bundles: List(CartBundle, MOST_LINES),
  deposits: List(CartDeposit, MOST_DEPOSITS),
  itemCount: Count,
  email: Nullable(Email),
  shippingAddress: Nullable(Address),
  billingAddress: Nullable(Address),
  /** False where there are only services: then nobody asks for a shipping address or a way of delivery. */
  needsDelivery: Flag,
  delivery: Nullable(CartDelivery),
  codes: List(CartCode, MOST_CODES),
  /** The business that buys; null: a person. */
  companyName: Nullable(Text(120)),
  taxId: Nullable(Text(20)),
  /** Null: a buyer without a tax id, whom no certificate exempts. */
  taxDecision: Nullable(TaxDecision),
  totals: Totals,
  /** Of the lines; those of codes stand beside the code. */
  problems: List(CartProblem, 400),
  deliveryProblem: Nullable(CartDeliveryProblem),
  missing: List(Missing, 4),
  updatedAt: Instant,
  expiresAt: Instant,
})
export type Cart = Static<typeof Cart>
