/** The cart as a page: change, remove and take back, with every problem explained at its line. */
import { Button, Card, EmptyState, LinkButton, Notice, Page, TextLink } from '@quayside/ui'
import { redirect } from 'react-router'
import { currentCart, openCart } from '../cart.ts'
import { cheapest } from '../checkout.ts'
import { pageContext, type PageContext } from '../context.ts'
import { withOffers } from '../delivery-offers.ts'
import { refuse, text, wholeNumber, type Refused } from '../form.ts'
import { CartBundle } from '../parts/cart-bundle.tsx'
import { CartLine, type Wish } from '../parts/cart-line.tsx'
import { Codes, isOfCode } from '../parts/codes.tsx'
import { DeliveryEstimate } from '../parts/delivery-estimate.tsx'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { PricesHeld } from '../parts/prices-held.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { SavedForLater } from '../parts/saved-for-later.tsx'
import { TotalsList } from '../parts/totals-list.tsx'
import { UndoNotice, type Removed } from '../parts/undo-notice.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { stepped } from '../quantities.ts'
import type { Cart } from '../store.ts'
import { forgetLater, itemBack, readLater } from '../later.ts'
import type { Route } from './+types/cart.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [cart, later] = await Promise.all([found(page, currentCart(page)), readLater(page)])
  if (!cart?.needsDelivery) return { cart, later, delivery: null }
  const { value } = await settle(page, withOffers(page, cart))
  const now = value?.cart ?? cart
  if (now.delivery) return { cart: now, later, delivery: null }
  const { items = [], refused = [] } = value?.offers ?? {}
  return { cart: now, later, delivery: { offer: cheapest(items), refused } }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const cart = await found(page, openCart(page))
  const { value, problem } = await settle(page, change(page, cart, form))
  if (problem) return refuse(problem, form)
  return value ? { removed: value } : redirect(paths.cart(), 303)
}

/** After a refusal too: what was refused changed the cart's problems. */
export const shouldRevalidate = () => true

/** Answers what was taken out, so that it can be put back. All of these may be sent twice without harm, but undo. */
async function change({ store }: PageContext, cart: Cart, form: FormData): Promise<Removed | null> {
  const cartId = cart.id
  const line = cart.lines.find((one) => one.id === text(form, 'lineId'))
  switch (text(form, 'intent')) {
    case 'set': {
      const typed = wholeNumber(text(form, 'quantity'))
      if (!line || typed === null) return null
      const step = text(form, 'step')
      const quantity = step ? stepped(line.quantityRule, typed, step === '1') : Math.min(typed, 999)
      await store.cart.setQuantity({ cartId, lineId: line.id, quantity })
      return quantity === 0
        ? { name: line.name, lines: [{ variantId: line.variantId, quantity: line.quantity }] }
        : null
    }
    case 'remove':
      if (!line) return null
      await store.cart.removeItem({ cartId, lineId: line.id })
      return { name: line.name, lines: [{ variantId: line.variantId, quantity: line.quantity }] }
    case 'setAside':
      if (!line) return null
      await store.wishlists.later.put({ cartId, lineId: line.id })
      return { name: line.name, lines: [], aside: line.variantId }
    case 'back':
      await store.wishlists.later.back({ cartId, itemId: await itemBack(store, form) })
      return null
    case 'forgetLater':
      await forgetLater(store, text(form, 'itemId'))
      return null
    case 'setBundle':
    case 'removeBundle': {
      const bundle = cart.bundles.find((one) => one.id === text(form, 'bundleId'))
      if (!bundle) return null
      const quantity = text(form, 'intent') === 'removeBundle' ? 0 : bundleQuantity(form, bundle.quantity)
      await store.cart.setBundleQuantity({ cartId, bundleId: bundle.id, quantity })
      return null
    }
    case 'clear':
      await store.cart.clear({ cartId })
      // What was chosen into a bundle is not known here any more.
      if (cart.bundles.length > 0) return null
      return { name: null, lines: cart.lines.map(({ variantId, quantity }) => ({ variantId, quantity })) }
    case 'addCode':
      await store.cart.addCode({ cartId, code: text(form, 'code') })
      return null
    case 'removeCode':
      await store.cart.removeCode({ cartId, code: text(form, 'code') })
      return null
    case 'undo':
      for (const value of form.getAll('line')) {
        const [variantId = '', quantity = ''] = String(value).split(' ')
        await store.cart.addItem({ cartId, variantId, quantity: wholeNumber(quantity) ?? 1 })
      }
      return null
    default:
      return null
  }
}

