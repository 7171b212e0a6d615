/** What the forms of the cart do: those of its page and of the drawer, and those beside products. */
import { openCart } from './cart.ts'
import type { PageContext } from './context.ts'
import { text, wholeNumber, type Refused } from './form.ts'
import { forgetLater, itemBack } from './later.ts'
import { stepped } from './quantities.ts'
import { settle } from './problem.ts'
import type { Cart, QuantityRule, Store } from './store.ts'

/** What was taken out, so that it can be put back. */
export type Removed = {
  /** Null: the whole cart was emptied. */
  name: string | null
  lines: { variantId: string; quantity: number }[]
  /** The variant that was set aside for later; it comes back from there. */
  aside?: string
}

export type CartDone = { removed?: Removed; /** The token of its link. */ shared?: string }
/** What a form of the cart is answered. */
export type CartAnswer = CartDone | Refused

export const removedIn = (answer: CartAnswer | undefined): Removed | null =>
  answer && 'removed' in answer ? (answer.removed ?? null) : null
export const refusedIn = (answer: CartAnswer | undefined): Refused | null =>
  answer && 'problem' in answer ? answer : null

/** All of these may be sent twice without harm, but to add and to undo. */
export async function changeCart(page: PageContext, form: FormData): Promise<CartDone> {
  const { store } = page
  const cart = await openCart(page)
  const cartId = cart.id
  const line = cart.lines.find((one) => one.id === text(form, 'lineId'))
  const removed = line && {
    name: line.name,
    lines: [{ variantId: line.variantId, quantity: line.quantity }],
  }
  switch (text(form, 'intent')) {
    case 'add':
      await addSome(page, cart, text(form, 'variantId'))
      return {}
    case 'set': {
      const typed = wholeNumber(text(form, 'quantity'))
      if (!line || !removed || typed === null) return {}
      const quantity = wished(form, typed, line.quantityRule)
      await store.cart.setQuantity({ cartId, lineId: line.id, quantity })
      return quantity === 0 ? { removed } : {}
    }
    case 'remove':
      if (!line || !removed) return {}
      await store.cart.removeItem({ cartId, lineId: line.id })
      return { removed }
    case 'setAside':
      if (!line) return {}
      await store.wishlists.later.put({ cartId, lineId: line.id })
      return { removed: { name: line.name, lines: [], aside: line.variantId } }
    case 'back':
      await store.wishlists.later.back({ cartId, itemId: await itemBack(store, form) })
      return {}
    case 'forgetLater':
      await forgetLater(store, text(form, 'itemId'))
      return {}
    case 'setBundle':
    case 'removeBundle':
      await changeBundle(store, cart, form)
      return {}
    case 'clear':
      await store.cart.clear({ cartId })
      // What was chosen into a bundle is not known here any more.
      if (cart.bundles.length > 0) return {}
      return {
        removed: {
          name: null,
          lines: cart.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
        },
      }
    case 'addCode':
      await store.cart.addCode({ cartId, code: text(form, 'code') })
      return {}
    case 'removeCode':
      await store.cart.removeCode({ cartId, code: text(form, 'code') })
      return {}
    case 'share':
      return { shared: (await store.cart.share({ cartId })).token }
    case 'undo':
      for (const value of form.getAll('line')) {
        const [variantId = '', quantity = ''] = String(value).split(' ')
        await store.cart.addItem({ cartId, variantId, quantity: wholeNumber(quantity) ?? 1 })
      }
      return {}
    default:
      return {}
  }
}

/** From a list nobody says how many: one, or as few as it is sold in. */
async function addSome(page: PageContext, { id: cartId, lines }: Cart, variantId: string): Promise<void> {
  const put = (quantity: number) => page.store.cart.addItem({ cartId, variantId, quantity })
  const { problem } = await settle(page, put(1))
  const rule = problem?.details['quantityRule'] as QuantityRule | undefined
  if (!problem) return
  if (problem.code !== 'cart.wrong_quantity' || !rule) throw problem
  const isThere = lines.some((line) => line.variantId === variantId && line.bundleId === null)
  await put(isThere ? rule.step : rule.minimum)
}

async function changeBundle(store: Store, cart: Cart, form: FormData): Promise<void> {
  const bundle = cart.bundles.find((one) => one.id === text(form, 'bundleId'))
  if (!bundle) return
  const typed = wholeNumber(text(form, 'quantity')) ?? bundle.quantity
  const quantity =
    text(form, 'intent') === 'removeBundle' ? 0 : wished(form, typed, { minimum: 1, maximum: null, step: 1 })
  await store.cart.setBundleQuantity({ cartId: cart.id, bundleId: bundle.id, quantity })
}

/** What was typed, or one step from it. */
function wished(form: FormData, typed: number, rule: QuantityRule): number {
  const step = text(form, 'step')
  return step ? stepped(rule, typed, step === '1') : Math.min(typed, 999)
}
