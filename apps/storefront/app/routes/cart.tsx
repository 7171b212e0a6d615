/** The cart as a page: change, remove and take back, with every problem explained at its line. The drawer reads and changes by it too. */
import { Button, Card, EmptyState, LinkButton, Notice, Page, TextLink } from '@quayside/ui'
import { redirect } from 'react-router'
import { readSlot } from '../blocks/slot.ts'
import { currentCart } from '../cart.ts'
import { changeCart, refusedIn, removedIn } from '../cart-changes.ts'
import { cheapest } from '../checkout.ts'
import { pageContext } from '../context.ts'
import { deliveryAsked } from '../delivery-asked.ts'
import { withOffers } from '../delivery-offers.ts'
import { refuse, wholeNumber } from '../form.ts'
import { CartCurrency } from '../parts/cart-currency.tsx'
import { KeepCart } from '../offline/keep.tsx'
import { CartForm, useCartAnswer, useCartBusy } from '../parts/cart-form.tsx'
import { CartLines } from '../parts/cart-lines.tsx'
import { CheckoutButton } from '../parts/checkout-button.tsx'
import { Codes, isOfCode } from '../parts/codes.tsx'
import { DeliveryElsewhere } from '../parts/delivery-elsewhere.tsx'
import { DeliveryEstimate } from '../parts/delivery-estimate.tsx'
import { FreeDelivery } from '../parts/free-delivery.tsx'
import { Head } from '../parts/head.tsx'
import { LiveCart } from '../parts/live-cart.tsx'
import { PricesHeld } from '../parts/prices-held.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { SavedForLater } from '../parts/saved-for-later.tsx'
import { Slot } from '../parts/slot.tsx'
import { ShareCart } from '../parts/share-cart.tsx'
import { TotalsList } from '../parts/totals-list.tsx'
import { UndoNotice } from '../parts/undo-notice.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { readLater } from '../later.ts'
import type { Route } from './+types/cart.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const asked = deliveryAsked(searchParams)
  const [cart, later, below] = await Promise.all([
    found(page, currentCart(page)),
    readLater(page),
    readSlot(page, 'cart.below'),
  ])
  const leftOut = wholeNumber(searchParams.get('left') ?? '') ?? 0
  const about = { later, below, leftOut, origin: page.origin, base: page.base }
  if (!cart?.needsDelivery) return { ...about, cart, delivery: null }
  const [own, there, shop] = await Promise.all([
    settle(page, withOffers(page, cart)),
    asked && settle(page, page.store.cart.deliveryOffers({ cartId: cart.id, ...asked })),
    settle(page, page.store.settings.storefront({})),
  ])
  const { items = [], refused = [] } = own.value?.offers ?? {}
  const now = own.value?.cart ?? cart
  const chosen = items.find(({ methodId }) => methodId === now.delivery?.methodId)
  return {
    ...about,
    cart: now,
    delivery: {
      offer: chosen ? null : cheapest(items),
      towardsFree: chosen ?? cheapest(items.filter(({ pickUp }) => pickUp === null)),
      refused: now.delivery ? [] : refused,
      asked: there?.problem ? null : asked,
      there: there?.value?.items ?? [],
      countries: shop.value?.countries ?? [],
      country: now.shippingAddress?.country ?? shop.value?.country ?? null,
    },
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { value, problem } = await settle(page, changeCart(page, form))
  if (problem) return refuse(problem, form)
  // With script nobody leaves the page they are on.
  return form.has('stay') || value.removed || value.shared ? value : redirect(paths.cart(), 303)
}

/** After a refusal too: what was refused changed the cart's problems. */
export const shouldRevalidate = () => true

export default function CartPage({ loaderData, actionData }: Route.ComponentProps) {
  const { cart, later, below, delivery, leftOut, origin, base } = loaderData
  const words = useWords()
  const busy = useCartBusy()
  const answer = useCartAnswer().data ?? actionData
  const removed = removedIn(answer)
  const refused = refusedIn(answer)
  const isAtItsPlace = isOfCode(refused) || Boolean(refused?.typed['lineId'])
  const notices = (
    <>
      <UndoNotice removed={removed} />
      {!isAtItsPlace && <ProblemOf problem={refused?.problem} />}
      {leftOut > 0 && (
        <Notice tone="warn" className="mb-6">
          {words.basket.leftOut(leftOut)}
        </Notice>
      )}
    </>
  )
  if (!cart || cart.lines.length === 0) {
    return (
      <Page title={words.cart.title}>
        <Head title={words.cart.title} hidden />
        {cart && <LiveCart key={cart.id} cart={cart} />}
        {notices}
        <EmptyState
          icon="bag"
          title={words.cart.emptyTitle}
          action={<LinkButton href={paths.products()}>{words.cart.startShopping}</LinkButton>}
        >
          <p>{words.cart.emptyText}</p>
        </EmptyState>
        <SavedForLater items={later} />
        <Slot of={below} />
        <KeepCart cart={cart} />
      </Page>
    )
  }
  return (
    <Page title={words.cart.title} lead={words.cart.items(cart.itemCount)}>
      <Head title={words.cart.title} hidden />
      <LiveCart key={cart.id} cart={cart} />
      {notices}
      <CartCurrency cart={cart} />
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_24rem] lg:gap-12">
        <div className="min-w-0">
          <CartLines cart={cart} refused={refused} />
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <TextLink href={paths.products()} className="py-2">
              {words.cart.goOn}
            </TextLink>
            <CartForm>
              <Button name="intent" value="clear" look="quiet" size="small" className="-me-3">
                {words.cart.clear}
              </Button>
            </CartForm>
          </div>
          <ShareCart answer={answer} origin={origin} base={base} />
          <SavedForLater items={later} />
          <KeepCart cart={cart} />
        </div>
        <Card className="lg:sticky lg:top-6">
          <h2 className="mb-4 text-lg font-semibold">{words.cart.summary}</h2>
          <div aria-busy={busy} className="transition-opacity aria-busy:opacity-60 aria-busy:delay-150">
            <TotalsList
              totals={cart.totals}
              delivery={cart.needsDelivery ? cart.delivery : undefined}
              decision={cart.taxDecision}
            />
          </div>
          {delivery && (delivery.offer || delivery.refused.length > 0) && (
            <DeliveryEstimate offer={delivery.offer} refused={delivery.refused} />
          )}
          <PricesHeld lines={cart.lines} />
          {delivery && (
            <div className="mt-4">
              <FreeDelivery offer={delivery.towardsFree} />
            </div>
          )}
          {cart.deliveryProblem && (
            <Notice tone="warn" className="mt-4">
              {words.cart.deliveryProblems[cart.deliveryProblem.kind]}
            </Notice>
          )}
          {delivery && (
            <DeliveryElsewhere
              asked={delivery.asked}
              countries={delivery.countries}
              offers={delivery.there}
              country={delivery.country}
            />
          )}
          <Codes codes={cart.codes} refused={refused} />
          <div className="mt-6">
            <CheckoutButton cart={cart} />
          </div>
        </Card>
      </div>
      <Slot of={below} />
    </Page>
  )
}
