/** Germany lowers its tax for half a year; the shop knows on which day which rate holds. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { list as audit } from '../../system/audit/list.ts'
import { list as categories } from '../categories/list.ts'
import { rateFor } from '../rate-for.ts'
import { taxSnapshot } from '../tax.ts'
import { list } from './list.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const { items } = await bob.call(categories, {})
const categoryId = items.find(({ key }) => key === 'standard')!.id
const from = (startsOn: string, rateBasisPoints: number, more: { region?: string } = {}) =>
  bob.call(set, { categoryId, country: 'DE', name: 'VAT', startsOn, rateBasisPoints, ...more })
const holds = async (on: string, region: string | null = null) =>
  rateFor(await shop.inside((ctx) => ctx.app.snapshots.read(taxSnapshot, ctx)), {
    categoryId,
    country: 'DE',
    region,
    on,
  }).rateBasisPoints
const spans = async (country = 'DE') =>
  (await bob.call(list, { country, categoryId })).items
    .filter(({ region }) => region === null)
    .map(({ startsOn, endsOn, rateBasisPoints }) => [startsOn, endsOn, rateBasisPoints])
    .sort()

test('a new rate ends the one before on its first day', async () => {
  const rate = await from('2026-07-01', 1600)
  assert.deepEqual([rate.startsOn, rate.endsOn], ['2026-07-01', null])
  assert.deepEqual(await spans(), [
    ['2020-01-01', '2026-07-01', 1900],
    ['2026-07-01', null, 1600],
  ])
  assert.deepEqual([await holds('2026-06-30'), await holds('2026-07-01')], [1900, 1600])
  const [entry] = (await bob.call(audit, { operation: 'tax.rates.set' })).items
  assert.equal(JSON.parse(entry!.before!).rateBasisPoints, 1900)
})

test('the return to the old rate can be set at once, and days between and before, in any order', async () => {
  await from('2027-01-01', 1900)
  await from('2026-10-01', 1500)
  await from('2019-01-01', 1800)
  assert.deepEqual(await spans(), [
    ['2019-01-01', '2020-01-01', 1800],
    ['2020-01-01', '2026-07-01', 1900],
    ['2026-07-01', '2026-10-01', 1600],
    ['2026-10-01', '2027-01-01', 1500],
    ['2027-01-01', null, 1900],
  ])
  await shop.invariants()
})

test('a rate of the same day is replaced and kept', async () => {
  await from('2026-10-01', 1400)
  assert.equal(await holds('2026-10-01'), 1400)
  assert.equal((await spans()).length, 5)
  const { rows } = await sql<{ rate: number }>`
    select rate_basis_points as rate from tax.rate where archived_at is not null`.execute(shop.app.pool.db)
  assert.deepEqual(rows, [{ rate: 1500 }])
})

test('a region may have its own; other places are left alone', async () => {
  await from('2026-01-01', 0, { region: 'Helgoland' })
  assert.deepEqual([await holds('2026-08-01', 'Helgoland'), await holds('2026-08-01', 'Bayern')], [0, 1600])
  assert.deepEqual(await spans('FR'), [['2020-01-01', null, 1900]])
})

test('two rates at once come one after the other', async () => {
  await Promise.all(['2030-01-01', '2031-01-01', '2030-06-01', '2030-01-01'].map((day) => from(day, 2000)))
  await shop.invariants()
  assert.equal((await spans()).length, 8)
})

test('an overlap is refused by the database, and found by the proof where it was let in', async () => {
  const plant = () =>
    sql`insert into tax.rate (id, store_id, category_id, country, name, rate_basis_points, starts_on, created_at, updated_at)
    values (${newId()}, ${shop.storeId}, ${categoryId}, 'DE', 'x', 1, '2020-02-02', now(), now())`.execute(
      shop.app.pool.db,
    )
  await assert.rejects(plant(), /rate_one_a_day/)
  await shop.invariants()
  await sql`alter table tax.rate drop constraint rate_one_a_day`.execute(shop.app.pool.db)
  await plant()
  await assert.rejects(shop.invariants(), /tax\.overlap/)
})

test('faults are named, and only staff with the right change rates', async () => {
  const input = { categoryId, country: 'DE', name: 'VAT', rateBasisPoints: 1, startsOn: '2026-01-01' }
  await assert.rejects(bob.call(set, { ...input, categoryId: shop.storeId }), {
    code: 'invalid_input',
    errors: [{ path: 'categoryId', code: 'unknown', message: 'There is no such tax category.' }],
  })
  await assert.rejects(bob.call(set, { ...input, rateBasisPoints: 10_001 }), { code: 'invalid_input' })
  await assert.rejects(bob.call(set, { ...input, startsOn: '2026-02-30x' }), { code: 'invalid_input' })
  const reader = shop.staff('tax.read')
  await reader.call(list, {})
  await reader.call(categories, {})
  await assert.rejects(reader.call(set, input), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
})
