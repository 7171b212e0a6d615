/** Bob looks up who buys from him. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { create } from './addresses/create.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { update } from './profile/update.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob } = shop
const HOME = { name: 'Ann Lee', line1: 'Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }

test('customers are found by the beginning of address or name, in one statement a page', async () => {
  const mark = `q${newId().slice(-6)}`
  for (const name of ['c', 'a', 'b']) await shop.person(`${mark}${name}`, [])
  const statements = { count: 0 }
  const first = await bob.call(
    list,
    { q: mark.toUpperCase(), sort: { by: 'email' }, limit: 2 },
    { statements },
  )
  assert.equal(statements.count, 1)
  const second = await bob.call(list, { q: mark, sort: { by: 'email' }, limit: 2, after: first.next! })
  assert.deepEqual(
    [...first.items, ...second.items].map((each) => each.name),
    [`${mark}a`, `${mark}b`, `${mark}c`],
  )
  assert.equal(second.next, null)
  assert.deepEqual((await bob.call(list, { q: '_' })).items, [])
  assert.deepEqual(
    (await bob.call(list, { q: alice.email })).items.map((each) => each.id),
    [alice.id],
  )
  const counted = { count: 0 }
  const { total } = await bob.call(list, { q: mark, withTotal: true }, { statements: counted })
  assert.deepEqual([total, counted.count], [{ count: 3, atLeast: false }, 2])
})

test('a customer is shown with their addresses, in two statements', async () => {
  const home = await alice.call(create, HOME)
  await alice.call(update, { phone: '+4915112345678' })
  const statements = { count: 0 }
  const shown = await bob.call(get, { customerId: alice.id }, { statements })
  assert.ok(statements.count <= 2, `${statements.count} statements`)
  assert.deepEqual(
    [shown.email, shown.phone, shown.addresses.map((each) => each.id)],
    [alice.email, '+4915112345678', [home.id]],
  )
})

test('customers are for who may see them', async () => {
  for (const nosy of [alice, shop.staff('orders.read')]) {
    await assert.rejects(nosy.call(list, {}), { code: 'forbidden' })
    await assert.rejects(nosy.call(get, { customerId: alice.id }), { code: 'forbidden' })
  }
  await assert.rejects(shop.guest().call(list, {}), { code: 'unauthenticated' })
  await assert.rejects(bob.call(get, { customerId: newId() }), { code: 'not_found' })
  assert.ok((await shop.staff('customers.read').call(list, {})).items.length > 0)
})
