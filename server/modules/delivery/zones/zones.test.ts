/** Bob says where the shop delivers, down to the islands it does not serve. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { deliveryOffers } from '../../cart/delivery-offers.ts'
import { setDetails } from '../../cart/set-details.ts'
import { create as createMethod } from '../methods/create.ts'
import { list as methods } from '../methods/list.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const [{ taxCategoryId } = { taxCategoryId: '' }] = (await bob.call(methods, {})).items
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

async function wayTo(zoneId: string, name: string) {
  return bob.call(createMethod, {
    zoneId,
    key: name.toLowerCase(),
    taxCategoryId,
    minDays: 0,
    maxDays: 0,
    texts: [{ locale: 'en', name }],
    rates: [{ price: eur(290) }],
  })
}

test('a courier of two districts is offered there alone, and parcels not to the islands', async () => {
  const district = { country: 'DE', postalFrom: '20', postalTo: '21' }
  const city = await bob.call(create, {
    key: 'city',
    name: ' Hamburg ',
    countries: ['DE'],
    areas: [district, { country: 'DE', postalFrom: '21149', excluded: true }],
  })
  assert.deepEqual(
    [city.name, city.areas[1]],
    ['Hamburg', { country: 'DE', region: null, postalFrom: '21149', postalTo: '21149', excluded: true }],
  )
  await wayTo(city.id, 'Courier')
  const eu = (await bob.call(list, {})).items.find(({ key }) => key === 'eu')!
  await bob.call(update, {
    zoneId: eu.id,
    areas: [{ country: 'DE', postalFrom: '18565', excluded: true }],
    expectedVersion: eu.version,
  })
  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: await shop.goods() })
  const offered = async (postalCode: string) => {
    const shippingAddress = { ...ADDRESS, country: 'DE', postalCode }
    await guest.call(setDetails, { cartId, shippingAddress })
    return (await guest.call(deliveryOffers, { cartId })).items.map(({ name }) => name)
  }
  assert.deepEqual(await offered('20457'), ['Parcel', 'Courier'])
  assert.deepEqual(await offered('21149'), ['Parcel'])
  assert.deepEqual(await offered('10115'), ['Parcel'])
  assert.deepEqual(await offered('18565'), [])

  await bob.call(update, { zoneId: city.id, countries: ['AT', 'DE'], name: 'Two cities', areas: [] })
  assert.deepEqual(await offered('10115'), ['Parcel', 'Courier'])
  await bob.call(archive, { zoneId: city.id })
  assert.deepEqual(await offered('20457'), ['Parcel'])
  await assert.rejects(bob.call(archive, { zoneId: city.id }), { code: 'not_found' })
  assert.deepEqual(
    (await bob.call(methods, {})).items.map(({ key }) => key),
    ['parcel'],
    'with the zone its ways are gone',
  )
  assert.equal((await bob.call(create, { key: 'city', name: 'Again', countries: ['DE'] })).key, 'city')
  await shop.invariants()
})

test('every fault is named by its place, and nothing is changed', async () => {
  const before = await bob.call(list, {})
  const de = (more: object) => ({ areas: [{ country: 'DE', ...more }] })
  for (const [fault, more] of [
    ['key taken', { key: 'eu' }],
    ['countries too_short', { countries: [] }],
    ['countries.1 duplicate', { countries: ['DE', 'DE'] }],
    ['areas.0.country unknown', { areas: [{ country: 'FR', postalFrom: '7' }] }],
    ['areas.0.region required', de({})],
    ['areas.0.postalFrom required', de({ postalTo: '2' })],
    ['areas.0.postalFrom postal_code', de({ postalFrom: '- -' })],
    ['areas.0.postalTo length', de({ postalFrom: '20', postalTo: '211' })],
    ['areas.0.postalTo too_small', de({ postalFrom: '21', postalTo: '20' })],
  ] as const)
    assert.deepEqual(
      await faults(bob.call(create, { key: 'new', name: 'New', countries: ['DE'], ...more } as never)),
      [fault],
    )
  const eu = before.items.find(({ key }) => key === 'eu')
  assert.deepEqual(await faults(bob.call(update, { zoneId: eu!.id, countries: ['FR'] })), [
    'areas.0.country unknown',
  ])
  await assert.rejects(bob.call(update, { zoneId: eu!.id, expectedVersion: 99 }), { code: 'stale_version' })
  assert.deepEqual(await bob.call(list, {}), before)
})

test('only staff with the right change zones', async () => {
  const reader = shop.staff('delivery.read')
  const [zone] = (await reader.call(list, {})).items
  await assert.rejects(reader.call(create, { key: 'x', name: 'X', countries: ['DE'] }), { code: 'forbidden' })
  await assert.rejects(reader.call(update, { zoneId: zone!.id }), { code: 'forbidden' })
  await assert.rejects(reader.call(archive, { zoneId: zone!.id }), { code: 'forbidden' })
})
