/**
 * Orders from the cart to the refund, in random histories by three people and guests, with staff
 * who ship and cancel, a clock that moves, and a payment company that is heard at once, late, or after the order is off.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kit/id.ts'
import { BACK } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { addItem } from '../../modules/cart/add-item.ts'
import { setDetails } from '../../modules/cart/set-details.ts'
import { create as shipParcel } from '../../modules/fulfilment/shipments/create.ts'
import { deliver } from '../../modules/fulfilment/shipments/deliver.ts'
import { cancel as staffCancel } from '../../modules/orders/admin/cancel.ts'
import { cancel } from '../../modules/orders/cancel.ts'
import { pay } from '../../modules/orders/pay.ts'
import { refund } from '../../modules/payments/admin/refund.ts'
import * as carts from './carts.ts'
import * as rules from './orders.ts'
import { command, play, seed, type Step, type Tally } from './play.ts'
import {
  addressIn,
  chooseOn,
  countBy,
  logInAs,
  openStore,
  orderOf,
  pageOf,
  placeOrder,
  placesOf,
  setPrice,
  startCart,
  type Store,
} from './store.ts'
import { minutes, type Order, type Owner, type World } from './world.ts'

const RUNS = Number(process.env['MODEL_RUNS'] ?? 40)
const MOST_STEPS = 60 // of which a third finds nothing to be done to
/** Longer than the company waits between two tries of a webhook. */
const HEARING = 31_000
/** Longer than the longest pause between two questions of the sweep. */
const ASKED_WITHIN = 11
const shop = await openShop()
shop.receiveWebhooks = false
after(() => shop.close())
const places = await placesOf(shop)
const tally: Tally = new Map()

/** There are 2,000 of it. */
const PIN = 4
const PEOPLE = ['alice', 'bob', 'charlie', 'guest'] as const
type Who = (typeof PEOPLE)[number]
const shopper = fc.constantFrom(...PEOPLE)
const pick = fc.nat({ max: 11 })
const nameOf = (world: World, who: Who): Owner => (who === 'guest' ? `guest ${world.guests}` : who)
const present = ({ world }: Store, who: Who) => carts.currentCart(world, nameOf(world, who))

function step(says: string, plan: (store: Store) => Step | null) {
  return command(tally, says.split(' ')[0]!, says, plan)
}

/** Something done to one of the orders there are, or of those that `fits`. */
function onOrder(
  says: string,
  nth: number,
  plan: (store: Store, index: number, order: Order) => Step | null,
  fits: (order: Order) => boolean = () => true,
) {
  return step(`${says} of order ${nth}`, (store) => {
    const all = [...store.world.orders.keys()]
    const fitting = all.filter((index) => fits(store.world.orders[index]!))
    if (all.length === 0) return null
    // Mostly where it is allowed, but not always.
    const index = nth < 9 && fitting.length > 0 ? fitting[nth % fitting.length]! : all[nth % all.length]!
    return plan(store, index, store.world.orders[index]!)
  })
}

const many = <T>(weight: number, each: T): T[] => Array.from({ length: weight }, () => each)
const isPending = ({ state }: Order) => state === 'pending'
const isConfirmed = ({ state }: Order) => state === 'confirmed'

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

/** A cart that only waits for its order: something that never runs out, an address, a way of delivery. */
function makeReady(who: Who) {
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
        const [shippingAddress, deliveryMethodId] = [addressIn('DE'), shop.methodId]
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
          shop.receiveWebhooks = heard
          await chooseOn(page, chosen)
        },
        touches: { orders: [index], carts: [order.cart] },
        ...(heard ? { waits: shop.settle } : {}),
      }
    },
    ({ payments }) => payments.some(({ there }) => there === 'requires_action'),
  ),
)

