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
    `insert into kit.migration values ('tea', '0009-robots.sql', '', now()), ('plugin_x', '0001-x.sql', '', now())`,
  )
  await assert.rejects(
    migrate(url, sets),
    /newer than this Quayside: it has the migration tea\/0009-robots\.sql/,
  )
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
