/** Bob keeps groups of customers; what they are good for stands with the price lists. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { update as updateProfile } from '../profile/update.ts'
import { archive } from './archive.ts'
import { changeMembers } from './change-members.ts'
import { create } from './create.ts'
import { list } from './list.ts'

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

test('customers are put in and taken out, and twice is no more than once', async () => {
  const { id: groupId } = await bob.call(create, { key: 'regulars', name: '  Regulars ' })
  const both = await bob.call(changeMembers, { groupId, add: [alice.id, charlie.id, alice.id] })
  assert.deepEqual([both.name, both.memberCount, both.version], ['Regulars', 2, 2])
  await bob.call(changeMembers, { groupId, add: [alice.id], remove: [charlie.id], expectedVersion: 2 })
  const { items } = await bob.call(list, {})
  assert.deepEqual(
    items.map(({ key, memberCount, version }) => [key, memberCount, version]),
    [['regulars', 1, 3]],
  )
  await bob.call(archive, { groupId, expectedVersion: 3 })
  assert.deepEqual((await bob.call(list, {})).items, [])
  await assert.rejects(bob.call(changeMembers, { groupId, add: [alice.id] }), { status: 404 })
  assert.equal((await bob.call(create, { key: 'regulars', name: 'Anew' })).version, 1)
})

test('every fault is named, and then nobody is put in or taken out', async () => {
  const { id: groupId } = await bob.call(create, { key: 'friends', name: 'Friends' })
  await bob.call(changeMembers, { groupId, add: [alice.id] })
  const change = (members: object) => faultsOf(bob.call(changeMembers, { groupId, ...members }))
  assert.deepEqual(await change({ add: [charlie.id, shop.storeId] }), ['add.1 unknown'])
  assert.deepEqual(await change({ add: [charlie.id], remove: [alice.id, charlie.id] }), [
    'remove.1 contradiction',
  ])
  await assert.rejects(bob.call(changeMembers, { groupId, add: [charlie.id], expectedVersion: 1 }), {
    status: 412,
  })
  await assert.rejects(bob.call(create, { key: 'friends', name: 'Others' }), /called friends already/)
  assert.equal((await bob.call(list, {})).items.find(({ key }) => key === 'friends')!.memberCount, 1)
  for (const nosy of [alice, shop.staff('customers.read')])
    await assert.rejects(nosy.call(changeMembers, { groupId, add: [alice.id] }), { code: 'forbidden' })
})
