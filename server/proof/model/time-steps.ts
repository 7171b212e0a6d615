/** Steps of time: the company is heard, or what is not paid lapses first. */
import fc from 'fast-check'
import * as rules from './orders.ts'
import { pageOf, chooseOn, type Store } from './store.ts'
import { many, onOrder, pick, step } from './steps.ts'
import { minutes } from './world.ts'

/** Longer than the company waits between two tries of a webhook. */
const HEARING = 31_000
/** Longer than the longest pause between two questions of the sweep. */
const ASKED_WITHIN = 11

/** Time moves on to `at`, the company with it; its webhooks come, and the sweep asks. */
async function hear({ shop }: Store, at: number): Promise<void> {
  shop.clock.now = new Date(at)
  shop.receiveWebhooks = true
  await fetch(`${shop.sandbox.origin}/pay/pay_${'0'.repeat(32)}`) // any visitor wakes the company
}

async function listen({ shop }: Store): Promise<void> {
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
          await hear(store, later)
        },
        touches: 'all',
        waits: () => listen(store),
      }
    },
    ({ payments }) => payments.some(({ there, here }) => there === 'requires_action' && here === there),
  ),
)

const hearing = fc.constantFrom(0, 6, 16, 40).map((long) =>
  step(`hear after ${long} min`, (store) => {
    const later = store.world.now + minutes(long) + HEARING
    return {
      rule: (draft) => {
        draft.now = later
        rules.hearAll(draft)
      },
      act: () => hear(store, later),
      touches: 'all',
      waits: () => listen(store),
    }
  }),
)

/** What is not paid in time lapses, and only then is the company heard. */
export const lapse = (long: number) =>
  step(`lapse after ${long} min`, (store) => {
    const later = store.world.now + minutes(long)
    return {
      rule: (draft) => {
        draft.now = later
        rules.expire(draft)
        draft.now += HEARING
        rules.hearAll(draft)
      },
      act: async () => {
        store.shop.receiveWebhooks = false
        store.shop.clock.now = new Date(later)
        await store.shop.job('orders.expire')
        await hear(store, later + HEARING)
      },
      touches: 'all',
      waits: () => listen(store),
    }
  })
const lapsing = fc.constantFrom(1, 8, 16, 26 * 60).map(lapse)

export const timeSteps = [...many(5, delaying), hearing, lapsing]
