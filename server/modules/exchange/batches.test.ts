/** Batches too large for a request: done as a job, each operation as if it came alone. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { list as groups } from '../customers/groups/list.ts'
import { list as auditList } from '../system/audit/list.ts'
import { get } from './runs/get.ts'
import { results } from './runs/results.ts'
import { exchangeOf } from './testing.ts'
import { doRun } from './work.ts'

const shop = await openShop()
after(() => shop.close())
const { bring, begin, faults, ended } = exchangeOf(shop)

const group = (n: number, more: object = {}) => ({
  key: `g${n}`,
  operation: 'customers.groups.create',
  input: { key: `group-${n}`, name: `Group ${n}` },
  ...more,
})
const lines = (items: object[]) => items.map((item) => JSON.stringify(item)).join('\n')
const keys = async () => (await shop.bob.call(groups, {})).items.map(({ key }) => key)
const jsonl = { format: 'jsonl' } as const

test('a hundred and fifty operations are one job: what is wrong is told by its row, the rest is done', async () => {
  const items = Array.from({ length: 150 }, (_, n) => group(n))
  items[3] = group(3, { input: { key: 'group-2', name: 'Twice' } })
  items[40] = group(40, { operation: 'cart.create' })
  items[41] = group(41, { input: { key: 'group-41', name: 7 } })
  items[42] = group(42, { input: 'nonsense' })
  items[43] = group(5)
  const run = await bring('operations', lines(items), jsonl)
  assert.deepEqual(
    [run.state, run.rowsCreated, run.rowsFaulty],
    ['done', 146, 4],
    'a key that was used for the same is answered, and does nothing twice',
  )
  assert.deepEqual(await faults(run.id), [
    '4  customers.group_key_taken',
    '41 operation unknown',
    '42 input.name type',
    '43 input format',
  ])
  assert.equal((await keys()).length, 145)
  const { items: told } = await shop.bob.call(auditList, { operation: 'customers.groups.create', limit: 100 })
  assert.equal(told.length, 100, 'each is in the audit, as if it came alone')
})

test('each row of a large batch is answered: with what the operation answers alone, or with why not', async () => {
  // The same keys as before: what was done is answered again, and not done twice.
  const items = [...Array.from({ length: 130 }, (_, n) => group(n)), group(0, { key: 'again' })]
  items[7] = group(7, { key: 'wrong', input: { key: 'no key', name: 'Seven' } })
  const { id: runId } = await bring('operations', lines(items), jsonl)
  const first = await shop.bob.call(results, { runId, limit: 100 })
  const second = await shop.bob.call(results, { runId, limit: 100, behind: first.next! })
  const all = [...first.items, ...second.items]
  assert.deepEqual(
    [second.next, all.map(({ line, key }) => `${line} ${key}`)],
    [null, items.map(({ key }, index) => `${index + 1} ${key}`)],
  )
  const there = new Map((await shop.bob.call(groups, {})).items.map((each) => [each.key, each.id]))
  assert.equal(all[129]!.output!['id'], there.get('group-129'))
  assert.deepEqual(all[7], {
    line: 8,
    key: 'wrong',
    done: false,
    output: null,
    faults: [{ column: 'input.key', code: 'format', message: all[7]!.faults[0]!.message }],
  })
  const refused = await shop.bob.call(results, { runId, done: false })
  assert.deepEqual(
    refused.items.map(({ line, faults: [fault] }) => [line, fault!.code]),
    [
      [8, 'format'],
      [131, 'customers.group_key_taken'],
    ],
  )
  const other = shop.staff('exchange.read', 'exchange.write')
  await assert.rejects(other.call(results, { runId }), { code: 'not_found' })
  const dry = await bring('operations', lines([group(160), group(161, { input: {} })]), {
    ...jsonl,
    dryRun: true,
  })
  const { items: would } = await shop.bob.call(results, { runId: dry.id })
  assert.deepEqual(
    would.map(({ done, output }) => [done, output?.['key']]),
    [
      [true, 'group-160'],
      [false, undefined],
    ],
  )
  assert.ok(!(await keys()).includes('group-160'))
})

test('it asks for the rights that whoever sent it has when it is done', async () => {
  const clerk = await shop.person('clerk', ['exchange.write', 'exchange.read'])
  const theirs = exchangeOf(shop, clerk)
  const run = await theirs.bring('operations', lines([group(300)]), jsonl)
  assert.deepEqual([run.rowsCreated, await theirs.faults(run.id)], [0, ['1  forbidden']])
  const { id } = await theirs.begin('operations', lines([group(301)]), jsonl)
  await sql`update identity.person set state = 'suspended' where id = ${clerk.id}`.execute(shop.app.pool.db)
  await theirs.work(id)
  assert.equal((await shop.bob.call(get, { runId: id })).failureCode, 'forbidden')
})

test('killed half-way it goes on, and no operation is done twice', async () => {
  const items = Array.from({ length: 45 }, (_, n) => ({
    key: `w${n}`,
    operation: 'catalog.options.create',
    input: { key: `option-${n}`, texts: [{ locale: 'en', name: `Option ${n}` }], values: [] },
  }))
  const { id } = await begin('operations', lines(items), jsonl)
  let at = 0
  const dying = {
    ...shop.app,
    inTransaction: ((call, task) =>
      ++at === 4
        ? Promise.reject(new Error('Connection terminated unexpectedly'))
        : shop.app.inTransaction(call, task)) as typeof shop.app.inTransaction,
  }
  await assert.rejects(doRun(dying, shop.storeId, id, new AbortController().signal))
  assert.equal((await shop.bob.call(get, { runId: id })).rowsDone, 20)
  const done = await ended(id)
  assert.deepEqual([done.state, done.rowsCreated, done.rowsFaulty], ['done', 45, 0])
})

test('a dry run does nothing, and one that is to stop at a fault does', async () => {
  const before = await keys()
  const dry = await bring('operations', lines([group(400), group(401)]), { ...jsonl, dryRun: true })
  assert.deepEqual([dry.rowsCreated, await keys()], [2, before])
  const items = Array.from({ length: 60 }, (_, n) => group(500 + n))
  items[30] = group(530, { input: {} })
  const run = await bring('operations', lines(items), { ...jsonl, stopAtFault: true })
  assert.deepEqual([run.state, run.failureCode], ['failed', 'exchange.stopped_at_fault'])
  assert.deepEqual([run.rowsCreated, run.rowsFaulty], [30, 1])
})
