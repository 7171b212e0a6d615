import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from './database.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-migrations-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, '0001-thing.sql'), 'create schema shop; create table shop.thing (name text)')
const sets = [{ module: 'shop', folder }]

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('each test has a migrated database of its own, with the job tables, and drops it', async () => {
  const [mine, yours] = await Promise.all([testDatabase(sets), testDatabase(sets)])
  await ask(mine.url, `insert into shop.thing values ('mine')`)
  assert.deepEqual(await ask(mine.url, 'select name from shop.thing'), ['mine'])
  assert.deepEqual(await ask(yours.url, 'select name from shop.thing'), [])
  assert.deepEqual(await ask(yours.url, 'select count(*)::int from graphile_worker.jobs'), [0])
  await mine.drop()
  await yours.drop()
  await assert.rejects(ask(mine.url, 'select 1'), { code: '3D000' })
})

test('a new migration makes a new template, and leaves databases as they are', async () => {
  const before = await testDatabase(sets)
  writeFileSync(join(folder, '0002-colour.sql'), 'alter table shop.thing add column colour text')
  const later = await testDatabase(sets)
  assert.deepEqual(await ask(later.url, 'select colour from shop.thing'), [])
  await assert.rejects(ask(before.url, 'select colour from shop.thing'), { code: '42703' })
  await before.drop()
  await later.drop()
})
