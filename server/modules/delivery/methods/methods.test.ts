/** Bob changes how the shop delivers, and shoppers are offered it at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { offersFor } from '../offers.ts'
import { deliverySnapshot } from '../rules.ts'
import { here, to } from '../testing.ts'
import { create as createProfile } from '../profiles/create.ts'
import { list as zones } from '../zones/list.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const [zone] = (await bob.call(zones, {})).items
const [parcel] = (await bob.call(list, {})).items
const express = {
  zoneId: zone!.id,
  key: 'express',
  taxCategoryId: parcel!.taxCategoryId,
  minDays: 1,
  maxDays: 1,
  texts: [{ locale: 'en', name: ' Express ', description: 'Tomorrow' }],
  rates: [{ price: eur(1290) }],
}
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )
const offered = async () => {
  const rules = await shop.inside((ctx) => ctx.app.snapshots.read(deliverySnapshot, ctx))
  return offersFor(rules, to({ subtotal: 7000 }), here).map(({ name, amount }) => [name, amount])
}

test('zones and ways of delivery are listed', async () => {
  assert.deepEqual([zone!.key, zone!.countries], ['eu', ['DE', 'FR', 'AT']])
  assert.deepEqual(parcel, {
    id: shop.methodId,
    zoneId: zone!.id,
    key: 'parcel',
    taxCategoryId: parcel!.taxCategoryId,
    minDays: 2,
    maxDays: 4,
    position: 0,
    locationId: null,
    texts: [{ locale: 'en', name: 'Parcel', description: '2 to 4 working days' }],
    combination: 'sum',
    limits: { weightGrams: null, volumeCcm: null, items: null, lengthMm: null },
    live: null,
    rates: [
      { price: eur(490), freeFrom: eur(6000), profileId: null, measure: 'none', upTo: null, ranges: [] },
    ],
    version: 1,
  })
  const statements = { count: 0 }
  await bob.call(list, {}, { statements })
  await bob.call(zones, {}, { statements })
  assert.equal(statements.count, 2)
})

test('a new way is offered at once, a changed one as it is now, an archived one no more', async () => {
  assert.deepEqual(await offered(), [['Parcel', 0]])
  const made = await bob.call(create, express)
  assert.deepEqual([made.texts[0]!.name, made.position, made.rates[0]!.freeFrom], ['Express', 1, null])
  assert.deepEqual(await offered(), [
    ['Parcel', 0],
    ['Express', 1290],
  ])
  const changed = await bob.call(update, {
    methodId: made.id,
    maxDays: 2,
    texts: [
      { locale: 'en', name: 'Fast' },
      { locale: 'de', name: 'Eilig' },
    ],
    rates: [{ price: eur(990), freeFrom: eur(9000) }],
    expectedVersion: made.version,
  })
  assert.deepEqual([changed.version, changed.minDays, changed.maxDays], [2, 1, 2])
  assert.deepEqual(changed.texts, [
    { locale: 'de', name: 'Eilig', description: '' },
    { locale: 'en', name: 'Fast', description: 'Tomorrow' },
  ])
  assert.deepEqual(await offered(), [
    ['Parcel', 0],
    ['Fast', 990],
  ])
  const stale = { code: 'stale_version', status: 412, details: { currentVersion: 2 } }
  await assert.rejects(bob.call(update, { methodId: made.id, position: 5, expectedVersion: 1 }), stale)
  await assert.rejects(bob.call(archive, { methodId: made.id, expectedVersion: 1 }), stale)
  await bob.call(archive, { methodId: made.id })
  assert.deepEqual(await offered(), [['Parcel', 0]])
  await assert.rejects(bob.call(archive, { methodId: made.id }), { code: 'not_found' })
  assert.equal((await bob.call(create, express)).key, 'express')
})

test('ranges, profiles and limits are kept as they were given, and changed as a whole', async () => {
  const bulky = await bob.call(createProfile, { key: 'bulky', name: 'Bulky' })
  const ranges = [
    { from: 0, price: eur(0), step: null, stepPrice: null },
    { from: 5000, price: eur(300), step: 1000, stepPrice: eur(50) },
  ]
  const plain = { freeFrom: null, profileId: null, upTo: null }
  const general = { ...plain, price: eur(490), measure: 'weight_grams' as const, upTo: 30_000, ranges }
  const ofBulky = { ...plain, price: eur(2900), measure: 'none' as const, profileId: bulky.id, ranges: [] }
  const made = await bob.call(create, {
    ...express,
    key: 'weighed',
    combination: 'dearest',
    limits: { weightGrams: 30_000 },
    rates: [general, ofBulky],
  })
  assert.deepEqual(made.rates, [general, ofBulky])
  const limits = { weightGrams: 30_000, volumeCcm: null, items: null, lengthMm: null }
  assert.deepEqual([made.combination, made.limits], ['dearest', limits])
  const changed = await bob.call(update, {
    methodId: made.id,
    combination: 'sum',
    limits: { lengthMm: 1200 },
    rates: [{ price: eur(590) }],
  })
  assert.deepEqual(changed.limits, { ...limits, lengthMm: 1200 })
  assert.deepEqual(
    [changed.combination, changed.rates],
    ['sum', [{ ...plain, price: eur(590), measure: 'none', ranges: [] }]],
  )
  const kept = await bob.call(update, { methodId: made.id, limits: { weightGrams: null } })
  assert.deepEqual([kept.limits.weightGrams, kept.limits.lengthMm], [null, 1200])
  await bob.call(archive, { methodId: made.id })
})

test('every fault is named by its place', async () => {
  const usd = { amount: 1, currency: 'USD' }
  const byWeight = (more: object) => ({ price: eur(1), measure: 'weight_grams' as const, ...more })
  const ranged = (...ranges: object[]) =>
    byWeight({ ranges: ranges.map((range) => ({ from: 0, price: eur(1), ...range })) })
  const refused: [string, Record<string, unknown>][] = [
    ['key taken', { key: 'parcel' }],
    ['zoneId unknown', { zoneId: shop.storeId }],
    ['taxCategoryId unknown', { taxCategoryId: shop.storeId }],
    ['maxDays too_small', { minDays: 3 }],
    ['locationId unknown', { locationId: shop.storeId }],
    ['locationId unknown', { locationId: shop.locationId }],
    ['texts.0.name format', { texts: [{ locale: 'en', name: '  ', description: '' }] }],
    ['texts.1.locale duplicate', { texts: [...express.texts, ...express.texts] }],
    ['rates too_short', { rates: [] }],
    ['rates.0.price.currency unknown', { rates: [{ price: usd }] }],
    ['rates.1.price.currency duplicate', { rates: [{ price: eur(1) }, { price: eur(2) }] }],
    ['rates.0.price.amount too_small', { rates: [{ price: eur(-1) }] }],
    ['rates.0.freeFrom.currency currency', { rates: [{ price: eur(1), freeFrom: usd }] }],
    ['rates.0.profileId unknown', { rates: [{ price: eur(1), profileId: shop.storeId }] }],
    ['rates.0.measure required', { rates: [{ price: eur(1), upTo: 5 }] }],
    ['rates.0.measure required', { rates: [{ price: eur(1), ranges: [{ from: 0, price: eur(1) }] }] }],
    ['rates.0.upTo too_small', { rates: [byWeight({ upTo: 0 })] }],
    ['rates.0.ranges.1.from too_small', { rates: [ranged({ from: 5 }, { from: 5 })] }],
    ['rates.0.ranges.0.price.currency currency', { rates: [ranged({ price: usd })] }],
    ['rates.0.ranges.0.price.amount too_small', { rates: [ranged({ price: eur(-1) })] }],
    ['rates.0.ranges.0.step too_small', { rates: [ranged({ step: 0, stepPrice: eur(1) })] }],
    ['rates.0.ranges.0.step required', { rates: [ranged({ stepPrice: eur(1) })] }],
    ['rates.0.ranges.0.stepPrice required', { rates: [ranged({ step: 5 })] }],
    ['rates.0.ranges.0.stepPrice.currency currency', { rates: [ranged({ step: 5, stepPrice: usd })] }],
    ['limits.items too_small', { limits: { items: 0 } }],
    ['rates.0.freeFrom.amount too_small', { rates: [{ price: eur(1), freeFrom: eur(-1) }] }],
  ]
  for (const [fault, more] of refused)
    assert.deepEqual(await faults(bob.call(create, { ...express, key: 'new', ...more } as never)), [fault])
  assert.deepEqual(await faults(bob.call(update, { methodId: shop.methodId, minDays: 9 })), [
    'maxDays too_small',
  ])
  await shop.invariants()
})

test('only staff with the right', async () => {
  const reader = shop.staff('delivery.read')
  await reader.call(list, {})
  await reader.call(zones, {})
  await assert.rejects(reader.call(create, express), { code: 'forbidden' })
  await assert.rejects(reader.call(update, { methodId: shop.methodId }), { code: 'forbidden' })
  await assert.rejects(reader.call(archive, { methodId: shop.methodId }), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(zones, {}), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(list, {}), { code: 'unauthenticated' })
})
