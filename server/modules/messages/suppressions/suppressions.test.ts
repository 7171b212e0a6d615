/** Bob keeps the list of addresses that get no mail. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { add } from './add.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'

const shop = await openShop()
after(() => shop.close())

test('an address is put on the list, found by any spelling, and taken off again', async () => {
  const one = await shop.bob.call(add, {
    email: 'Ann@Example.com',
    reason: 'complaint',
    note: 'Pressed "spam"',
  })
  assert.deepEqual(
    [one.email, one.reason, one.note, one.addedBy],
    ['ann@example.com', 'complaint', 'Pressed "spam"', shop.bob.id],
  )
  const again = await shop.bob.call(add, { email: 'ann@example.com', reason: 'bounce' })
  assert.deepEqual(again, one, 'the first reason stays')
  await shop.bob.call(add, { email: 'ben@example.com', reason: 'bounce' })
  const emails = async (input: Parameters<typeof list.check>[0] = {}) =>
    (await shop.bob.call(list, input as never)).items.map(({ email }) => email)
  assert.deepEqual((await emails()).sort(), ['ann@example.com', 'ben@example.com'])
  assert.deepEqual(await emails({ email: 'ANN@example.com' }), ['ann@example.com'])
  assert.deepEqual(await emails({ reason: 'bounce' }), ['ben@example.com'])
  await shop.bob.call(remove, { suppressionId: one.id })
  assert.deepEqual(await emails(), ['ben@example.com'])
  await assert.rejects(shop.bob.call(remove, { suppressionId: one.id }), { code: 'not_found' })
})

test('nobody reads the addresses in the database or in the audit', async () => {
  await shop.bob.call(add, { email: 'planted@example.com', reason: 'wish' })
  for (const table of ['messages.suppression', 'kit.audit', 'kit.event']) {
    const { rows } = await shop.app.pool.pg.query(`select t::text as text from ${table} t`)
    assert.doesNotMatch(rows.map(({ text }) => text).join(), /planted@/, table)
  }
})

test('only who may, and only real addresses', async () => {
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.staff('messages.read').call(add, { email: 'a@example.com', reason: 'wish' }), {
    code: 'forbidden',
  })
  await assert.rejects(shop.bob.call(add, { email: 'no address', reason: 'wish' }), { code: 'invalid_input' })
  await assert.rejects(shop.bob.call(remove, { suppressionId: newId() }), { code: 'not_found' })
})
