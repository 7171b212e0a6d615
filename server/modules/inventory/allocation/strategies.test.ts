/** Each rule asks the places in its own order; none gives out a piece twice, or one that is not there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seed } from '#testing/random.ts'
import { allocate, laterOf, type Demand, type Level } from '../allocation.ts'
import type { Place } from '../places.ts'
import { byPriority } from './by-priority.ts'
import { fewestParcels } from './fewest-parcels.ts'
import { nearest } from './nearest.ts'
import type { AllocationStrategy, Destination } from './strategy.ts'

const STREET = { name: 'Shop', line1: 'Quay 1', city: 'Town', company: null, line2: null, phone: null }

const place = (id: string, country: string, postalCode?: string, region: string | null = null): Place => ({
  id,
  name: id,
  country,
  leadDays: 0,
  channelIds: [],
  address: postalCode === undefined ? null : { ...STREET, country, postalCode, region },
})
const level = (item: string, at: string, available: number, more: Partial<Level> = {}): Level => ({
  variant_id: item,
  units: 1,
  parts: 1,
  item_id: item,
  location_id: at,
  position: 0,
  available,
  ahead: 0,
  ...more,
})
const line = (variantId: string, quantity: number): Demand => ({ lineId: variantId, variantId, quantity })

/** From where how many of what, as the rule has it. */
function planned(
  rule: AllocationStrategy,
  places: Place[],
  levels: Level[],
  lines: Demand[],
  to: Destination | null = null,
) {
  const turns = rule.order({ levels, lines, places, to })
  const turnOf = (id: string) => (turns.includes(id) ? turns.indexOf(id) : places.length)
  const arranged = levels.map((each) => ({ ...each, position: turnOf(each.location_id) }))
  return allocate(arranged, lines).taken.map((each) => [each.itemId, each.locationId, each.quantity])
}

test('nearest: the country first, in it the region, then the postal code that begins most alike, then the position', () => {
  const places = [
    place('lyon', 'FR', '69001'),
    place('far', 'DE'),
    place('munich', 'DE', '80331', 'Bavaria'),
    place('bremen', 'DE', '28195', 'Bremen'),
    place('hamburg', 'DE', '20457', 'Hamburg'),
  ]
  const order = (to: Destination | null) => nearest.order({ places, to, levels: [], lines: [] })
  const to = (country: string, postalCode: string, region: string | null = null) => ({
    country,
    postalCode,
    region,
  })
  assert.deepEqual(order(to('DE', '20095')), ['hamburg', 'bremen', 'far', 'munich', 'lyon'])
  assert.deepEqual(order(to('DE', '20 095', ' BAVARIA')), ['munich', 'hamburg', 'bremen', 'far', 'lyon'])
  assert.deepEqual(order(to('FR', '75001'))[0], 'lyon')
  const byPosition = places.map(({ id }) => id)
  assert.deepEqual(order(to('US', '20457')), byPosition)
  assert.deepEqual(order(null), byPosition)
})

test('fewest parcels: one place with everything before two, two before three', () => {
  const places = ['a', 'b', 'c', 'd'].map((id) => place(id, 'DE'))
  const some = [level('tea', 'a', 1), level('tea', 'b', 2), level('cup', 'b', 1), level('cup', 'd', 9)]
  const both = [line('tea', 2), line('cup', 1)]
  assert.deepEqual(planned(byPriority, places, some, both), [
    ['tea', 'a', 1],
    ['tea', 'b', 1],
    ['cup', 'b', 1],
  ])
  assert.deepEqual(planned(fewestParcels, places, some, both), [
    ['tea', 'b', 2],
    ['cup', 'b', 1],
  ])
  const spread = [level('tea', 'a', 1), level('tea', 'b', 2), level('tea', 'c', 3), level('tea', 'd', 2)]
  assert.deepEqual(planned(fewestParcels, places, spread, [line('tea', 5)]), [
    ['tea', 'c', 3],
    ['tea', 'b', 2],
  ])
  assert.deepEqual(planned(fewestParcels, places, spread, [line('tea', 7)]), [
    ['tea', 'c', 3],
    ['tea', 'b', 2],
    ['tea', 'd', 2],
  ])
})

test('what is there goes before what may come, wherever it is; how much comes later is told by the line', () => {
  const places = [place('a', 'DE'), place('b', 'DE')]
  const levels = [level('tea', 'a', 5, { ahead: 5 }), level('tea', 'b', 2, { position: 1 })]
  assert.deepEqual(planned(byPriority, places, levels, [line('tea', 2)]), [['tea', 'b', 2]])
  const lines = [line('tea', 4)]
  const { taken } = allocate(levels, lines)
  assert.deepEqual(
    taken.map(({ locationId, quantity, later }) => [locationId, quantity, later]),
    [
      ['b', 2, 0],
      ['a', 2, 2],
    ],
  )
  assert.deepEqual([...laterOf(levels, lines, taken)], [['tea', 2]])
  const pairs = levels.map((each) => ({ ...each, units: 2 }))
  assert.deepEqual(
    [...laterOf(pairs, [line('tea', 3)], allocate(pairs, [line('tea', 3)]).taken)],
    [['tea', 2]],
  )
})

test(`whatever the rule: all or nothing of a line, never more than there is, and as much as another rule (seed ${seed})`, () => {
  const ids = ['a', 'b', 'c', 'd']
  const places = ids.map((id, at) => place(id, at % 2 ? 'DE' : 'FR', `${at}0000`))
  const stock = fc.array(
    fc.record({
      item: fc.constantFrom('tea', 'cup'),
      at: fc.constantFrom(...ids),
      available: fc.integer({ min: -2, max: 6 }),
      ahead: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 8 },
  )
  const wanted = fc.array(fc.tuple(fc.constantFrom('tea', 'cup'), fc.integer({ min: 1, max: 8 })), {
    maxLength: 4,
  })
  const to = { country: 'DE', postalCode: '30000', region: null }
  fc.assert(
    fc.property(stock, wanted, (found, demands) => {
      const once = new Map(found.map((each) => [`${each.item} ${each.at}`, each]))
      const levels = [...once.values()].map(({ item, at, available, ahead }) =>
        level(item, at, available, { ahead }),
      )
      const lines = demands.map(([variantId, quantity], n) => ({ lineId: `${n}`, variantId, quantity }))
      const outcomes = [byPriority, nearest, fewestParcels].map((rule) => {
        const turns = rule.order({ levels, lines, places, to })
        const arranged = levels.map((each) => {
          const turn = turns.indexOf(each.location_id)
          return { ...each, position: turn < 0 ? 99 : turn }
        })
        const { taken, short } = allocate(arranged, lines)
        for (const each of levels) {
          const given = taken.filter(
            ({ itemId, locationId }) => itemId === each.item_id && locationId === each.location_id,
          )
          const sum = given.reduce((total, { quantity }) => total + quantity, 0)
          assert.ok(sum <= Math.max(0, each.available), 'more was given than there is')
        }
        for (const { lineId, quantity } of lines) {
          const got = taken.filter((each) => each.lineId === lineId)
          const sum = got.reduce((total, each) => total + each.quantity, 0)
          assert.equal(sum, short.some((each) => each.lineId === lineId) ? 0 : quantity)
        }
        return short
      })
      assert.deepEqual(outcomes[1], outcomes[0], 'no rule leaves a line short that another fills')
      assert.deepEqual(outcomes[2], outcomes[0])
    }),
    { seed, numRuns: 500 },
  )
})
