/**
 * The operations the pages call, and the shapes they answer with. In the server they run in this process;
 * the pages do not know the difference.
 */
export type Money = { amount: number; currency: string }
export type Picture = {
  url: string
  width: number
  height: number
  alt: string
  sources: { url: string; width: number; type: string }[]
}
export type Address = {
  name: string
  company: string | null
  line1: string
  line2: string | null
  postalCode: string
  city: string
  region: string | null
  country: string
  phone: string | null
}
export type AddressInput = {
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  company?: string | null
  line2?: string | null
  region?: string | null
  phone?: string | null
}
export type TaxLine = { name: string; rateBasisPoints: number; base: Money; amount: Money }
export type Totals = {
  subtotal: Money
  discount: Money
  delivery: Money
  tax: Money
  total: Money
  taxIncluded: boolean
  taxes: TaxLine[]
}
export type Page<Item> = {
  items: Item[]
  next: string | null
  total: { count: number; atLeast: boolean } | null
}

export type Storefront = {
  name: string
  locale: string
  currency: string
  timeZone: string
  countries: { code: string; name: string }[]
  demo: boolean
}
export type Person = { id: string; email: string; name: string; locale: string; version: number }
export type Me = { kind: 'anonymous' | 'guest' | 'person'; person: Person | null }
export type Session = { token: string; expiresAt: string; person: Person | null }

export type Category = {
  id: string
  slug: string
  name: string
  description: string
  parentId: string | null
  picture: Picture | null
  productCount: number
}
export type Availability = 'in_stock' | 'low_stock' | 'out_of_stock'
export const sorts = ['position', 'newest', 'price', '-price', 'name'] as const
export type ProductSort = (typeof sorts)[number]
export type ProductCard = {
  id: string
  slug: string
  name: string
  subtitle: string | null
  picture: Picture | null
  price: Money
  priceVaries: boolean
  compareAt: Money | null
  availability: Availability
  swatches: string[]
}
export type OptionChoice = {
  option: string
  optionName: string
  value: string
  valueName: string
  swatch: string | null
}
export type Variant = {
  id: string
  sku: string
  choices: OptionChoice[]
  price: Money
  compareAt: Money | null
  availability: Availability
  available: number
  pictureUrl: string | null
}
export type Product = {
  id: string
  slug: string
  name: string
  subtitle: string | null
  description: string
  facts: { name: string; value: string }[]
  categories: { slug: string; name: string }[]
  pictures: Picture[]
  options: { key: string; name: string; values: { key: string; name: string; swatch: string | null }[] }[]
  variants: Variant[]
  price: Money
  priceVaries: boolean
  compareAt: Money | null
  availability: Availability
  version: number
}

export type CartLine = {
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
export type CartProblem = {
  kind: 'out_of_stock' | 'less_left' | 'not_for_sale' | 'price_changed'
  lineId: string
  message: string
  available: number | null
  was: Money | null
  is: Money | null
}
export type Cart = {
  id: string
  version: number
  state: string
  currency: string
  locale: string
  lines: CartLine[]
  itemCount: number
  email: string | null
  shippingAddress: Address | null
  billingAddress: Address | null
  delivery: { methodId: string; name: string; price: Money } | null
  totals: Totals
  problems: CartProblem[]
  missing: ('items' | 'email' | 'shipping_address' | 'delivery')[]
  updatedAt: string
  expiresAt: string
}
export type DeliveryOffer = {
  methodId: string
  name: string
  description: string
  price: Money
  minDays: number
  maxDays: number
}
export type PaymentMethod = { key: string; name: string; description: string }

export type OrderLine = {
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
export type OrderPayment = {
  id: string
  method: string
  state: string
  amount: Money
  captured: Money
  refunded: Money
  declineCode: string | null
  nextUrl: string | null
  paidAt: string | null
  createdAt: string
}
export type OrderStatus = 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded'
export type Shipment = {
  id: string
  orderId: string
  state: string
  carrier: string | null
  trackingCode: string | null
  trackingUrl: string | null
  lines: { orderLineId: string; quantity: number }[]
  shippedAt: string | null
  deliveredAt: string | null
  version: number
}
export type Order = {
  id: string
  number: string | null
  version: number
  state: string
  status: OrderStatus
  paymentStanding: string
  fulfilmentStanding: string
  currency: string
  email: string
  lines: OrderLine[]
  totals: Totals
  shippingAddress: Address | null
  billingAddress: Address
  deliveryName: string | null
  payments: OrderPayment[]
  timeline: { at: string; kind: string; text: string }[]
  placedAt: string
  confirmedAt: string | null
  holdUntil: string | null
  canPay: boolean
  canCancel: boolean
  cartId: string
  shipments: Shipment[]
}
export type OrderCard = {
  id: string
  number: string | null
  status: OrderStatus
  total: Money
  itemCount: number
  placedAt: string
  pictures: Picture[]
}
export type Placement = {
  order: Order
  accessToken: string
  next: { kind: 'redirect'; url: string } | { kind: 'wait' } | { kind: 'none' }
}

export type Options = { idempotencyKey?: string }
type Ask<Input, Output> = (input: Input, options?: Options) => Promise<Output>
type None = Record<string, never>
type PayLinks = { paymentMethod: string; returnUrl: string; cancelUrl: string }

export type Store = {
  settings: { storefront: Ask<None, Storefront> }
  identity: {
    startGuest: Ask<None, Session>
    signUp: Ask<{ email: string; password: string; name: string }, Session>
    logIn: Ask<{ email: string; password: string }, Session>
    logOut: Ask<None, { done: true }>
    me: Ask<None, Me>
  }
  browse: {
    categories: Ask<None, { items: Category[] }>
    products: Ask<
      {
        category?: string
        q?: string
        sort?: { by: 'position' | 'newest' | 'name' | 'price'; desc?: boolean }
        limit?: number
        after?: string
        withTotal?: boolean
      },
      Page<ProductCard>
    >
    product: Ask<{ slug: string }, Product>
  }
  cart: {
    create: Ask<None, Cart>
    current: Ask<None, { cart: Cart | null }>
    get: Ask<{ cartId: string }, Cart>
    addItem: Ask<{ cartId: string; variantId: string; quantity: number; expectedVersion?: number }, Cart>
    setQuantity: Ask<{ cartId: string; lineId: string; quantity: number; expectedVersion?: number }, Cart>
    removeItem: Ask<{ cartId: string; lineId: string }, Cart>
    clear: Ask<{ cartId: string }, Cart>
    setDetails: Ask<
      {
        cartId: string
        email?: string
        shippingAddress?: AddressInput
        billingAddress?: AddressInput | null
        deliveryMethodId?: string | null
        expectedVersion?: number
      },
      Cart
    >
    deliveryOffers: Ask<{ cartId: string }, { items: DeliveryOffer[] }>
  }
  payments: { methods: Ask<None, { items: PaymentMethod[] }> }
  orders: {
    place: Ask<{ cartId: string; expectedTotal?: Money } & PayLinks, Placement>
    pay: Ask<{ orderId: string; token?: string } & PayLinks, Placement>
    get: Ask<{ orderId: string; token?: string }, Order>
    list: Ask<{ limit?: number; after?: string }, Page<OrderCard>>
    cancel: Ask<{ orderId: string; token?: string; expectedVersion?: number }, Order>
  }
}
