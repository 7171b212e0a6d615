/** Bob moves house: a place has a name, days until goods leave it, and an address where buyers can come. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { ADDRESS } from '#testing/carts.ts'
import { openShop } from '#testing/shop.ts'
import { list as audit } from '../../system/audit/list.ts'
import { placesSnapshot } from '../places.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, locationId } = shop
const known = () => shop.inside((ctx) => ctx.app.snapshots.read(placesSnapshot, ctx))
const refused = (work: Promise<unknown>, path: string, code: string) =>
  assert.rejects(work, (error: any) => {
    assert.deepEqual([error.errors[0].path, error.errors[0].code], [path, code])
    return true
  })

test('what is sent changes, the rest stays, and everybody counts with it at once', async () => {
  assert.deepEqual((await known())[0], {
    id: locationId,
    name: 'Warehouse',
    country: 'DE',
    leadDays: 0,
    address: null,
    channelIds: [],
  })
  const named = await bob.call(update, { locationId, name: '  The   cellar ', leadDays: 2 })
  assert.deepEqual(
    [named.name, named.leadDays, named.address, named.position, named.version],
    ['The cellar', 2, null, 0, 2],
  )
  const opened = await bob.call(update, { locationId, address: ADDRESS, expectedVersion: 2 })
  assert.deepEqual(
    [opened.name, opened.address?.city, opened.address?.line2],
    ['The cellar', 'Hamburg', null],
  )
  assert.deepEqual((await bob.call(list, {})).items[0], opened)
  assert.deepEqual((await known())[0]!.address?.city, 'Hamburg')
  const { items } = await bob.call(audit, { operation: 'inventory.locations.update' })
  assert.equal(items.length, 2)
})

test('a new place has an address and days of its own', async () => {
  const made = await bob.call(create, {
    key: 'quay',
    name: 'Quay',
    country: 'DE',
    leadDays: 4,
    address: ADDRESS,
  })
  assert.deepEqual([made.leadDays, made.address?.line1, made.version], [4, 'Kai 1', 1])
  assert.deepEqual((await bob.call(list, {})).items.at(-1), made)
})

test('an address is one of the country, with a postal code it has', async () => {
  await refused(
    bob.call(update, { locationId, address: { ...ADDRESS, country: 'AT', postalCode: '1010' } }),
    'address.country',
    'country',
  )
  await refused(
    bob.call(create, { key: 'x', name: 'X', country: 'FR', address: ADDRESS }),
    'address.country',
    'country',
  )
  await refused(
    bob.call(update, { locationId, address: { ...ADDRESS, postalCode: '1' } }),
    'address.postalCode',
    'postal_code',
  )
})

test('not a place that is not there, not from an older version, not by others', async () => {
  await assert.rejects(bob.call(update, { locationId: newId(), leadDays: 1 }), { code: 'not_found' })
  await assert.rejects(bob.call(update, { locationId, leadDays: 1, expectedVersion: 1 }), {
    code: 'stale_version',
  })
  await assert.rejects(shop.staff('stock.read').call(update, { locationId, leadDays: 1 }), {
    code: 'forbidden',
  })
})