/** What was typed, or one step from it. */
function bundleQuantity(form: FormData, present: number): number {
  const typed = wholeNumber(text(form, 'quantity')) ?? present
  const step = text(form, 'step')
  return step ? stepped({ minimum: 1, maximum: null, step: 1 }, typed, step === '1') : Math.min(typed, 999)
}

export default function CartPage({
  loaderData: { cart, later, delivery },
  actionData,
}: Route.ComponentProps) {
  const words = useWords().cart
  const removed = actionData && 'removed' in actionData ? actionData.removed : null
  const refused = actionData && 'problem' in actionData ? actionData : null
  const wish = refusedWish(refused)
  if (!cart || cart.lines.length === 0) {
    return (
      <Page title={words.title}>
        <Head title={words.title} hidden />
        <UndoNotice removed={removed} />
        <ProblemOf problem={refused?.problem} />
        <EmptyState
          icon="bag"
          title={words.emptyTitle}
          action={<LinkButton href={paths.products()}>{words.startShopping}</LinkButton>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
        <SavedForLater items={later} />
      </Page>
    )
  }
  return (
    <Page title={words.title} lead={words.items(cart.itemCount)}>
      <Head title={words.title} hidden />
      <UndoNotice removed={removed} />
      {!wish && !isOfCode(refused) && <ProblemOf problem={refused?.problem} />}
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_24rem] lg:gap-12">
        <div>
          <ul className="divide-y divide-line border-y border-line">
            {cart.bundles.map((bundle) => (
              <CartBundle
                key={bundle.id}
                bundle={bundle}
                lines={cart.lines.filter((line) => line.bundleId === bundle.id)}
                deposits={cart.deposits}
                version={cart.version}
                problems={cart.problems}
              />
            ))}
            {cart.lines
              .filter((line) => line.bundleId === null)
              .map((line) => (
                <CartLine
                  key={line.id}
                  line={line}
                  version={cart.version}
                  problems={cart.problems.filter((one) => one.lineId === line.id)}
                  deposits={cart.deposits}
                  wish={wish?.lineId === line.id ? wish : undefined}
                />
              ))}
          </ul>
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <TextLink href={paths.products()} className="py-2">
              {words.goOn}
            </TextLink>
            <Form method="post" preventScrollReset>
              <Button name="intent" value="clear" look="quiet" size="small" className="-me-3">
                {words.clear}
              </Button>
            </Form>
          </div>
          <SavedForLater items={later} />
        </div>
        <Card className="lg:sticky lg:top-6">
          <h2 className="mb-4 text-lg font-semibold">{words.summary}</h2>
          <TotalsList
            totals={cart.totals}
            delivery={cart.needsDelivery ? cart.delivery : undefined}
            decision={cart.taxDecision}
          />
          {delivery && <DeliveryEstimate {...delivery} />}
          <PricesHeld lines={cart.lines} />
          {cart.deliveryProblem && (
            <Notice tone="warn" className="mt-4">
              {words.deliveryProblems[cart.deliveryProblem.kind]}
            </Notice>
          )}
          <Codes codes={cart.codes} refused={refused} />
          <CheckoutButton blocked={cart.problems.some((one) => one.kind !== 'price_changed')} />
        </Card>
      </div>
    </Page>
  )
}

/** The line of which another quantity was asked for than one may have. */
function refusedWish(refused: Refused | null): (Wish & { lineId: string }) | null {
  const { problem, typed } = refused ?? {}
  const lineId = typed?.['lineId']
  const available = problem?.details['available']
  if (!lineId) return null
  if (problem?.code === 'cart.out_of_stock' && typeof available === 'number') return { lineId, available }
  return problem?.code === 'cart.wrong_quantity'
    ? { lineId, wrong: wholeNumber(typed?.['quantity'] ?? '') ?? 0 }
    : null
}

function CheckoutButton({ blocked }: { blocked: boolean }) {
  const words = useWords().cart
  return (
    <div className="mt-6">
      {blocked ? (
        <>
          <Notice tone="warn" className="mb-4">
            {words.solveFirst}
          </Notice>
          <Button size="large" wide disabled>
            {words.checkout}
          </Button>
        </>
      ) : (
        <LinkButton href={paths.checkout()} size="large" wide>
          {words.checkout}
        </LinkButton>
      )}
    </div>
  )
}
