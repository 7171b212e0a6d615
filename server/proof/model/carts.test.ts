/**
 * Carts of three people and of guests, in random histories of up to 40 steps: what they hold, cost and miss,
 * and who is refused, is what the model says after every step.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { openShop, type Person } from '#testing/shop.ts'
import { addItem } from '../../modules/cart/add-item.ts'
import { clear } from '../../modules/cart/clear.ts'
import { removeItem } from '../../modules/cart/remove-item.ts'
import { setDetails } from '../../modules/cart/set-details.ts'
import { setQuantity } from '../../modules/cart/set-quantity.ts'
import { publish } from '../../modules/catalog/products/publish.ts'
import { unpublish } from '../../modules/catalog/products/unpublish.ts'
import { newId } from '#kit/id.ts'
import * as rules from './carts.ts'
import { agrees, command, play, seed, tally, type Step } from './play.ts'
import { addressIn, countBy, logInAs, openStore, placesOf, setPrice, startCart, type Store } from './store.ts'
import { available, minutes, refuse, type Owner, type World } from './world.ts'

const RUNS = Number(process.env['MODEL_RUNS'] ?? 100)
const MOST_STEPS = 40
const shop = await openShop()
after(() => shop.close())
const places = await placesOf(shop)

const PEOPLE = ['alice', 'bob', 'charlie', 'guest'] as const
type Who = (typeof PEOPLE)[number]
const shopper = fc.constantFrom(...PEOPLE, 'guest' as const)
const thing = fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 4)
const some = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 2, 600, 999))
const nameOf = (world: World, who: Who): Owner => (who === 'guest' ? `guest ${world.guests}` : who)

/** The shopper's present cart; any there is, asked for by its owner; or by somebody else. */
const target = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ which: fc.constant('present' as const), who: shopper, pick: fc.constant(0) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ which: fc.constant('any' as const), who: shopper, pick: fc.nat({ max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ which: fc.constant('foreign' as const), who: shopper, pick: fc.nat({ max: 9 }) }),
  },
)
interface Target {
  which: 'present' | 'any' | 'foreign'
  who: Who
  pick: number
}

function cartOf({ world }: Store, { which, who, pick }: Target): number | null {
  if (which === 'present') return rules.currentCart(world, nameOf(world, who))
  return world.carts.length > 0 ? pick % world.carts.length : null
}

interface Change {
  rule: (draft: World, cart: number) => void
  act: (caller: Person, cartId: string, store: Store) => Promise<unknown>
}

function onCart(says: string, at: Target, change: Change) {
  return command(`${says} (${at.which} ${at.which === 'present' ? at.who : at.pick})`, (store) => {
    const cart = cartOf(store, at)
    if (cart === null) return null
    const { owner } = store.world.carts[cart]!
    const stranger = PEOPLE.map((who) => nameOf(store.world, who)).find((each) => each !== owner)!
    const isForeign = at.which === 'foreign'
    return {
      rule: isForeign ? () => refuse('not_found') : (draft) => change.rule(draft, cart),
      act: async () =>
        change.act(await store.person(isForeign ? stranger : owner), store.carts[cart]!, store),
      touches: { carts: [cart] },
    }
  })
}

function anywhere(says: string, plan: (store: Store) => Step | null) {
  return command(says, plan)
}

/** Mostly something that is in the cart. */
function heldIn({ carts }: World, cart: number, pick: number): number {
  const { lines } = carts[cart]!
  return pick === 4 || lines.length === 0 ? pick : lines[pick % lines.length]!.thing
}

const lineOf = async (store: Store, cartId: string, pick: number): Promise<string> => {
  const thing = heldIn(store.world, store.carts.indexOf(cartId), pick)
  const { rows } = await store.shop.app.pool.pg.query<{ id: string }>(
    'select id from cart.line where cart_id = $1 and variant_id = $2',
    [cartId, store.things[thing]!.variantId],
  )
  return rows[0]?.id ?? newId()
}

/** All there is: two such carts become one that must not ask for more. */
const brim = fc.tuple(shopper, fc.constantFrom(0, 0, 2, 4)).map(([who, what]) =>
  anywhere(`brim with ${what} by ${who}`, (store) => {
    const owner = nameOf(store.world, who)
    const cart = rules.currentCart(store.world, owner)
    if (cart === null) return null
    const has = store.world.carts[cart]!.lines.find((line) => line.thing === what)?.quantity ?? 0
    const quantity = Math.min(999, available(store.world, what)) - has
    if (quantity < 1) return null
    const { variantId } = store.things[what]!
    return {
      rule: (draft) => rules.add(draft, cart, what, quantity),
      act: async () =>
        (await store.person(owner)).call(addItem, { cartId: store.carts[cart]!, variantId, quantity }),
      touches: { carts: [cart] },
    }
  }),
)

