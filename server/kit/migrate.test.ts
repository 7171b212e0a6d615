import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, afterEach, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#testing/database.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-migrations-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let url: string
let drop: () => Promise<void>
let round = 0

beforeEach(async () => {
  ;({ url, drop } = await testDatabase([]))
  round++
})
afterEach(() => drop())

/** A set of this test's own; each file is written when it is named. */
function setOf(module: string, files: Record<string, string>) {
  const at = join(folder, String(round), module)
  mkdirSync(at, { recursive: true })
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(at, name), sql)
  return { module, folder: at }
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('applies each file once, sets in their order, files by name', async () => {
  const sets = [
    setOf('tea', { '0002-milk.sql': 'alter table tea add milk int', '0001-tea.sql': 'create table tea ()' }),
    setOf('cake', { '0001-cake.sql': 'alter table tea add cake int' }),
  ]
  const all = ['tea/0001-tea.sql', 'tea/0002-milk.sql', 'cake/0001-cake.sql']
  assert.deepEqual(await migrate(url, sets), all)
  assert.deepEqual(await migrate(url, sets), [])
  assert.deepEqual(
    await ask(`select module || '/' || name from kit.migration order by module desc, name`),
    all,
  )
  setOf('tea', { '0003-sugar.sql': 'alter table tea add sugar int' })
  assert.deepEqual(await migrate(url, sets), ['tea/0003-sugar.sql'])
})

test('a file that fails changes nothing, and says where', async () => {
  const sets = [setOf('tea', { '0001-tea.sql': 'create table tea ();\n\nselect nonsense' })]
  await assert.rejects(
    migrate(url, sets),
    /^Error: The migration tea\/0001-tea\.sql failed at line 3: column "nonsense"/,
  )
  assert.deepEqual(await ask(`select to_regclass('tea')`), [null])
  setOf('tea', { '0001-tea.sql': 'create table tea ()' })
  assert.deepEqual(await migrate(url, sets), ['tea/0001-tea.sql'])
})

test('a changed file and a database from the future are refused by name', async () => {
  const sets = [setOf('tea', { '0001-tea.sql': 'create table tea ()' })]
  await migrate(url, sets)
  setOf('tea', { '0001-tea.sql': 'create table tea (a int)' })
  await assert.rejects(migrate(url, sets), /tea\/0001-tea\.sql was changed after it had been applied/)
  setOf('tea', { '0001-tea.sql': 'create table tea ()' })
  await ask(
    `insert into kit.migration values ('tea', '0009-robots.sql', '', now(), true), ('plugin_x', '0001-x.sql', '', now(), true)`,
  )
  await assert.rejects(migrate(url, sets), /newer than this Quayside: its migration tea\/0009-robots\.sql/)
  await ask(`delete from kit.migration where module = 'tea' and name like '0009%'`)
  assert.deepEqual(await migrate(url, sets), [], 'a plugin that was taken out is no trouble')
})

test('two at once apply each file once, even while an index is built concurrently', async () => {
  const sets = [
    setOf('tea', {
      '0001-tea.sql': `create table tea (a int); select pg_sleep(0.3)`,
      '0002-index.sql': '-- no transaction\ncreate index concurrently if not exists tea_a on tea (a)',
    }),
  ]
  const said: string[] = []
  const both = await Promise.all([1, 2].map(() => migrate(url, sets, { log: (line) => said.push(line) })))
  assert.deepEqual(both.flat(), ['tea/0001-tea.sql', 'tea/0002-index.sql'])
  assert.ok(said.includes('Another process is migrating this database; waiting for it.'))
})

test('a migration does not queue behind a lock for long', async () => {
  const sets = [setOf('tea', { '0001-tea.sql': 'create table tea ()' })]
  await migrate(url, sets)
  const shopper = new pg.Client({ connectionString: url })
  await shopper.connect()
  await shopper.query('begin; lock table tea')
  setOf('tea', { '0002-milk.sql': `set local lock_timeout = '50ms'; alter table tea add milk int` })
  await assert.rejects(migrate(url, sets), /tea\/0002-milk\.sql failed.*lock timeout/)
  await shopper.end()
  setOf('tea', { '0002-milk.sql': `do $$ begin assert current_setting('lock_timeout') = '5s'; end $$` })
  await migrate(url, sets)
})

test('older code goes on with a database that newer code has only added to', async () => {
  const older = [setOf('tea', { '0001-tea.sql': 'create table tea (name text)' })]
  const newer = [setOf('tea/newer', {})].map(({ folder: at }) => ({ module: 'tea', folder: at }))
  setOf('tea/newer', {
    '0001-tea.sql': 'create table tea (name text)',
    '0002-milk.sql': 'alter table tea add milk int not null default 0',
  })
  await migrate(url, newer)
  const said: string[] = []
  assert.deepEqual(await migrate(url, older, { log: (line) => said.push(line) }), [])
  assert.match(said.join(), /1 migrations ahead of this Quayside; they only add/)
  await ask(`insert into tea (name) values ('Sencha')`) // as the older code writes
  assert.deepEqual(await migrate(url, newer), [], 'and the newer code comes back to its own')
})

test('where something was taken away, older code does not start', async () => {
  const older = [setOf('tea', { '0001-tea.sql': 'create table tea (name text)' })]
  const at = setOf('tea/newer', {
    '0001-tea.sql': 'create table tea (name text)',
    '0002-nameless.sql': '-- contract\nalter table tea drop name',
  }).folder
  await migrate(url, [{ module: 'tea', folder: at }])
  await assert.rejects(
    migrate(url, older),
    /newer than this Quayside: its migration tea\/0002-nameless\.sql took away/,
  )
})

test('a database can be brought to an earlier state only, for a backup of that time', async () => {
  const sets = [
    setOf('tea', { '0001-tea.sql': 'create table tea ()', '0002-milk.sql': 'alter table tea add milk int' }),
  ]
  assert.deepEqual(await migrate(url, sets, { only: new Set(['tea/0001-tea.sql']) }), ['tea/0001-tea.sql'])
  assert.deepEqual(await migrate(url, sets), ['tea/0002-milk.sql'])
})
