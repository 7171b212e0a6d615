/**
 * Orders from the cart to the refund, in random histories by three people and guests, with staff
 * who ship and cancel, a clock that moves, and a payment company that is heard at once, late, or after the order is off.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { play, seed, tally } from './play.ts'
import { makeReady, shopperSteps } from './shopper-steps.ts'
import { staffSteps } from './staff-steps.ts'
import { PEOPLE } from './steps.ts'
import { openStore, placesOf, type Store } from './store.ts'
import { lapse, timeSteps } from './time-steps.ts'

const RUNS = Number(process.env['MODEL_RUNS'] ?? 40)
const MOST_STEPS = 60 // of which a third finds nothing to be done to
const shop = await openShop()
shop.receiveWebhooks = false
after(() => shop.close())
const places = await placesOf(shop)

/** Everything that waits comes to its end, so that it is heard of in no later history. */
async function finish(store: Store): Promise<void> {
  const [model, end] = [{ store }, lapse(26 * 60)]
  await end.run(model, store)
  await end.run(model, store)
  await shop.invariants()
}

test(`orders, money, offers and stock are as the model has them (seed ${seed})`, async (t) => {
  await play(t, {
    runs: RUNS,
    most: MOST_STEPS,
    seed,
    commands: [...shopperSteps, ...staffSteps, ...timeSteps],
    open: async (stock) => {
      const store = await openStore(shop, places, stock)
      for (const who of PEOPLE) await makeReady(who).run({ store }, store)
      return store
    },
    close: finish,
  })
  const kinds = [
    'fill',
    'code',
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
  for (const kind of RUNS < 40 ? [] : kinds) assert.ok(tally.get(kind)!.done > 0, `${kind} was never done`)
})
