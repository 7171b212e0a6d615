/**
 * Random histories of one item against a model that fits on a page.
 *
 * The model counts pieces; the store must count the same after every step, refuse exactly
 * what the model refuses, and keep its invariants. Failures print seed and path.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { itemOf, place } from '#testing/stock.ts'
import { reconcile } from './reconcile.ts'
import { confirm, consume, hold, release } from './reservations.ts'
import { adjust } from './stock/adjust.ts'

const RUNS = Number(process.env['PROOF_RUNS'] ?? 40)
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const HOLDERS = 2

const shop = await openShop()
after(() => shop.close())
const second = await place(shop, 'second', 1)
const places = [shop.locationId, second]

interface Promise_ {
  id: string
  lineId: string
  state: 'none' | 'held' | 'confirmed'
  open: number
}

interface Model {
  onHand: number
  holders: Promise_[]
}

interface Real {
  variantId: string
  itemId: string
}

const promised = (model: Model) => model.holders.reduce((sum, each) => sum + each.open, 0)

type Step = fc.AsyncCommand<Model, Real>

async function agrees(model: Model, real: Real): Promise<void> {
  const { onHand, reserved } = await shop.onHand(real.variantId)
  const { rows } = await shop.app.pool.pg.query<{ open: number }>(
    `select coalesce(sum(quantity), 0)::int as open from inventory.reservation where item_id = $1 and state in ('held', 'confirmed')`,
    [real.itemId],
  )
  const open = promised(model)
  assert.deepEqual({ onHand, reserved, ...rows[0] }, { onHand: model.onHand, reserved: open, open })
}

function step(name: string, check: (model: Model) => boolean, run: Step['run']): Step {
  return {
    check,
    run: async (model, real) => {
      await run(model, real)
      await agrees(model, real)
    },
    toString: () => name,
  }
}

async function isRefused(work: Promise<unknown>, code: string): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    assert.equal((error as { code?: string }).code, code, String(error))
    return true
  }
}

const holdStep = (who: number, quantity: number) =>
  step(
    `hold(${who}, ${quantity})`,
    (model) => model.holders[who]!.state === 'none',
    async (model, { variantId }) => {
      const holder = { id: newId(), lineId: newId(), state: 'held' as const, open: quantity }
      const refused = await isRefused(
        shop.inside((ctx) =>
          hold(ctx, {
            holder: { kind: 'model', id: holder.id },
            lines: [{ lineId: holder.lineId, variantId, quantity }],
            until: new Date(ctx.now().getTime() + 900_000),
          }),
        ),
        'inventory.out_of_stock',
      )
      assert.equal(refused, quantity > model.onHand - promised(model))
      if (!refused) model.holders[who] = holder
    },
  )

const confirmStep = (who: number) =>
  step(
    `confirm(${who})`,
    () => true,
    async (model) => {
      const holder = model.holders[who]!
      const confirmed = await shop.inside((ctx) => confirm(ctx, { kind: 'model', id: holder.id }))
      assert.equal(confirmed > 0, holder.state === 'held')
      if (holder.state === 'held') holder.state = 'confirmed'
    },
  )

const releaseStep = (who: number) =>
  step(
    `release(${who})`,
    () => true,
    async (model) => {
      const holder = model.holders[who]!
      await shop.inside((ctx) => release(ctx, { kind: 'model', id: holder.id }, 'released'))
      model.holders[who] = { id: newId(), lineId: newId(), state: 'none', open: 0 }
    },
  )

const consumeStep = (who: number, share: number) =>
  step(
    `consume(${who}, ${share})`,
    (model) => model.holders[who]!.state === 'confirmed' && model.holders[who]!.open > 0,
    async (model) => {
      const holder = model.holders[who]!
      const quantity = Math.max(1, Math.floor((holder.open * share) / 100))
      await shop.inside((ctx) =>
        consume(
          ctx,
          { kind: 'model', id: holder.id },
          [{ lineId: holder.lineId, quantity, ofLine: holder.open }],
          'model',
        ),
      )
      holder.open -= quantity
      model.onHand -= quantity
    },
  )

/** Stock comes to either place; it goes from the first only where nothing there is promised. */
const receiveStep = (at: number, delta: number) =>
  step(
    `receive(${at}, ${delta})`,
    () => true,
    async (model, { itemId }) => {
      await shop.bob.call(adjust, { itemId, locationId: places[at]!, delta, reason: 'received' })
      model.onHand += delta
    },
  )

const who = fc.nat({ max: HOLDERS - 1 })
const histories = fc.commands(
  [
    fc.tuple(who, fc.integer({ min: 1, max: 6 })).map(([n, quantity]) => holdStep(n, quantity)),
    who.map(confirmStep),
    who.map(releaseStep),
    fc.tuple(who, fc.integer({ min: 1, max: 100 })).map(([n, share]) => consumeStep(n, share)),
    fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 4 })).map(([at, delta]) => receiveStep(at, delta)),
  ],
  { maxCommands: 30, size: 'max' },
)

test(`stock counts as the model does (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 10 }), histories, async (stock, steps) => {
      const { variantId, ...rest } = await shop.goods({ stock })
      const real = { variantId, itemId: await itemOf(shop, { variantId, ...rest }) }
      const holders = Array.from({ length: HOLDERS }, () => ({
        id: newId(),
        lineId: newId(),
        state: 'none' as const,
        open: 0,
      }))
      await fc.asyncModelRun(() => ({ model: { onHand: stock, holders }, real }), steps)
    }),
    { seed, numRuns: RUNS, endOnFailure: false },
  )
  assert.equal((await shop.bob.call(reconcile, {})).holds, true)
  await shop.invariants()
})
