/** Which places goods come from: in their order, nothing twice, and from one place only when the buyer comes there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allocate, type Level } from './allocation.ts'
import { leadDaysOf, pickUpPlace, sourcesMatter } from './sources.ts'

const at = (place: string, position: number, available: number, more: Partial<Level> = {}): Level => ({
  variant_id: 'tea',
  units: 1,
  parts: 1,
  item_id: 'tea',
  location_id: place,
  position,
  available,
  ahead: 0,
  ...more,
})
const line = (quantity: number, place: string | null = null, variantId = 'tea') => ({
  lineId: `${variantId} ${quantity}`,
  variantId,
  quantity,
  at: place,
})
const places = (levels: Level[], ...lines: ReturnType<typeof line>[]) =>
  allocate(levels, lines).taken.map((each) => [each.locationId, each.quantity])
const address = {
  name: 'Quay',
  line1: 'Kai 1',
  postalCode: '20457',
  city: 'Hamburg',
  country: 'DE',
  company: null,
  line2: null,
  region: null,
  phone: null,
}
const quay = { id: 'quay', name: 'Quay', country: 'DE', leadDays: 1, channelIds: [] as string[], address }
const cellar = {
  id: 'cellar',
  name: 'Cellar',
  country: 'DE',
  leadDays: 4,
  channelIds: [] as string[],
  address: null,
}

test('places are emptied in their order, whatever the order they were read in', () => {
  const levels = [at('cellar', 1, 5), at('quay', 0, 2)]
  assert.deepEqual(places(levels, line(1)), [['quay', 1]])
  assert.deepEqual(places(levels, line(4)), [
    ['quay', 2],
    ['cellar', 2],
  ])
})

test('what one line took is gone for the next, and every short line says what was left for it', () => {
  const { taken, short } = allocate([at('quay', 0, 3)], [line(2), { ...line(2), lineId: 'second' }])
  assert.equal(taken.length, 1)
  assert.deepEqual(short, [{ lineId: 'second', available: 1 }])
  assert.deepEqual(allocate([], [line(1)]).short, [{ lineId: 'tea 1', available: 0 }])
})

test('who comes to a place gets only what lies there', () => {
  const levels = [at('quay', 0, 1), at('cellar', 1, 5)]
  assert.deepEqual(places(levels, line(2, 'cellar')), [['cellar', 2]])
  assert.deepEqual(allocate(levels, [line(2, 'quay')]).short, [{ lineId: 'tea 2', available: 1 }])
})

test('a set is short while one of its items lies nowhere, or not at the place', () => {
  const set = { variant_id: 'set', parts: 2 }
  const cup = at('quay', 0, 9, { ...set, item_id: 'cup' })
  const saucer = at('cellar', 1, 4, { ...set, item_id: 'saucer', units: 2 })
  assert.equal(allocate([cup], [line(1, null, 'set')]).short[0]!.available, 0)
  assert.equal(allocate([cup, saucer], [line(1, 'quay', 'set')]).short[0]!.available, 0)
  assert.deepEqual(places([cup, saucer], line(2, null, 'set')), [
    ['quay', 2],
    ['cellar', 4],
  ])
})

test('the slowest place that is needed says how long it takes', () => {
  const levels = [at('quay', 0, 1), at('cellar', 1, 5)]
  const days = (quantity: number) => leadDaysOf(levels, [line(quantity)], [quay, cellar])
  assert.deepEqual([days(1), days(2), days(99)], [1, 4, 0])
})

test('a place to fetch things has an address and all of them', () => {
  const levels = [at('quay', 0, 1), at('cellar', 1, 5)]
  const where = (id: string, quantity: number) =>
    pickUpPlace(id, levels, [line(quantity)], [quay, cellar])?.name
  assert.deepEqual(
    [where('quay', 1), where('quay', 2), where('cellar', 1), where('gone', 1)],
    ['Quay', undefined, undefined, undefined],
  )
  const plain = { ...cellar, leadDays: 0 }
  assert.deepEqual([[plain], [cellar], [plain, plain], [quay]].map(sourcesMatter), [false, true, true, true])
})
