/** Imports that are killed, cancelled, done twice at once, and files that are none. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { openShop } from '#testing/shop.ts'
import { list as auditList } from '../system/audit/list.ts'
import { create as createTicket } from '../media/tickets/create.ts'
import { create as createExport } from './exports/create.ts'
import { create as createImport } from './imports/create.ts'
import { list as resources } from './resources/list.ts'
import { cancel } from './runs/cancel.ts'
import { faults as faultsOf } from './runs/faults.ts'
import { get } from './runs/get.ts'
import { list } from './runs/list.ts'
import { exchangeOf } from './testing.ts'
import { doRun } from './work.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const { begin, bring, work, ended, faults, upload } = exchangeOf(shop)

const goods = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, index) => `cup-${from + index},Cup ${from + index},standard,CUP-${from + index}`,
  )
const fileOf = (lines: string[]) => ['product,name.en,taxCategory,sku', ...lines].join('\n')
const products = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from catalog.product`.execute(shop.app.pool.db))
    .rows[0]!.n

/** The store's database goes away before this transaction. */
function dyingAt(step: number): App {
  let at = 0
  return {
    ...shop.app,
    inTransaction: (call, task) =>
      ++at === step
        ? Promise.reject(new Error('Connection terminated unexpectedly'))
        : shop.app.inTransaction(call, task),
  }
}

test('an import that is killed anywhere goes on where it stopped, and nothing is doubled', async () => {
  const { id } = await begin('products', fileOf(goods(0, 2_700)))
  const { signal } = new AbortController()
  for (const step of [1, 2, 3, 4, 4, 5]) await doRun(dyingAt(step), shop.storeId, id, signal).catch(() => {})
  const between = await bob.call(get, { runId: id })
  assert.equal(between.state, 'running')
  assert.ok(between.rowsDone > 0 && between.rowsDone < 2_700, String(between.rowsDone))
  const done = await ended(id)
  assert.deepEqual([done.state, done.rowsDone, done.rowsCreated, done.rowsFaulty], ['done', 2_700, 2_700, 0])
  assert.equal(await products(), 2_700)
  await work(id)
  assert.equal((await bob.call(get, { runId: id })).version, done.version, 'what has ended is left alone')
})

test('two who work on one import do each row once', async () => {
  const before = await products()
  const { id } = await begin('products', fileOf(goods(12_000, 13_200)))
  await Promise.all([work(id), work(id), work(id)])
  await work(id)
  const done = await bob.call(get, { runId: id })
  assert.deepEqual([done.state, done.rowsCreated, done.rowsSame], ['done', 1_200, 0])
  assert.equal(await products(), before + 1_200)
  await shop.invariants()
})

test('a row that only the database refuses is found by halves, and holds up no other', async () => {
  const twice = [
    ...goods(4_000, 4_100),
    'other-a,A,standard,TWICE',
    'other-b,B,standard,TWICE',
    ...goods(4_100, 4_200),
  ]
  const run = await bring('products', fileOf(twice))
  assert.deepEqual([run.rowsCreated, run.rowsFaulty], [201, 1])
  assert.deepEqual(await faults(run.id), ['103 sku taken'])
})

test('who cancels has the rows that were written, and no more', async () => {
  const { id } = await begin('products', fileOf(goods(5_000, 5_010)))
  const cancelled = await bob.call(cancel, { runId: id })
  assert.deepEqual([cancelled.state, cancelled.rowsDone], ['cancelled', 0])
  assert.equal((await ended(id)).state, 'cancelled')
  await assert.rejects(bob.call(cancel, { runId: id }), { code: 'exchange.run_ended' })
})

test('files that are none fail with words, and write nothing', async () => {
  const before = await products()
  const failing = async (text: string | Buffer, given?: Parameters<typeof begin>[2]) => {
    const run = await bring('products', text, given)
    assert.equal(run.state, 'failed')
    return `${run.failureCode} ${run.failureMessage}`
  }
  assert.match(await failing(' '), /file_unreadable|wrong_columns/)
  assert.match(await failing('product,sku\n"open,1'), /file_unreadable .*[Qq]uote/)
  assert.match(await failing(Buffer.from([0x70, 0xff, 0xfe, 0x0a])), /not UTF-8/)
  assert.match(await failing('sku,name.en\nA,B\n'), /wrong_columns .*“product”/)
  assert.match(await failing('product,nonsense\nA,B\n'), /wrong_columns .*“nonsense”/)
  assert.match(await failing('product,product\nA,B\n'), /wrong_columns .*Two columns/)
  assert.match(await failing('product,sku\na,b,c\n'), /more cells/)
  assert.match(await failing('{"product": 1}', { format: 'json' }), /not an array/)
  assert.match(await failing('[{"product": "a"}', { format: 'json' }), /breaks off/)
  assert.match(await failing('nonsense\n', { format: 'jsonl' }), /row 1 is not a JSON object/)
  assert.match(await failing('PK\u0003\u0004 and then nothing', { format: 'xlsx' }), /not a workbook/)
  assert.equal(await products(), before)
})

