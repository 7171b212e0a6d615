/** What the checkout page does: keep the details with the cart, then place the order and lead to the payment. */
import { redirect, redirectDocument } from 'react-router'
import { addressOf } from './address-input.ts'
import { addressAsked, isReady } from './checkout-asks.ts'
import type { PageContext } from './context.ts'
import { text, textOrNull } from './form.ts'
import { offersFor } from './delivery-offers.ts'
import { paths } from './paths.ts'
import { settle } from './problem.ts'
import type { AddressForm, AddressInput, Cart, DeliveryOffer, Money, Placement } from './store.ts'

/** What is asked for an address in the country that the form names; null: it names none. */
export async function addressFormOf(
  page: PageContext,
  cart: Cart,
  form: FormData,
): Promise<AddressForm | null> {
  const country = text(form, `${addressAsked(cart)}.country`)
  return (await settle(page, page.store.customers.addressForms.get({ country }))).value
}

/**
 * Keeps what was typed with the cart. The way of delivery is chosen with it; when the address is not served by
 * the chosen one, or none was chosen, the cheapest on offer is taken, and may be changed freely.
 */
export async function saveDetails(page: PageContext, cart: Cart, form: FormData): Promise<Cart> {
  const { store } = page
  if (form.has('taxId') && plainId(text(form, 'taxId')) !== (cart.taxId ?? ''))
    cart = await setBusiness(page, cart, form, text(form, 'taxId') !== '')
  if (isReady(cart) && isSaved(cart, form)) return cart
  const details = {
    cartId: cart.id,
    email: text(form, 'email'),
    [addressAsked(cart)]: addressOf(form, addressAsked(cart)),
  }
  const deliveryMethodId = textOrNull(form, 'deliveryMethodId')
  if (deliveryMethodId) {
    const saved = await settle(page, store.cart.setDetails({ ...details, deliveryMethodId }))
    if (!saved.problem) return saved.value
    if (saved.problem.code !== 'cart.delivery_not_offered') throw saved.problem
  }
  const saved = await store.cart.setDetails(details)
  if (isReady(saved)) return saved
  const { items } = await offersFor(page, cart.id)
  const offer = cheapest(items)
  return offer ? store.cart.setDetails({ cartId: cart.id, deliveryMethodId: offer.methodId }) : saved
}

const plainId = (typed: string) => typed.toUpperCase().replace(/[\s.\-/]/g, '')

/** For which business the cart is bought; the store asks at once whether its tax id is valid. */
export function setBusiness(page: PageContext, cart: Cart, form: FormData, isWanted: boolean): Promise<Cart> {
  return page.store.cart.setTaxId({
    cartId: cart.id,
    companyName: isWanted ? textOrNull(form, 'companyName') : null,
    taxId: isWanted ? text(form, 'taxId') : null,
  })
}

/**
 * Keeps what was typed so far, asked for while the visitor still types. It gives way to everything else: it
 * touches only an open cart, and only as it was seen here, so that it can never undo an order placed meanwhile.
 */
export async function noteDetails(page: PageContext, cart: Cart, form: FormData): Promise<void> {
  if (cart.state !== 'open') return
  const { store } = page
  const saved = await store.cart.setDetails({
    cartId: cart.id,
    email: text(form, 'email'),
    [addressAsked(cart)]: addressOf(form, addressAsked(cart)),
    expectedVersion: cart.version,
  })
  if (isReady(saved)) return
  const { items } = await offersFor(page, cart.id)
  const offer = cheapest(items)
  if (!offer) return
  await store.cart.setDetails({
    cartId: cart.id,
    deliveryMethodId: offer.methodId,
    expectedVersion: saved.version,
  })
}

/**
 * Saving again what is already there would be a change, and a change takes back the order that waits for this
 * cart's payment: a form sent twice must not do that.
 */
function isSaved(cart: Cart, form: FormData): boolean {
  const saved = cart[addressAsked(cart)]
  const typed = addressOf(form, addressAsked(cart))
  const same = (key: keyof AddressInput) => (saved?.[key] || null) === (typed[key] || null)
  const chosen = text(form, 'deliveryMethodId')
  return (
    saved !== null &&
    (Object.keys(typed) as (keyof AddressInput)[]).every(same) &&
    cart.email === text(form, 'email') &&
    (chosen === '' || chosen === cart.delivery?.methodId)
  )
}

const TRY_AGAIN_AFTER = 400 // milliseconds
const TRIES = 20 // together eight seconds: a payment page that has not answered by then will not

/**
 * Places the order. The key names this form as it was filled in: sent twice it orders once, and the second
 * sender waits for the first one's answer instead of being told to.
 */
export async function placeOrder(page: PageContext, cart: Cart, form: FormData): Promise<Placement> {
  const order = {
    cartId: cart.id,
    expectedTotal: shownTotal(form) ?? cart.totals.total,
    ...payLinks(page, text(form, 'paymentMethod')),
  }
  const idempotencyKey = await keyOf(form)
  for (let tries = 1; ; tries++) {
    const { value, problem } = await settle(page, page.store.orders.place(order, { idempotencyKey }))
    if (value) return value
    if (problem?.code !== 'idempotency_in_progress' || tries === TRIES) throw problem
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_AFTER))
  }
}

async function keyOf(form: FormData): Promise<string> {
  const said = [...form].filter(([name]) => name !== 'intent').map(([name, value]) => [name, String(value)])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)))
  return Buffer.from(digest).toString('base64url')
}

/** Where the visitor most likely is: the first country of their browser's languages that the shop serves, else the shop's. */
export function likelyCountry(
  request: Request,
  { country, countries }: { country: string | null; countries: { code: string }[] },
): string | null {
  const regions = (request.headers.get('accept-language') ?? '').matchAll(/[a-z]{2,3}-([A-Z]{2})\b/g)
  const served = new Set(countries.map((country) => country.code))
  for (const [, region = ''] of regions) if (served.has(region)) return region
  return country
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
export const payLinks = ({ origin, base }: PageContext, paymentMethod: string) => ({
  paymentMethod,
  returnUrl: `${origin}${base}/checkout/return?order={orderId}`,
  cancelUrl: `${origin}${base}/checkout/return?order={orderId}&left=yes`,
})

/** On to the payment page, which is no page of ours wherever it is, or to the one that waits for the payment. */
export function onwards({ order, next }: Placement) {
  return next.kind === 'redirect'
    ? redirectDocument(next.url, 303)
    : redirect(paths.checkoutReturn({ order: order.id }), 303)
}