/** Time moves on to `at`, the company with it; its webhooks come, and the sweep asks. */
async function hear(at: number): Promise<void> {
  shop.clock.now = new Date(at)
  shop.receiveWebhooks = true
  await fetch(`${shop.sandbox.origin}/pay/pay_${'0'.repeat(32)}`) // any visitor wakes the company
}

async function listen(): Promise<void> {
  await shop.settle()
  await shop.job('payments.sweep')
  await shop.settle()
}

const delaying = fc.tuple(pick, fc.constantFrom(20, 50)).map(([nth, long]) =>
  onOrder(
    `delay by ${long} min`,
    nth,
    (store, index, order) => {
      const payment = order.payments.findLastIndex(({ there }) => there === 'requires_action')
      if (payment < 0) return null
      const later = store.world.now + minutes(ASKED_WITHIN) + HEARING
      return {
        rule: (draft) => {
          rules.chooseThere(draft, draft.orders[index]!.payments[payment]!, { minutes: long })
          draft.now = later
          rules.hearAll(draft)
        },
        act: async () => {
          await chooseOn(await pageOf(store, index, payment), { minutes: long })
          await hear(later)
        },
        touches: 'all',
        waits: listen,
      }
    },
    ({ payments }) => payments.some(({ there, here }) => there === 'requires_action' && here === there),
  ),
)

const hearing = fc.constantFrom(0, 6, 16, 40).map((long) =>
  step(`hear after ${long} min`, ({ world }) => {
    const later = world.now + minutes(long) + HEARING
    return {
      rule: (draft) => {
        draft.now = later
        rules.hearAll(draft)
      },
      act: () => hear(later),
      touches: 'all',
      waits: listen,
    }
  }),
)

/** What is not paid in time lapses, and only then is the company heard. */
const lapse = (long: number) =>
  step(`lapse after ${long} min`, ({ world }) => {
    const later = world.now + minutes(long)
    return {
      rule: (draft) => {
        draft.now = later
        rules.expire(draft)
        draft.now += HEARING
        rules.hearAll(draft)
      },
      act: async () => {
        shop.receiveWebhooks = false
        shop.clock.now = new Date(later)
        await shop.job('orders.expire')
        await hear(later + HEARING)
      },
      touches: 'all',
      waits: listen,
    }
  })
const lapsing = fc.constantFrom(1, 8, 16, 26 * 60).map(lapse)