const commands = [
  ...Array.from({ length: 6 }, () => brim),
  ...Array.from({ length: 3 }, () =>
    shopper.map((who) =>
      anywhere(`start ${who}`, (store) => {
        const owner = nameOf(store.world, who)
        return { rule: (draft) => rules.start(draft, owner), act: () => startCart(store, owner) }
      }),
    ),
  ),
  ...Array.from({ length: 14 }, () =>
    fc.tuple(target, thing, some, fc.constantFrom(0, 0, 0, 0, 0, 0, 1)).map(([at, what, quantity, stale]) =>
      onCart(`add ${quantity} of ${what}${stale ? ' stale' : ''}`, at, {
        rule: (draft, cart) => {
          const version = draft.carts[cart]!.version
          rules.add(draft, cart, what, quantity, stale ? version + 1 : undefined)
        },
        act: (caller, cartId, store) => {
          const { version } = store.world.carts[store.carts.indexOf(cartId)]!
          const { variantId } = store.things[what]!
          const expected = stale ? { expectedVersion: version + 1 } : {}
          return caller.call(addItem, { cartId, variantId, quantity, ...expected })
        },
      }),
    ),
  ),
  ...Array.from({ length: 6 }, () =>
    fc.tuple(target, thing, fc.oneof(fc.constant(0), some)).map(([at, what, quantity]) =>
      onCart(`set ${what} to ${quantity}`, at, {
        rule: (draft, cart) => rules.setQuantity(draft, cart, heldIn(draft, cart, what), quantity),
        act: async (caller, cartId, store) =>
          caller.call(setQuantity, { cartId, lineId: await lineOf(store, cartId, what), quantity }),
      }),
    ),
  ),
  fc.tuple(target, thing).map(([at, what]) =>
    onCart(`remove ${what}`, at, {
      rule: (draft, cart) => rules.remove(draft, cart, heldIn(draft, cart, what)),
      act: async (caller, cartId, store) =>
        caller.call(removeItem, { cartId, lineId: await lineOf(store, cartId, what) }),
    }),
  ),
  target.map((at) =>
    onCart('clear', at, { rule: rules.clear, act: (caller, cartId) => caller.call(clear, { cartId }) }),
  ),
  ...Array.from({ length: 5 }, () =>
    fc
      .tuple(
        target,
        fc.constantFrom(undefined, 'DE', 'FR', 'AT', 'CH', null),
        fc.constantFrom(undefined, true, false),
      )
      .map(([at, country, method]) =>
        onCart(`details to ${country} by ${method}`, at, {
          rule: (draft, cart) =>
            rules.setDetails(draft, cart, {
              email: true,
              ...(country === undefined ? {} : { country }),
              ...(method === undefined ? {} : { method }),
            }),
          act: (caller, cartId) =>
            caller.call(setDetails, {
              cartId,
              email: caller.email,
              ...(country === undefined ? {} : { shippingAddress: addressIn(country) }),
              ...(method === undefined ? {} : { deliveryMethodId: method ? shop.methodId : null }),
            }),
        }),
      ),
  ),
  ...Array.from({ length: 4 }, () =>
    fc.tuple(thing, fc.integer({ min: 0, max: 4_000 })).map(([what, price]) =>
      anywhere(`price of ${what} to ${price}`, (store) => ({
        rule: (draft) => void (draft.things[what]!.price = price),
        act: () => setPrice(store, what, price),
        touches: 'all',
      })),
    ),
  ),
  fc.tuple(thing, fc.boolean()).map(([what, forSale]) =>
    anywhere(`${forSale ? 'show' : 'hide'} ${what}`, (store) => ({
      rule: (draft) => void (draft.things[what]!.forSale = forSale),
      act: () => shop.bob.call(forSale ? publish : unpublish, { productId: store.things[what]!.productId }),
      touches: 'all',
    })),
  ),
  fc
    .tuple(fc.nat({ max: 3 }), fc.nat({ max: 1 }), fc.constantFrom(-9, -2, -1, 1, 2, 5))
    .map(([item, place, delta]) =>
      anywhere(`stock of ${item} at ${place} by ${delta}`, (store) => ({
        rule: (draft) => rules.adjust(draft, item, place, delta),
        act: () => countBy(store, item, place, delta),
        touches: 'all',
      })),
    ),
  ...Array.from({ length: 4 }, () =>
    fc.constantFrom('alice' as const, 'bob' as const, 'charlie' as const).map((who) =>
      anywhere(`logIn ${who}`, (store) => {
        const guest = nameOf(store.world, 'guest')
        return {
          rule: (draft) => rules.logIn(draft, guest, who),
          act: () => logInAs(store, guest, who),
          touches: 'all',
        }
      }),
    ),
  ),
  fc.constantFrom(1, 20 * 24 * 60, 31 * 24 * 60).map((many) =>
    anywhere(`pass ${many} min`, ({ world }) => ({
      rule: (draft) => {
        draft.now += minutes(many)
        rules.abandon(draft)
      },
      act: async () => {
        shop.clock.now = new Date(world.now + minutes(many))
        await shop.job('cart.expire')
      },
      touches: 'all',
    })),
  ),
]

test(`carts are as the model has them (seed ${seed})`, async (t) => {
  await play(t, {
    runs: RUNS,
    most: MOST_STEPS,
    seed,
    commands,
    open: async (stock) => {
      const store = await openStore(shop, places, stock)
      for (const who of PEOPLE) await startCart(store, nameOf(store.world, who))
      for (const who of PEOPLE) rules.start(store.world, nameOf(store.world, who))
      return store
    },
    close: async (store) => {
      await agrees(store, 'all')
      await shop.invariants()
    },
  })
  const kinds = ['add', 'set', 'remove', 'clear', 'details', 'price', 'hide', 'logIn', 'pass', 'stock']
  for (const kind of RUNS < 40 ? [] : kinds) assert.ok(tally.get(kind)!.done > 0, `${kind} was never done`)
})
