// Generated from the operations by tools/contracts.ts; do not edit.
import type { CallOptions, Custom, ProblemOf, StreamOptions } from '../call.ts'

export type CartMissing = 'items' | 'email' | 'shipping_address' | 'delivery'

export type CartProblemKind = 'out_of_stock' | 'less_left' | 'not_for_sale' | 'price_changed'

export type CartState = 'open' | 'completing' | 'completed' | 'abandoned' | 'merged'

export type FulfilmentStanding = 'none' | 'part_shipped' | 'shipped' | 'part_delivered' | 'delivered'

export type MarketTaxRounding = 'line' | 'total'

export type MeKind = 'anonymous' | 'guest' | 'person'

export type OrderState = 'draft' | 'pending' | 'confirmed' | 'on_hold' | 'completed' | 'cancelled' | 'expired' | 'archived'

export type OrderStatus = 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded'

export type PaymentStanding = 'none' | 'pending' | 'authorised' | 'part_paid' | 'paid' | 'part_refunded' | 'refunded' | 'failed'

export type PaymentState = 'created' | 'requires_action' | 'processing' | 'authorised' | 'part_captured' | 'captured' | 'failed' | 'cancelled' | 'expired' | 'voided' | 'disputed' | 'won' | 'lost'

export type ProductAvailability = 'in_stock' | 'low_stock' | 'out_of_stock'

export type ProductCardAvailability = 'in_stock' | 'low_stock' | 'out_of_stock'

export type ProductSortBy = 'position' | 'newest' | 'name' | 'price'

export type ShipmentState = 'planned' | 'picked' | 'packed' | 'shipped' | 'delivered' | 'cancelled' | 'lost' | 'returned_to_sender'

export type VariantAvailability = 'in_stock' | 'low_stock' | 'out_of_stock'

export interface Address {
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  company: string | null
  line2: string | null
  region: string | null
  phone: string | null
}

export interface AddressBook {
  items: SavedAddress[]
}

export interface AddressInput {
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  company?: string | null | undefined
  line2?: string | null | undefined
  region?: string | null | undefined
  phone?: string | null | undefined
}

export interface AuditEntry {
  id: string
  at: string
  actor: string
  operation: string
  subject: string | null
  subjectId: string | null
  before: string | null
  after: string | null
  traceId: string
}

export interface AuditEntryPage {
  items: AuditEntry[]
  next: string | null
  total: PageTotal | null
}

export interface Cart {
  id: string
  version: number
  state: CartState
  currency: string
  locale: string
  lines: CartLine[]
  itemCount: number
  email: string | null
  shippingAddress: Address | null
  billingAddress: Address | null
  delivery: CartDelivery | null
  totals: Totals
  problems: CartProblem[]
  missing: CartMissing[]
  updatedAt: string
  expiresAt: string
}

export interface CartDelivery {
  methodId: string
  name: string
  price: Money
}

export interface CartLine {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  picture: Picture | null
  quantity: number
  unitPrice: Money
  compareAt: Money | null
  total: Money
  available: number
}

export interface CartProblem {
  kind: CartProblemKind
  lineId: string
  message: string
  available: number | null
  was: Money | null
  is: Money | null
}

export interface Category {
  id: string
  slug: string
  name: string
  description: string
  parentId: string | null
  picture: Picture | null
  productCount: number
}

export interface CategoryList {
  items: Category[]
}

export interface Channel {
  id: string
  code: string
  name: string
  holdMinutes: number
  holdOnCheckout: boolean
  gaplessNumbers: boolean
}

export interface ChannelList {
  items: Channel[]
}

export interface CurrentCart {
  cart: Cart | null
}

export interface DeadJob {
  id: number
  task: string
  name: string
  attempts: number
  lastError: string | null
  failedAt: string
}

export interface DeadJobList {
  items: DeadJob[]
}

export interface DeliveryOffer {
  methodId: string
  name: string
  description: string
  price: Money
  minDays: number
  maxDays: number
}

export interface DeliveryOfferList {
  items: DeliveryOffer[]
}

export interface Done {
  done: true
}

