/**
 * Plays random histories against model and store, and prints what repeats them.
 *
 * `MODEL_RUNS` makes it longer, `MODEL_SEED` plays one again. A command that the model refuses must be refused by
 * the store with the same code, and change nothing; what the model allows must be allowed.
 */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { isFailure } from '#kit/failure.ts'
import { cartAgrees, offerAgrees, orderAgrees, stockAgrees } from './agree.ts'
import type { Store } from './store.ts'
import { tried, type World } from './world.ts'

/** A webhook is there much sooner. */
const COMES_WITHIN = 5_000

export interface Step {
  /** The model's rule; changes the draft or refuses. */
  rule: (draft: World) => void
  act: () => Promise<unknown>
  /** Of these the store's answers are compared; stock always is. */
  touches?: { carts?: number[]; orders?: number[] } | 'all'
  /** What comes by itself in a moment is waited for: done again and again until all is as the model says. */
  waits?: () => Promise<void>
}

export type Plan = (store: Store) => Step | null
export interface Model {
  store: Store
}

/** How often each kind was played and refused, so that a history that tries nothing is seen. */
export const tally = new Map<string, { done: number; refused: Map<string, number> }>()

/** The first word of what it says is its kind. */
export function command(says: string, plan: Plan): fc.AsyncCommand<Model, Store> {
  return {
    check: ({ store }) => plan(store) !== null,
    async run(_, store) {
      const step = plan(store)!
      const { world, refused } = tried(store.world, step.rule)
      const code = await codeOf(step.act())
      assert.equal(code, refused, says)
      store.world = world
      note(says.split(' ')[0]!, refused)
      await agreesIn(store, step)
    },
    toString: () => says,
  }
}

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
}

function note(kind: string, refused: string | null): void {
  const seen = tally.get(kind) ?? { done: 0, refused: new Map<string, number>() }
  if (refused) seen.refused.set(refused, (seen.refused.get(refused) ?? 0) + 1)
  else seen.done++
  tally.set(kind, seen)
}

async function agreesIn(store: Store, { touches = {}, waits }: Step): Promise<void> {
  for (const until = Date.now() + COMES_WITHIN; ; await sleep(5)) {
    await waits?.()
    try {
      return await agrees(store, touches)
    } catch (error) {
      if (!waits || Date.now() > until) throw error
    }
  }
}

export async function agrees(store: Store, touches: NonNullable<Step['touches']>): Promise<void> {
  const everything = touches === 'all'
  const carts = everything ? [...store.world.carts.keys()] : (touches.carts ?? [])
  const orders = everything ? [...store.world.orders.keys()] : (touches.orders ?? [])
  for (const cart of new Set(carts)) await cartAgrees(store, cart)
  for (const order of new Set(orders)) await orderAgrees(store, order)
  await stockAgrees(store)
  await offerAgrees(store)
}

export interface Play {
  runs: number
  most: number
  seed: number
  commands: fc.Arbitrary<fc.AsyncCommand<Model, Store>>[]
  open: (stock: readonly number[]) => Promise<Store>
  close: (store: Store) => Promise<void>
}

export async function play(t: TestContext, { runs, most, seed, commands, open, close }: Play): Promise<void> {
  t.diagnostic(`MODEL_SEED=${seed} MODEL_RUNS=${runs}`)
  const stock = fc.tuple(
    ...Array.from({ length: 5 }, () =>
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 20 })),
    ),
  )
  // NOTE: not `fc.commands`, and without bias: both make mostly short histories, which never come to a refund.
  const histories = fc.noBias(fc.array(fc.oneof(...commands), { minLength: 1, maxLength: most, size: 'max' }))
  await fc.assert(
    fc.asyncProperty(stock, histories, async (counts, history) => {
      const store = await open(counts)
      await fc.asyncModelRun(() => ({ model: { store }, real: store }), history)
      await close(store)
    }),
    { seed, numRuns: runs },
  )
  for (const [kind, { done, refused }] of [...tally].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    t.diagnostic(`${kind}: ${done} done${[...refused].map(([code, many]) => `, ${many} ${code}`).join('')}`)
}

export const seed = Number(process.env['MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
