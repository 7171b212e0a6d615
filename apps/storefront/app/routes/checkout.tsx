/** Checkout on one page, for guests and members alike; the summary stays in sight, and nothing typed is lost. */
import { Page } from '@quayside/ui'
import { data, redirect } from 'react-router'
import { currentCart } from '../cart.ts'
import { addressAsked } from '../checkout-asks.ts'
import {
  addressFormOf,
  likelyCountry,
  noteDetails,
  onwards,
  placeOrder,
  saveDetails,
  setBusiness,
} from '../checkout.ts'
import { pageContext, type PageContext } from '../context.ts'
import { withOffers } from '../delivery-offers.ts'
import { refuse, text, typedOf, type Refused } from '../form.ts'
import { CheckoutEnded } from '../parts/checkout-ended.tsx'
import { CheckoutForm } from '../parts/checkout-form.tsx'
import { CheckoutSummary } from '../parts/checkout-summary.tsx'
import { Head } from '../parts/head.tsx'
import { LiveCart } from '../parts/live-cart.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle, type StoreProblem } from '../problem.ts'
import type { AddressForm, Cart } from '../store.ts'
import type { Route } from './+types/checkout.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { store } = page
  const cart = await found(page, currentCart(page))
  if (!cart) return null
  if (cart.lines.length === 0) throw redirect(paths.cart(), 303)
  const [shop, offers, methods, me] = await Promise.all([
    found(page, store.settings.storefront({})),
    settle(page, withOffers(page, cart)),
    settle(page, store.payments.methods({})),
    page.session.kind === 'person' ? found(page, store.identity.me({})) : null,
  ])
  const country = likelyCountry(request, shop)
  const chosen = cart[addressAsked(cart)]?.country ?? country ?? 'ZZ'
  const ways = methods.value?.items ?? []
  const pay = new URL(request.url).searchParams.get('pay')
  return {
    cart: offers.value?.cart ?? cart,
    countries: shop.countries,
    country,
    addressForm: await found(page, store.customers.addressForms.get({ country: chosen })),
    offers: offers.value?.offers.items ?? [],
    refusedWays: offers.value?.offers.refused ?? [],
    methods: ways,
    method: (ways.find(({ key }) => key === pay) ?? ways[0])?.key,
    person: me?.person ?? null,
    // Names this filled-in form: pressed twice, or sent again after a lost answer, it orders once.
    attempt: crypto.randomUUID(),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const cart = await found(page, currentCart(page))
  // The session ended while this was filled in; another tab may also have ordered all of it.
  if (!cart && form.has('attempt')) return { ended: true as const, typed: typedOf(form) }
  if (!cart || cart.lines.length === 0) return redirect(paths.cart(), 303)
  switch (text(form, 'intent')) {
    case 'country':
      return { typed: typedOf(form), addressForm: await addressFormOf(page, cart, form) }
    case 'delivery': {
      const deliveryMethodId = text(form, 'deliveryMethodId')
      const { problem } = await settle(
        page,
        page.store.cart.setDetails({ cartId: cart.id, deliveryMethodId }),
      )
      return problem ? refuse(problem, form) : null
    }
    case 'addCode': {
      const { problem } = await settle(
        page,
        page.store.cart.addCode({ cartId: cart.id, code: text(form, 'code') }),
      )
      return problem ? refuse(problem, form) : redirect(paths.checkout(), 303)
    }
    case 'removeCode': {
      const { problem } = await settle(
        page,
        page.store.cart.removeCode({ cartId: cart.id, code: text(form, 'code') }),
      )
      return problem ? refuse(problem, form) : redirect(paths.checkout(), 303)
    }
    case 'taxId':
    case 'noTaxId': {
      // Where it goes decides too, and what was typed so far is not to be lost.
      const wanted = setBusiness(page, cart, form, text(form, 'intent') === 'taxId')
      const { problem } = await settle(
        page,
        wanted.then((kept) => noteDetails(page, kept, form)),
      )
      return problem ? refuse(problem, form) : redirect(paths.checkout(), 303)
    }
    case 'note': {
      // Sent while the visitor still types: what is not complete yet is no error.
      await settle(page, noteDetails(page, cart, form))
      return null
    }
    case 'save': {
      const { problem } = await settle(page, saveDetails(page, cart, form))
      return problem
        ? refuseAddress(page, cart, problem, form)
        : redirect(paths.checkout({ pay: text(form, 'paymentMethod') }), 303)
    }
    default: {
      const { value, problem } = await settle(
        page,
        saveDetails(page, cart, form).then((ready) => placeOrder(page, ready, form)),
      )
      return problem ? refuseAddress(page, cart, problem, form) : onwards(value)
    }
  }
}

/** The form goes on asking for what the country needs that was typed. */
async function refuseAddress(page: PageContext, cart: Cart, problem: StoreProblem, form: FormData) {
  const addressForm = await addressFormOf(page, cart, form)
  return data<Refused & { addressForm: AddressForm | null }>(
    { problem, typed: typedOf(form), addressForm },
    { status: problem.status },
  )
}

/** After a refusal too: the total or the ways of delivery may have changed. */
export const shouldRevalidate = () => true

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().checkout
  if (!loaderData) return <CheckoutEnded typed={actionData?.typed ?? null} />
  const refused = actionData && 'problem' in actionData ? actionData : null
  const asked = actionData && 'addressForm' in actionData ? actionData : null
  return (
    <Page title={words.title}>
      <Head title={words.title} hidden />
      <LiveCart key={loaderData.cart.id} cart={loaderData.cart} />
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_24rem] lg:gap-12">
        <div className="lg:order-last lg:sticky lg:top-6">
          <CheckoutSummary cart={loaderData.cart} refused={refused} />
        </div>
        <CheckoutForm
          checkout={loaderData}
          refused={refused}
          typed={actionData?.typed ?? {}}
          addressForm={asked?.addressForm ?? loaderData.addressForm}
        />
      </div>
    </Page>
  )
}

export type CheckoutData = NonNullable<Route.ComponentProps['loaderData']>
