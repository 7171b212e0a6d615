/** Alice reads and changes her own profile. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { me } from '../../identity/me.ts'
import { get } from './get.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { alice } = shop

test('name, phone and marketing choice change by themselves; null clears', async () => {
  assert.deepEqual(await alice.call(get, {}), {
    email: alice.email,
    name: 'alice',
    phone: null,
    marketing: false,
    companyName: null,
    taxId: null,
    ownFields: [],
    version: 1,
  })
  await alice.call(update, { phone: '+4915112345678', marketing: true })
  const named = await alice.call(update, { name: ' Alice  Lee ', expectedVersion: 2 })
  assert.deepEqual(named, {
    email: alice.email,
    name: 'Alice Lee',
    phone: '+4915112345678',
    marketing: true,
    companyName: null,
    taxId: null,
    ownFields: [],
    version: 3,
  })
  assert.equal((await alice.call(me, {})).person!.name, 'Alice Lee')
  assert.equal((await alice.call(update, { phone: null })).phone, null)
})

test('an old version is refused and changes nothing, the name neither', async () => {
  const { name, version } = await alice.call(get, {})
  await assert.rejects(alice.call(update, { name: 'Eve', expectedVersion: version - 1 }), {
    code: 'stale_version',
  })
  assert.equal((await alice.call(get, {})).name, name)
})

test('rights, address and foreign fields are no part of a profile', async () => {
  for (const field of [
    { email: 'eve@example.com' },
    { permissions: ['*'] },
    { roles: ['owner'] },
    { id: shop.bob.id },
  ])
    await assert.rejects(alice.call(update, field as never), { code: 'unknown_field' })
  for (const wrong of [{ phone: '0151 123' }, { marketing: 'yes' }, { name: '' }])
    await assert.rejects(alice.call(update, wrong as never), { code: 'invalid_input' })
  await assert.rejects(shop.guest().call(get, {}), { code: 'unauthenticated' })
})
