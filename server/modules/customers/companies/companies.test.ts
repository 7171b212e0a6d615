/** Bob keeps the companies that buy from him, and who buys for them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { update as updateProfile } from '../profile/update.ts'
import { archive } from './archive.ts'
import { changeMembers } from './change-members.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob, charlie } = shop
for (const customer of [alice, charlie]) await customer.call(updateProfile, {})

const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('a company is added with its tax id, and people are let buy for it', async () => {
  const made = await bob.call(create, { name: ' Kaffee  GmbH ', taxId: 'de 136 695 976' })
  assert.deepEqual([made.name, made.taxId, made.memberCount], ['Kaffee GmbH', 'DE136695976', 0])
  const { id: companyId } = made
  const both = await bob.call(changeMembers, { companyId, add: [alice.id, charlie.id, alice.id] })
  assert.deepEqual([both.memberCount, both.version], [2, 2])
  await bob.call(changeMembers, { companyId, add: [alice.id], remove: [charlie.id], expectedVersion: 2 })
  const shown = await bob.call(get, { companyId })
  assert.deepEqual(
    shown.members.map(({ customerId, email }) => [customerId, email]),
    [[alice.id, alice.email]],
  )
  const renamed = await bob.call(update, { companyId, name: 'Kaffee AG', taxId: null, expectedVersion: 3 })
  assert.deepEqual([renamed.name, renamed.taxId, renamed.version], ['Kaffee AG', null, 4])
  assert.deepEqual(
    (await bob.call(list, {})).items.map(({ name }) => name),
    ['Kaffee AG'],
  )
  await bob.call(archive, { companyId, expectedVersion: 4 })
  assert.deepEqual((await bob.call(list, {})).items, [])
  await assert.rejects(bob.call(get, { companyId }), { status: 404 })
  await assert.rejects(bob.call(changeMembers, { companyId, add: [alice.id] }), { status: 404 })
})

test('one tax id is one company, also when two add it at once', async () => {
  const wish = { name: 'Thé SARL', taxId: 'FR40303265045' }
  const tries = await Promise.allSettled([bob.call(create, wish), bob.call(create, wish)])
  assert.deepEqual(tries.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const { id } = await bob.call(create, { name: 'Other' })
  await assert.rejects(bob.call(update, { companyId: id, taxId: 'fr 40 303 265 045' }), {
    code: 'customers.company_known',
  })
})

test('every fault is named, and then nothing is changed', async () => {
  const { id: companyId } = await bob.call(create, { name: 'Mate Oy' })
  await bob.call(changeMembers, { companyId, add: [alice.id] })
  const change = (members: object) => faultsOf(bob.call(changeMembers, { companyId, ...members }))
  assert.deepEqual(await change({ add: [charlie.id, shop.storeId] }), ['add.1 unknown'])
  assert.deepEqual(await change({ add: [charlie.id], remove: [charlie.id] }), ['remove.0 contradiction'])
  assert.deepEqual(await faultsOf(bob.call(create, { name: 'X', taxId: 'DE136695975' })), ['taxId tax_id'])
  await assert.rejects(bob.call(update, { companyId, name: 'Y', expectedVersion: 1 }), { status: 412 })
  await assert.rejects(bob.call(get, { companyId: newId() }), { status: 404 })
  assert.equal((await bob.call(get, { companyId })).memberCount, 1)
  for (const nosy of [alice, shop.staff('customers.read')])
    await assert.rejects(nosy.call(create, { name: 'Z' }), { code: 'forbidden' })
  await assert.rejects(alice.call(get, { companyId }), { code: 'forbidden' })
})