export interface InvariantReport {
  holds: boolean
  items: InvariantResult[]
}

export interface InvariantResult {
  id: string
  says: string
  holds: boolean
  broken: number
  rows: string[]
}

export interface LoggedEvent {
  id: string
  name: string
  ids: string[]
  actor: string
  traceId: string
  at: string
}

export interface LoggedEventPage {
  items: LoggedEvent[]
  next: string | null
  total: PageTotal | null
}

export interface Market {
  id: string
  code: string
  name: string
  currency: string
  countries: string[]
  pricesIncludeTax: boolean
  taxRounding: MarketTaxRounding
}

export interface MarketList {
  items: Market[]
}

export interface Me {
  kind: MeKind
  person: Person | null
}

export interface Money {
  amount: number
  currency: string
}

export type NextStep = Redirect | Wait | Nothing

export interface Nothing {
  kind: 'none'
}

export interface OptionChoice {
  option: string
  optionName: string
  value: string
  valueName: string
  swatch: string | null
}

export interface Order {
  id: string
  number: string | null
  version: number
  state: OrderState
  status: OrderStatus
  paymentStanding: PaymentStanding
  fulfilmentStanding: FulfilmentStanding
  currency: string
  locale: string
  email: string
  lines: OrderLine[]
  totals: Totals
  shippingAddress: Address | null
  billingAddress: Address
  deliveryName: string | null
  payments: OrderPayment[]
  timeline: TimelineEntry[]
  placedAt: string
  confirmedAt: string | null
  holdUntil: string | null
  canPay: boolean
  canCancel: boolean
  cartId: string
  shipments: Shipment[]
}

export interface OrderCard {
  id: string
  number: string | null
  status: OrderStatus
  total: Money
  itemCount: number
  placedAt: string
  pictures: Picture[]
}

export interface OrderCardPage {
  items: OrderCard[]
  next: string | null
  total: PageTotal | null
}

export interface OrderHistory {
  at: string
  kind: string
  fromState: OrderState | null
  toState: OrderState | null
  actor: string
  cause: string
}

export interface OrderLine {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  name: string
  choices: OptionChoice[]
  picture: Picture | null
  quantity: number
  unitPrice: Money
  total: Money
  quantityShipped: number
  quantityCancelled: number
}

export interface OrderPayment {
  id: string
  method: string
  state: PaymentState
  amount: Money
  captured: Money
  refunded: Money
  declineCode: string | null
  nextUrl: string | null
  paidAt: string | null
  createdAt: string
}

/** How many there are. With `atLeast` there are more than that. */
export interface PageTotal {
  count: number
  atLeast: boolean
}

export interface Person {
  id: string
  email: string
  name: string
  locale: string
  version: number
}

export interface Picture {
  url: string
  width: number
  height: number
  alt: string
  sources: PictureSource[]
}

export interface PictureSource {
  url: string
  width: number
  type: string
}

export interface Placement {
  order: Order
  accessToken: string
  next: NextStep
}

export interface Product {
  id: string
  slug: string
  name: string
  subtitle: string | null
  description: string
  facts: ProductFact[]
  categories: ProductCategory[]
  pictures: Picture[]
  options: ProductOption[]
  variants: Variant[]
  price: Money
  priceVaries: boolean
  compareAt: Money | null
  availability: ProductAvailability
  version: number
}

export interface ProductCard {
  id: string
  slug: string
  name: string
  subtitle: string | null
  picture: Picture | null
  price: Money
  priceVaries: boolean
  compareAt: Money | null
  availability: ProductCardAvailability
  swatches: string[]
}

export interface ProductCardPage {
  items: ProductCard[]
  next: string | null
  total: PageTotal | null
}

export interface ProductCategory {
  slug: string
  name: string
}

export interface ProductFact {
  name: string
  value: string
}

export interface ProductOption {
  key: string
  name: string
  values: ProductOptionValue[]
}

export interface ProductOptionValue {
  key: string
  name: string
  swatch: string | null
}

export interface ProductSort {
  by: ProductSortBy
  desc?: boolean | undefined
}