test('files as spreadsheets save them come in, and what cannot be read of them is told', async () => {
  const saved = Buffer.from(
    '\ufeffproduct;name.en;description.en;taxCategory;sku\r\nquoted;"Cup; the ""blue"" one";"Two\r\nlines";standard;QUOTED\r\n\r\n',
  )
  const come = await bring('products', saved)
  assert.deepEqual([come.rowsCreated, come.rowsDone, await faults(come.id)], [1, 1, []])
  const failing = async (text: string | Buffer) => {
    const run = await bring('products', text)
    return `${run.state} ${run.failureCode} ${run.failureMessage}`
  }
  const utf16 = Buffer.from('\ufeffproduct,name.en,taxCategory\ncup,Cup,standard\n', 'utf16le')
  assert.match(await failing(utf16), /failed exchange.file_unreadable .*not UTF-8/)
  const latin = Buffer.from('product,name.en,taxCategory\ncup,Gef\u00e4\u00df,standard\n', 'latin1')
  assert.match(await failing(latin), /failed exchange.file_unreadable .*not UTF-8/)
  const wide = Array.from({ length: 10_000 }, (_, n) => `column-${n}`).join(',')
  assert.match(await failing(`${wide}\n`), /failed exchange.wrong_columns .*1000 columns/)
  const cells = await bring(
    'products',
    `product,name.en,taxCategory,sku,weightGrams,featured,position,publishAt,minQuantity
No Good,,nowhere,,"1,5",perhaps,-1,46082,0
wrong,Wrong,standard,WRONG,"1.000",,,31.12.2026,
`,
  )
  assert.deepEqual([cells.rowsCreated, cells.rowsFaulty], [0, 2])
  assert.deepEqual(await faults(cells.id), [
    '2 product format',
    '2 publishAt format',
    '2 position too_small',
    '2 featured type',
    '2 weightGrams type',
    '2 minQuantity too_small',
    '3 publishAt format',
    '3 weightGrams type',
  ])
  const { items } = await bob.call(faultsOf, { runId: cells.id })
  assert.ok(items.every(({ line, column, message }) => line > 1 && column !== '' && message.length > 5))
})

test('nobody imports or exports what they may not change or see', async () => {
  const fileId = await upload(fileOf(goods(6_000, 6_001)), 'csv')
  const input = { resource: 'products', fileId, dryRun: false }
  const isUnknown = (error: { errors: { path: string; code: string }[] }) =>
    `${error.errors[0]?.path} ${error.errors[0]?.code}` === 'resource unknown'
  await assert.rejects(shop.staff('exchange.write', 'catalog.read').call(createImport, input), isUnknown)
  await assert.rejects(shop.staff('catalog.write').call(createImport, input), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(createImport, input), { code: 'forbidden' })
  const ask = { resource: 'customers', format: 'csv' as const }
  await assert.rejects(shop.staff('exchange.write', 'catalog.read').call(createExport, ask), isUnknown)
  const run = await ended((await bob.call(createExport, ask)).id)
  assert.match(run.fileUrl!, /^\/downloads\//)
  const nosy = await shop.staff('exchange.read').call(get, { runId: run.id })
  assert.deepEqual([nosy.rowsDone > 0, nosy.fileUrl, nosy.faultsUrl], [true, null, null])
  const other = shop.staff('exchange.read', 'exchange.write', 'catalog.write')
  await assert.rejects(other.call(faultsOf, { runId: run.id }), { code: 'not_found' })
  await assert.rejects(other.call(cancel, { runId: run.id }), { code: 'not_found' })
  const clerk = shop.staff('exchange.write', 'exchange.read', 'catalog.write')
  assert.equal((await clerk.call(createImport, input)).state, 'waiting')
})

test('what is asked wrongly is refused by its field', async () => {
  const fileId = await upload('product\n', 'csv')
  const refused = (input: object) =>
    bob.call(createImport, { resource: 'products', fileId, ...input } as never).then(
      () => [],
      (error: { errors: { path: string; code: string }[] }) =>
        error.errors.map(({ path, code }) => `${path} ${code}`),
    )
  assert.deepEqual(await refused({ resource: 'planets' }), ['resource unknown'])
  assert.deepEqual(await refused({ fileId: shop.storeId }), ['fileId unknown'])
  const narrow = bob.call(createExport, { resource: 'stock', format: 'csv', narrow: { planet: 'x' } })
  await assert.rejects(
    narrow,
    (error: { errors: { path: string }[] }) => error.errors[0]!.path === 'narrow.planet',
  )
  await assert.rejects(
    bob.call(createTicket, { name: 'a.csv', type: 'text/csv', bytes: 10, visibility: 'public' }),
    { status: 422 },
  )
})

test('who asked stands in the audit; runs are listed, the newest first, and forgotten after their time', async () => {
  const { items } = await bob.call(auditList, {})
  assert.ok(items.some(({ operation }) => operation === 'exchange.exports.create'))
  const runs = await bob.call(list, { kind: 'export', limit: 1, withTotal: true })
  assert.deepEqual([runs.items[0]!.kind, runs.items[0]!.askedBy], ['export', bob.id])
  const names = (await bob.call(resources, {})).items.map(({ name }) => name)
  for (const name of ['products', 'prices', 'stock', 'customers']) assert.ok(names.includes(name), name)
  shop.clock.forward(91 * 86_400_000)
  await shop.job('exchange.purge')
  assert.deepEqual(
    (await bob.call(list, {})).items.filter(({ endedAt }) => endedAt !== null),
    [],
  )
})
