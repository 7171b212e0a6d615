/** Steps of shoppers: they fill carts, order, pay, think better of it, and log in. */
import fc from 'fast-check'
import { newId } from '#kit/id.ts'
import { BACK } from '#testing/orders.ts'
import { addCode } from '../../modules/cart/add-code.ts'
import { addItem } from '../../modules/cart/add-item.ts'
import { removeCode } from '../../modules/cart/remove-code.ts'
import { setDetails } from '../../modules/cart/set-details.ts'
import { cancel } from '../../modules/orders/cancel.ts'
import { pay } from '../../modules/orders/pay.ts'
import * as carts from './carts.ts'
import * as rules from './orders.ts'
import { PIN, isPending, many, nameOf, onOrder, pick, present, shopper, step, type Who } from './steps.ts'
import { addressIn, chooseOn, logInAs, pageOf, placeOrder, startCart } from './store.ts'
import type { World } from './world.ts'

const fill = fc
  .tuple(shopper, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([who, thing, quantity]) =>
    step(`fill ${quantity} of ${thing} by ${who}`, (store) => {
      const owner = nameOf(store.world, who)
      const cart = present(store, who)
      if (cart === null)
        return { rule: (draft) => carts.start(draft, owner), act: () => startCart(store, owner) }
      const order = store.world.orders.indexOf(rules.liveOrderOf(store.world, cart)!)
      return {
        rule: (draft) => carts.add(draft, cart, thing, quantity),
        act: async () => {
          const { variantId } = store.things[thing]!
          await (await store.person(owner)).call(addItem, { cartId: store.carts[cart]!, variantId, quantity })
        },
        touches: { carts: [cart], orders: order < 0 ? [] : [order] },
      }
    }),
  )

/** The code of the offer, typed in or taken out. */
const coding = fc.tuple(shopper, fc.constantFrom(true, true, true, false)).map(([who, enters]) =>
  step(`${enters ? 'code' : 'uncode'} by ${who}`, (store) => {
    const cart = present(store, who)
    if (cart === null) return null
    const order = store.world.orders.indexOf(rules.liveOrderOf(store.world, cart)!)
    return {
      rule: (draft) => (enters ? carts.enterCode : carts.removeCode)(draft, cart),
      act: async () =>
        (await store.person(nameOf(store.world, who))).call(enters ? addCode : removeCode, {
          cartId: store.carts[cart]!,
          code: store.offer.code,
        }),
      touches: { carts: [cart], orders: order < 0 ? [] : [order] },
    }
  }),
)

/** A cart that only waits for its order: something that never runs out, an address, a way of delivery. */
export function makeReady(who: Who) {
  return step(`ready ${who}`, (store) => {
    const owner = nameOf(store.world, who)
    const had = present(store, who)
    if (had !== null && store.world.carts[had]!.state !== 'open') return null
    const cart = had ?? store.world.carts.length
    const isEmpty = had === null || store.world.carts[had]!.lines.length === 0
    return {
      rule: (draft) => {
        carts.start(draft, owner)
        if (isEmpty) carts.add(draft, cart, PIN, 1)
        carts.setDetails(draft, cart, { email: true, country: 'DE', method: true })
      },
      act: async () => {
        const buyer = await store.person(owner)
        await startCart(store, owner)
        const [cartId, { variantId }] = [store.carts[cart]!, store.things[PIN]!]
        if (isEmpty) await buyer.call(addItem, { cartId, variantId, quantity: 1 })
        const [shippingAddress, deliveryMethodId] = [addressIn('DE'), store.shop.methodId]
        await buyer.call(setDetails, { cartId, email: buyer.email, shippingAddress, deliveryMethodId })
      },
      touches: { carts: had === null ? [] : [had] },
    }
  })
}

const placing = fc
  .tuple(shopper, fc.constantFrom('none', 'none', 'seen', 'seen', 'seen', 'wrong'))
  .map(([who, expecting]) =>
    step(`place by ${who} with ${expecting} total`, (store) => {
      const cart = present(store, who)
      if (cart === null) return null
      const order = store.world.orders.indexOf(rules.liveOrderOf(store.world, cart)!)
      const seen =
        order < 0
          ? carts.cartCost(store.world, store.world.carts[cart]!).total
          : store.world.orders[order]!.total
      const expected = expecting === 'none' ? null : expecting === 'seen' ? seen : seen + 1
      return {
        rule: (draft) => rules.place(draft, cart, expected),
        act: async () => placeOrder(store, await store.person(nameOf(store.world, who)), cart, expected),
        touches: { carts: [cart], orders: order < 0 ? [] : [order] },
      }
    }),
  )

const choice = fc.constantFrom<rules.Choice>('pay', 'pay', 'pay', 'pay', 'approve', 'decline', 'fail')

/** The shopper pays on the page; the store hears at once, or not yet. */
const paying = fc.tuple(pick, choice, fc.constantFrom(true, true, false)).map(([nth, chosen, heard]) =>
  onOrder(
    `pay ${String(chosen)} ${heard ? 'heard' : 'unheard'}`,
    nth,
    (store, index, order) => {
      const payment = order.payments.findLastIndex(({ there }) => there === 'requires_action')
      if (payment < 0) return null
      const rule = (draft: World) => {
        const of = draft.orders[index]!
        rules.chooseThere(draft, of.payments[payment]!, chosen)
        if (heard) rules.hearOf(draft, of, of.payments[payment]!)
      }
      return {
        rule,
        act: async () => {
          const page = await pageOf(store, index, payment)
          store.shop.receiveWebhooks = heard
          await chooseOn(page, chosen)
        },
        touches: { orders: [index], carts: [order.cart] },
        ...(heard ? { waits: store.shop.settle } : {}),
      }
    },
    ({ payments }) => payments.some(({ there }) => there === 'requires_action'),
  ),
)

const payingAgain = pick.map((nth) =>
  onOrder(
    'again',
    nth,
    (store, index, order) => ({
      rule: (draft) => rules.payAgain(draft, draft.orders[index]!),
      act: async () => {
        const buyer = await store.person(order.owner)
        await buyer.call(pay, { orderId: store.orders[index]!, ...BACK }, { key: newId() })
      },
      touches: { orders: [index] },
    }),
    isPending,
  ),
)

const cancelling = pick.map((nth) =>
  onOrder(
    'cancel',
    nth,
    (store, index, order) => ({
      rule: (draft) => rules.cancel(draft, draft.orders[index]!),
      act: async () => (await store.person(order.owner)).call(cancel, { orderId: store.orders[index]! }),
      touches: { orders: [index], carts: [order.cart] },
    }),
    isPending,
  ),
)

const loggingIn = fc.constantFrom('alice' as const, 'bob' as const).map((who) =>
  step(`logIn ${who}`, (store) => {
    const guest = nameOf(store.world, 'guest')
    return {
      rule: (draft) => carts.logIn(draft, guest, who),
      act: () => logInAs(store, guest, who),
      touches: 'all',
    }
  }),
)

export const shopperSteps = [
  ...many(6, fill),
  ...many(4, coding),
  ...many(3, shopper.map(makeReady)),
  ...many(8, placing),
  ...many(14, paying),
  ...many(2, payingAgain),
  ...many(2, cancelling),
  loggingIn,
]