export interface Profile {
  email: string
  name: string
  phone: string | null
  marketing: boolean
  version: number
}

export interface Redirect {
  kind: 'redirect'
  url: string
}

export interface SavedAddress {
  id: string
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  company: string | null
  line2: string | null
  region: string | null
  phone: string | null
  isDefault: boolean
  version: number
}

export interface Session {
  token: string
  expiresAt: string
  person: Person | null
}

export interface Shipment {
  id: string
  orderId: string
  state: ShipmentState
  carrier: string | null
  trackingCode: string | null
  trackingUrl: string | null
  lines: ShipmentLine[]
  shippedAt: string | null
  deliveredAt: string | null
  version: number
}

export interface ShipmentLine {
  orderLineId: string
  quantity: number
}

export interface ShipmentPart {
  orderLineId: string
  quantity: number
}

export interface ShortLine {
  lineId: string
  available: number
}

export interface StaffOrder {
  id: string
  number: string | null
  version: number
  state: OrderState
  status: OrderStatus
  paymentStanding: PaymentStanding
  fulfilmentStanding: FulfilmentStanding
  currency: string
  locale: string
  email: string
  lines: OrderLine[]
  totals: Totals
  shippingAddress: Address | null
  billingAddress: Address
  deliveryName: string | null
  payments: OrderPayment[]
  timeline: TimelineEntry[]
  placedAt: string
  confirmedAt: string | null
  holdUntil: string | null
  canPay: boolean
  canCancel: boolean
  cartId: string
  customerId: string | null
  cancelReason: string | null
  history: OrderHistory[]
  shipments: Shipment[]
}

export interface StaffOrderCard {
  id: string
  number: string | null
  state: OrderState
  status: OrderStatus
  email: string
  customerId: string | null
  total: Money
  itemCount: number
  placedAt: string
}

export interface StaffOrderCardPage {
  items: StaffOrderCard[]
  next: string | null
  total: PageTotal | null
}

export interface Store {
  id: string
  code: string
  name: string
  email: string
  currency: string
  locale: string
  country: string
  timeZone: string
  version: number
}

export interface Storefront {
  name: string
  locale: string
  currency: string
  timeZone: string
  countries: StorefrontCountry[]
  demo: boolean
}

export interface StorefrontCountry {
  code: string
  name: string
}

export interface TaxLine {
  name: string
  rateBasisPoints: number
  base: Money
  amount: Money
}

export interface TimelineEntry {
  at: string
  kind: string
  text: string
}

export interface Totals {
  subtotal: Money
  discount: Money
  delivery: Money
  tax: Money
  total: Money
  taxIncluded: boolean
  taxes: TaxLine[]
}

export interface Variant {
  id: string
  sku: string
  choices: OptionChoice[]
  price: Money
  compareAt: Money | null
  availability: VariantAvailability
  available: number
  pictureUrl: string | null
}

export interface Wait {
  kind: 'wait'
}

export interface BrowseCategoriesInput {}

export interface BrowseProductInput {
  slug: string
}

