import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { update } from '../settings/store/update.ts'
import { list as audit } from './audit/list.ts'
import { list as events } from './events/list.ts'
import { invariants } from './invariants.ts'
import { dead } from './jobs/dead.ts'
import { retry } from './jobs/retry.ts'

const shop = await openShop()
after(() => shop.close())

test('the owner proves the store, and a planted fault is named', async () => {
  await shop.goods({ stock: 3 })
  assert.equal((await shop.bob.call(invariants, {})).holds, true)
  const client = await shop.app.pool.pg.connect()
  try {
    // Planted: a booking with one side only, past the guard that keeps it out.
    await client.query('alter table ledger.entry disable trigger all')
    const id = '01900000-0000-7000-8000-0000000000aa'
    await client.query(
      `insert into ledger.account (id, store_id, code, currency, created_at) values ($1, $2, 'cash', 'EUR', now())`,
      [id, shop.storeId],
    )
    await client.query(
      `insert into ledger.transaction (id, store_id, currency, kind, reference, subject_kind, subject_id, actor, cause, trace_id, at)
      values ($1, $2, 'EUR', 'capture', 'x', 'order', $1, 'a', 'b', 'c', now())`,
      [id, shop.storeId],
    )
    await client.query(
      `insert into ledger.entry (store_id, transaction_id, position, account_id, currency, amount) values ($2, $1, 1, $1, 'EUR', 5)`,
      [id, shop.storeId],
    )
    const report = await shop.bob.call(invariants, {})
    assert.deepEqual(
      report.items.filter((item) => !item.holds).map((item) => item.id),
      ['I1', 'I1.entries', 'I1.ledger'],
    )
    await client.query(`delete from ledger.entry`)
    await client.query('alter table ledger.transaction disable trigger all')
    await client.query('delete from ledger.transaction')
  } finally {
    client.release()
  }
})

test('what staff changes is kept with before and after', async () => {
  await shop.bob.call(update, { name: 'New name' })
  const { items } = await shop.bob.call(audit, { operation: 'settings.store.update' })
  assert.equal(items.length, 1)
  assert.equal(items[0]!.actor, shop.bob.id)
  assert.equal(JSON.parse(items[0]!.before!).name, 'Test shop')
  assert.equal(JSON.parse(items[0]!.after!).name, 'New name')
  assert.ok((await shop.bob.call(events, { name: 'settings.changed' })).items.length > 0)
})

test('shoppers see nothing of it', async () => {
  await assert.rejects(shop.alice.call(invariants, {}), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(dead, {}), { code: 'unauthenticated' })
  await assert.rejects(shop.bob.call(retry, { jobId: 999_999 }), { code: 'not_found' })
  assert.deepEqual(await shop.bob.call(dead, {}), { items: [] })
})
