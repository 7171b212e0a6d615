/** Bob changes how the shop delivers, and shoppers are offered it at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { deliverySnapshot, offersFor } from '../delivery.ts'
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
  const methods = await shop.inside((ctx) => ctx.app.snapshots.read(deliverySnapshot, ctx))
  return offersFor(
    methods,
    { country: 'DE', currency: 'EUR', subtotal: 7000, locales: ['en'] },
    { leadDays: 0, pickUpAt: () => null },
  ).map(({ name, amount }) => [name, amount])
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
    rates: [{ price: eur(490), freeFrom: eur(6000) }],
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

test('every fault is named by its place', async () => {
  const usd = { amount: 1, currency: 'USD' }
  const refused: [string, Partial<typeof express> & Record<string, unknown>][] = [
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
    ['rates.0.freeFrom.currency currency', { rates: [{ price: eur(1), freeFrom: usd }] as never }],
    ['rates.0.freeFrom.amount too_small', { rates: [{ price: eur(1), freeFrom: eur(-1) }] as never }],
  ]
  for (const [fault, more] of refused)
    assert.deepEqual(await faults(bob.call(create, { ...express, key: 'new', ...more })), [fault])
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