export interface BrowseProductsInput {
  category?: string | undefined
  q?: string | undefined
  sort?: ProductSort | undefined
  featured?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface CartAddItemInput {
  cartId: string
  variantId: string
  quantity: number
  expectedVersion?: number | undefined
}

export interface CartClearInput {
  cartId: string
  expectedVersion?: number | undefined
}

export interface CartCreateInput {}

export interface CartCurrentInput {}

export interface CartDeliveryOffersInput {
  cartId: string
}

export interface CartGetInput {
  cartId: string
}

export interface CartRemoveItemInput {
  cartId: string
  lineId: string
  expectedVersion?: number | undefined
}

export interface CartSetDetailsInput {
  cartId: string
  expectedVersion?: number | undefined
  email?: string | null | undefined
  shippingAddress?: AddressInput | null | undefined
  billingAddress?: AddressInput | null | undefined
  deliveryMethodId?: string | null | undefined
}

export interface CartSetQuantityInput {
  cartId: string
  lineId: string
  quantity: number
  expectedVersion?: number | undefined
}

export interface CustomersAddressesCreateInput {
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  company?: string | null | undefined
  line2?: string | null | undefined
  region?: string | null | undefined
  phone?: string | null | undefined
  isDefault?: boolean | undefined
}

export interface CustomersAddressesListInput {}

export interface CustomersAddressesRemoveInput {
  addressId: string
  expectedVersion?: number | undefined
}

export interface CustomersAddressesUpdateInput {
  addressId: string
  name?: string | undefined
  line1?: string | undefined
  postalCode?: string | undefined
  city?: string | undefined
  country?: string | undefined
  company?: string | null | undefined
  line2?: string | null | undefined
  region?: string | null | undefined
  phone?: string | null | undefined
  isDefault?: boolean | undefined
  expectedVersion?: number | undefined
}

export interface CustomersProfileGetInput {}

export interface CustomersProfileUpdateInput {
  phone?: string | null | undefined
  marketing?: boolean | undefined
  expectedVersion?: number | undefined
}

export interface FulfilmentShipmentsCreateInput {
  orderId: string
  lines?: ShipmentPart[] | undefined
  carrier?: string | null | undefined
  trackingCode?: string | null | undefined
  trackingUrl?: string | null | undefined
}

export interface FulfilmentShipmentsDeliverInput {
  shipmentId: string
  expectedVersion?: number | undefined
}

export interface IdentityLogInInput {
  email: string
  password: string
}

export interface IdentityLogOutInput {}

export interface IdentityMeInput {}

export interface IdentitySignUpInput {
  email: string
  password: string
  name: string
}

export interface IdentityStartGuestInput {}

export interface OrdersAdminCancelInput {
  orderId: string
  reason?: string | undefined
  expectedVersion?: number | undefined
}

export interface OrdersAdminGetInput {
  orderId: string
}

export interface OrdersAdminListInput {
  state?: OrderState | undefined
  q?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface OrdersCancelInput {
  orderId: string
  token?: string | undefined
  expectedVersion?: number | undefined
}

export interface OrdersFollowInput {
  orderId: string
  token?: string | undefined
}

export interface OrdersGetInput {
  orderId: string
  token?: string | undefined
}

export interface OrdersListInput {
  state?: OrderState | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface OrdersPayInput {
  orderId: string
  token?: string | undefined
  paymentMethod: string
  returnUrl: string
  cancelUrl: string
}

export interface OrdersPlaceInput {
  cartId: string
  paymentMethod: string
  returnUrl: string
  cancelUrl: string
  expectedTotal?: Money | undefined
}

export interface SettingsChannelsListInput {}

export interface SettingsMarketsListInput {}

export interface SettingsStoreGetInput {}

export interface SettingsStoreUpdateInput {
  name?: string | undefined
  email?: string | undefined
  expectedVersion?: number | undefined
}

export interface SettingsStorefrontInput {}

export interface SystemAuditListInput {
  operation?: string | undefined
  subjectId?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface SystemEventsListInput {
  name?: string | undefined
  limit?: number | undefined
  after?: string | undefined
  page?: number | undefined
  withTotal?: boolean | undefined
}

export interface SystemInvariantsInput {}

export interface SystemJobsDeadInput {}

export interface SystemJobsRetryInput {
  jobId: number
}

export type AddressTooLongProblem = ProblemOf<'address_too_long', 414, { limitBytes: number }>
export type CartClosedProblem = ProblemOf<'cart.closed', 409, { state: CartState }>
export type CartDeliveryNotOfferedProblem = ProblemOf<'cart.delivery_not_offered', 422, Record<string, never>>
export type CartIncompleteProblem = ProblemOf<'cart.incomplete', 409, { missing: CartMissing[] }>
export type CartNotForSaleProblem = ProblemOf<'cart.not_for_sale', 409, { variantIds: string[] }>
export type CartOutOfStockProblem = ProblemOf<'cart.out_of_stock', 409, { available: number; lines: ShortLine[] }>
export type CrossSiteProblem = ProblemOf<'cross_site', 403, Record<string, never>>
export type CustomersAddressBookFullProblem = ProblemOf<'customers.address_book_full', 409, { limit: number }>
export type ForbiddenProblem = ProblemOf<'forbidden', 403, Record<string, never>>
export type FulfilmentMoreThanLeftProblem = ProblemOf<'fulfilment.more_than_left', 409, { orderLineId: string; left: number }>
export type FulfilmentNotOnTheWayProblem = ProblemOf<'fulfilment.not_on_the_way', 409, { state: ShipmentState }>
export type FulfilmentNotShippableProblem = ProblemOf<'fulfilment.not_shippable', 409, { state: OrderState }>
export type FulfilmentNothingToShipProblem = ProblemOf<'fulfilment.nothing_to_ship', 409, Record<string, never>>
export type HeadersTooLargeProblem = ProblemOf<'headers_too_large', 431, { limitBytes: number }>
export type IdempotencyInProgressProblem = ProblemOf<'idempotency_in_progress', 409, Record<string, never>>
export type IdempotencyKeyNeededProblem = ProblemOf<'idempotency_key_needed', 400, Record<string, never>>
export type IdempotencyKeyReusedProblem = ProblemOf<'idempotency_key_reused', 422, Record<string, never>>
export type IdentityLogInRefusedProblem = ProblemOf<'identity.log_in_refused', 401, Record<string, never>>
export type IdentitySignUpRefusedProblem = ProblemOf<'identity.sign_up_refused', 409, Record<string, never>>
export type InternalProblem = ProblemOf<'internal', 500, Record<string, never>>
export type InvalidInputProblem = ProblemOf<'invalid_input', 422, Record<string, never>>
export type MethodNotAllowedProblem = ProblemOf<'method_not_allowed', 405, { allowed: string[] }>
export type NotFoundProblem = ProblemOf<'not_found', 404, Record<string, never>>
export type OrdersNotCancellableProblem = ProblemOf<'orders.not_cancellable', 409, { state: OrderState }>
export type OrdersNotPayableProblem = ProblemOf<'orders.not_payable', 409, { state: OrderState }>
export type OrdersTotalChangedProblem = ProblemOf<'orders.total_changed', 409, { total: Money }>
export type PaymentsMethodUnknownProblem = ProblemOf<'payments.method_unknown', 422, { method: string }>
export type PaymentsOutcomeUnknownProblem = ProblemOf<'payments.outcome_unknown', 409, Record<string, never>>
export type StaleVersionProblem = ProblemOf<'stale_version', 412, { currentVersion: number }>
export type TooLargeProblem = ProblemOf<'too_large', 413, { limitBytes: number }>
export type TooManyRequestsProblem = ProblemOf<'too_many_requests', 429, { retryAfterSeconds: number }>
export type TooSlowProblem = ProblemOf<'too_slow', 408, Record<string, never>>
export type UnauthenticatedProblem = ProblemOf<'unauthenticated', 401, Record<string, never>>
export type UnavailableProblem = ProblemOf<'unavailable', 503, { retryAfterSeconds: number }>
export type UnknownExpectationProblem = ProblemOf<'unknown_expectation', 417, Record<string, never>>
export type UnknownFieldProblem = ProblemOf<'unknown_field', 400, Record<string, never>>
export type UnreadableProblem = ProblemOf<'unreadable', 400, Record<string, never>>
export type UnsupportedMediaTypeProblem = ProblemOf<'unsupported_media_type', 415, Record<string, never>>

/** Everything that the server may refuse with, told apart by `code`. */
export type ServerProblem =
  | AddressTooLongProblem
  | CartClosedProblem
  | CartDeliveryNotOfferedProblem
  | CartIncompleteProblem
  | CartNotForSaleProblem
  | CartOutOfStockProblem
  | CrossSiteProblem
  | CustomersAddressBookFullProblem
  | ForbiddenProblem
  | FulfilmentMoreThanLeftProblem
  | FulfilmentNotOnTheWayProblem
  | FulfilmentNotShippableProblem
  | FulfilmentNothingToShipProblem
  | HeadersTooLargeProblem
  | IdempotencyInProgressProblem
  | IdempotencyKeyNeededProblem
  | IdempotencyKeyReusedProblem
  | IdentityLogInRefusedProblem
  | IdentitySignUpRefusedProblem
  | InternalProblem
  | InvalidInputProblem
  | MethodNotAllowedProblem
  | NotFoundProblem
  | OrdersNotCancellableProblem
  | OrdersNotPayableProblem
  | OrdersTotalChangedProblem
  | PaymentsMethodUnknownProblem
  | PaymentsOutcomeUnknownProblem
  | StaleVersionProblem
  | TooLargeProblem
  | TooManyRequestsProblem
  | TooSlowProblem
  | UnauthenticatedProblem
  | UnavailableProblem
  | UnknownExpectationProblem
  | UnknownFieldProblem
  | UnreadableProblem
  | UnsupportedMediaTypeProblem

/** Each operation's own failures. */
export interface FailuresOf {
  'cart.addItem': CartOutOfStockProblem | CartNotForSaleProblem | CartClosedProblem
  'cart.clear': CartClosedProblem
  'cart.removeItem': CartClosedProblem
  'cart.setDetails': CartDeliveryNotOfferedProblem | CartClosedProblem
  'cart.setQuantity': CartOutOfStockProblem | CartNotForSaleProblem | CartClosedProblem
  'customers.addresses.create': CustomersAddressBookFullProblem
  'fulfilment.shipments.create': FulfilmentNotShippableProblem | FulfilmentNothingToShipProblem | FulfilmentMoreThanLeftProblem
  'fulfilment.shipments.deliver': FulfilmentNotOnTheWayProblem
  'identity.logIn': IdentityLogInRefusedProblem
  'identity.signUp': IdentitySignUpRefusedProblem
  'orders.admin.cancel': OrdersNotCancellableProblem | PaymentsOutcomeUnknownProblem
  'orders.cancel': OrdersNotCancellableProblem
  'orders.pay': OrdersNotPayableProblem | PaymentsMethodUnknownProblem
  'orders.place': CartIncompleteProblem | CartClosedProblem | CartNotForSaleProblem | CartOutOfStockProblem | OrdersTotalChangedProblem | OrdersNotPayableProblem | PaymentsMethodUnknownProblem
}

/** Every operation, by its id. */
export interface Client {
  browse: {
    /** Categories of the shop */
    categories(input?: BrowseCategoriesInput, options?: CallOptions): Promise<CategoryList>
    /** One product, with all that can be chosen */
    product(input: BrowseProductInput, options?: CallOptions): Promise<Product>
    /** Products for sale */
    products(input?: BrowseProductsInput, options?: CallOptions): Promise<ProductCardPage>
  }
  cart: {
    /** Put a variant in the cart */
    addItem(input: CartAddItemInput, options?: CallOptions): Promise<Cart>
    /** Empty the cart */
    clear(input: CartClearInput, options?: CallOptions): Promise<Cart>
    /** Start a cart */
    create(input?: CartCreateInput, options?: CallOptions): Promise<Cart>
    /** The caller’s present cart */
    current(input?: CartCurrentInput, options?: CallOptions): Promise<CurrentCart>
    /** How the cart can be delivered, and for how much */
    deliveryOffers(input: CartDeliveryOffersInput, options?: CallOptions): Promise<DeliveryOfferList>
    /** A cart with its totals and problems */
    get(input: CartGetInput, options?: CallOptions): Promise<Cart>
    /** Take a line out of the cart */
    removeItem(input: CartRemoveItemInput, options?: CallOptions): Promise<Cart>
    /** Set e-mail, addresses and delivery */
    setDetails(input: CartSetDetailsInput, options?: CallOptions): Promise<Cart>
    /** Set how many of a line are wanted */
    setQuantity(input: CartSetQuantityInput, options?: CallOptions): Promise<Cart>
  }
  customers: {
    addresses: {
      /** Keep an address */
      create(input: CustomersAddressesCreateInput, options?: CallOptions): Promise<SavedAddress>
      /** My address book */
      list(input?: CustomersAddressesListInput, options?: CallOptions): Promise<AddressBook>
      /** Remove a kept address */
      remove(input: CustomersAddressesRemoveInput, options?: CallOptions): Promise<Done>
      /** Change a kept address */
      update(input: CustomersAddressesUpdateInput, options?: CallOptions): Promise<SavedAddress>
    }
    profile: {
      /** My profile */
      get(input?: CustomersProfileGetInput, options?: CallOptions): Promise<Profile>
      /** Change my profile */
      update(input?: CustomersProfileUpdateInput, options?: CallOptions): Promise<Profile>
    }
  }
  fulfilment: {
    shipments: {
      /** Send a parcel of an order */
      create(input: FulfilmentShipmentsCreateInput, options?: CallOptions): Promise<Shipment>
      /** Note that a parcel has arrived */
      deliver(input: FulfilmentShipmentsDeliverInput, options?: CallOptions): Promise<Shipment>
    }
  }
  identity: {
    /** Log in */
    logIn(input: IdentityLogInInput, options?: CallOptions): Promise<Session>
    /** Log out */
    logOut(input?: IdentityLogOutInput, options?: CallOptions): Promise<Done>
    /** Who am I? */
    me(input?: IdentityMeInput, options?: CallOptions): Promise<Me>
    /** Open an account */
    signUp(input: IdentitySignUpInput, options?: CallOptions): Promise<Session>
    /** Begin as a guest */
    startGuest(input?: IdentityStartGuestInput, options?: CallOptions): Promise<Session>
  }
  orders: {
    admin: {
      /** Cancel an order that has not shipped, and refund it */
      cancel(input: OrdersAdminCancelInput, options?: CallOptions): Promise<StaffOrder>
      /** An order with its whole history */
      get(input: OrdersAdminGetInput, options?: CallOptions): Promise<StaffOrder>
      /** The orders of the store */
      list(input?: OrdersAdminListInput, options?: CallOptions): Promise<StaffOrderCardPage>
    }
    /** Cancel an order that is not paid */
    cancel(input: OrdersCancelInput, options?: CallOptions): Promise<Order>
    /** An order, again after each change */
    follow(input: OrdersFollowInput, options?: StreamOptions): AsyncIterable<Order>
    /** An order */
    get(input: OrdersGetInput, options?: CallOptions): Promise<Order>
    /** The caller’s orders */
    list(input?: OrdersListInput, options?: CallOptions): Promise<OrderCardPage>
    /** Pay an order that waits for its payment */
    pay(input: OrdersPayInput, options?: CallOptions): Promise<Placement>
    /** Place an order from a cart */
    place(input: OrdersPlaceInput, options?: CallOptions): Promise<Placement>
  }
  settings: {
    channels: {
      /** Sales channels of the store */
      list(input?: SettingsChannelsListInput, options?: CallOptions): Promise<ChannelList>
    }
    markets: {
      /** Markets of the store: countries, currency and how tax is shown */
      list(input?: SettingsMarketsListInput, options?: CallOptions): Promise<MarketList>
    }
    store: {
      /** The store’s own settings */
      get(input?: SettingsStoreGetInput, options?: CallOptions): Promise<Store>
      /** Change the store’s name or e-mail */
      update(input?: SettingsStoreUpdateInput, options?: CallOptions): Promise<Store>
    }
    /** The store as shoppers meet it */
    storefront(input?: SettingsStorefrontInput, options?: CallOptions): Promise<Storefront>
  }
  system: {
    audit: {
      /** Who did what */
      list(input?: SystemAuditListInput, options?: CallOptions): Promise<AuditEntryPage>
    }
    events: {
      /** The event log */
      list(input?: SystemEventsListInput, options?: CallOptions): Promise<LoggedEventPage>
    }
    /** Prove that money, stock and orders are consistent */
    invariants(input?: SystemInvariantsInput, options?: CallOptions): Promise<InvariantReport>
    jobs: {
      /** Jobs that failed for good */
      dead(input?: SystemJobsDeadInput, options?: CallOptions): Promise<DeadJobList>
      /** Try a dead job again */
      retry(input: SystemJobsRetryInput, options?: CallOptions): Promise<Done>
    }
  }
}