const commands = [
  ...many(6, fill),
  ...many(3, shopper.map(makeReady)),
  ...many(8, placing),
  ...many(14, paying),
  ...many(5, delaying),
  hearing,
  lapsing,
  ...many(
    2,
    pick.map((nth) =>
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
    ),
  ),
  ...many(
    2,
    pick.map((nth) =>
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
    ),
  ),
  ...many(
    2,
    pick.map((nth) =>
      onOrder('staff-cancel', nth, (store, index, order) => ({
        rule: (draft) => rules.staffCancel(draft, draft.orders[index]!),
        act: () => shop.bob.call(staffCancel, { orderId: store.orders[index]! }),
        touches: { orders: [index], carts: [order.cart] },
      })),
    ),
  ),
  ...many(
    9,
    fc
      .tuple(pick, fc.option(fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 })))
      .map(([nth, wanted]) =>
        onOrder(
          `ship ${wanted ? wanted.join('+') : 'all'}`,
          nth,
          (store, index, order) => {
            const parts =
              wanted &&
              order.lines.flatMap((_, line) => (wanted[line] ? [{ line, quantity: wanted[line] }] : []))
            if (parts && parts.length === 0) return null
            return {
              rule: (draft) => rules.ship(draft, draft.orders[index]!, parts),
              act: async () => {
                const { lines } = await orderOf(store, index)
                const named = parts?.map(({ line, quantity }) => ({ orderLineId: lines[line]!.id, quantity }))
                await shop.bob.call(shipParcel, {
                  orderId: store.orders[index]!,
                  ...(named ? { lines: named } : {}),
                })
              },
              touches: { orders: [index] },
            }
          },
          isConfirmed,
        ),
      ),
  ),
  ...many(
    7,
    fc.tuple(pick, fc.nat({ max: 3 })).map(([nth, which]) =>
      onOrder(
        `deliver parcel ${which}`,
        nth,
        (store, index, order) => {
          if (order.shipments.length === 0) return null
          const parcel = which % order.shipments.length
          return {
            rule: (draft) => rules.deliver(draft.orders[index]!, parcel),
            act: async () => shop.bob.call(deliver, { shipmentId: (await parcelsOf(store, index))[parcel]! }),
            touches: { orders: [index] },
          }
        },
        ({ shipments }) => shipments.some(({ delivered }) => !delivered),
      ),
    ),
  ),
  ...many(
    5,
    fc.tuple(pick, fc.constantFrom(1, 499, 2_000, 20_000)).map(([nth, amount]) =>
      onOrder(
        `refund ${amount}`,
        nth,
        (store, index, order) => {
          const payment = order.payments.length - 1
          return {
            rule: (draft) => rules.refund(draft.orders[index]!.payments[payment]!, amount),
            act: async () => {
              const { id } = (await orderOf(store, index)).payments[payment]!
              await shop.bob.call(refund, { paymentId: id, amount, reason: 'kindness' }, { key: newId() })
            },
            touches: { orders: [index] },
          }
        },
        ({ payments }) => payments.some(({ captured, refunded }) => captured > refunded),
      ),
    ),
  ),
  ...many(
    4,
    fc
      .tuple(fc.constantFrom(0, 1, 2, 3, PIN, PIN), fc.integer({ min: 0, max: 4_000 }))
      .map(([thing, price]) =>
        step(`price of ${thing} to ${price}`, (store) => ({
          rule: (draft) => void (draft.things[thing]!.price = price),
          act: () => setPrice(store, thing, price),
        })),
      ),
  ),
  ...many(
    2,
    fc
      .tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 }), fc.constantFrom(-2, -1, 3, 6))
      .map(([item, place, delta]) =>
        step(`stock of ${item} at ${place} by ${delta}`, (store) => ({
          rule: (draft) => carts.adjust(draft, item, place, delta),
          act: () => countBy(store, item, place, delta),
        })),
      ),
  ),
  fc.constantFrom('alice' as const, 'bob' as const).map((who) =>
    step(`logIn ${who}`, (store) => {
      const guest = nameOf(store.world, 'guest')
      return {
        rule: (draft) => carts.logIn(draft, guest, who),
        act: () => logInAs(store, guest, who),
        touches: 'all',
      }
    }),
  ),
]

async function parcelsOf(store: Store, order: number): Promise<string[]> {
  const { rows } = await shop.app.pool.pg.query<{ id: string }>(
    'select id from fulfilment.shipment where order_id = $1 order by id',
    [store.orders[order]],
  )
  return rows.map(({ id }) => id)
}

/** Everything that waits comes to its end, so that it is heard of in no later history. */
async function finish(store: Store): Promise<void> {
  const [model, end] = [{ store }, lapse(26 * 60)]
  await end.run(model, store)
  await end.run(model, store)
  await shop.invariants()
}

test(`orders, money and stock are as the model has them (seed ${seed})`, async (t) => {
  await play(t, {
    runs: RUNS,
    most: MOST_STEPS,
    seed,
    commands,
    tally,
    open: async (stock) => {
      const store = await openStore(shop, places, stock)
      for (const who of PEOPLE) await makeReady(who).run({ store }, store)
      return store
    },
    close: finish,
  })
  const kinds = [
    'fill',
    'place',
    'pay',
    'delay',
    'hear',
    'lapse',
    'again',
    'cancel',
    'staff-cancel',
    'ship',
    'deliver',
    'refund',
  ]
  for (const kind of kinds) assert.ok(tally.get(kind)!.done > 0, `${kind} was never done`)
})
