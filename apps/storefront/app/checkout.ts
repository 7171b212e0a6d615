/** What the checkout page does: keep the details with the cart, then place the order and lead to the payment. */
import { redirect } from 'react-router'
import type { PageContext } from './context.ts'
import { text, textOrNull } from './form.ts'
import { paths } from './paths.ts'
import type { AddressInput, Cart, DeliveryOffer, Money, Placement } from './store.ts'

/** The fields of the form, as the store calls them; each has its place on the page. */
export const PLACES = [
  'email',
  'shippingAddress',
  'shippingAddress.name',
  'shippingAddress.company',
  'shippingAddress.line1',
  'shippingAddress.line2',
  'shippingAddress.postalCode',
  'shippingAddress.city',
  'shippingAddress.region',
  'shippingAddress.country',
  'deliveryMethodId',
  'paymentMethod',
]

const field = (name: string) => `shippingAddress.${name}`

export function addressOf(form: FormData): AddressInput {
  return {
    name: text(form, field('name')),
    company: textOrNull(form, field('company')),
    line1: text(form, field('line1')),
    line2: textOrNull(form, field('line2')),
    postalCode: text(form, field('postalCode')),
    city: text(form, field('city')),
    country: text(form, field('country')),
  }
}

/** Saves what is complete; asked for quietly while the visitor still types, and firmly before ordering. */
export function saveDetails({ store }: PageContext, cart: Cart, form: FormData): Promise<Cart> {
  const deliveryMethodId = textOrNull(form, 'deliveryMethodId')
  return store.cart.setDetails({
    cartId: cart.id,
    email: text(form, 'email'),
    shippingAddress: addressOf(form),
    ...(deliveryMethodId && { deliveryMethodId }),
  })
}

/** The total the visitor was shown. Ordering at any other is refused by the store. */
export function shownTotal(form: FormData): Money | undefined {
  const [amount = '', currency = ''] = text(form, 'shownTotal').split(' ')
  return /^\d{1,15}$/.test(amount) && /^[A-Z]{3}$/.test(currency)
    ? { amount: Number(amount), currency }
    : undefined
}

export const cheapest = (offers: DeliveryOffer[]): DeliveryOffer | null =>
  offers.toSorted((a, b) => a.price.amount - b.price.amount)[0] ?? null

/** Where the payment page sends the visitor back to. The store fills in `{orderId}`. */
export const payLinks = (origin: string, paymentMethod: string) => ({
  paymentMethod,
  returnUrl: `${origin}/checkout/return?order={orderId}`,
  cancelUrl: `${origin}/checkout/return?order={orderId}&left=yes`,
})

/** On to the payment page, or straight to the page that waits for the payment. */
export function onwards({ order, next }: Placement) {
  return redirect(next.kind === 'redirect' ? next.url : paths.checkoutReturn({ order: order.id }), 303)
}
