/** The rehearsed restore: what a backup holds comes back whole, or nothing does. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { silentLog } from '#kit/log.ts'
import { diskStorage } from '#kit/disk-storage.ts'
import { testDatabase } from '#testing/database.ts'
import { paid, placed } from '#testing/orders.ts'
import { openShop, testConfig, type Shop } from '#testing/shop.ts'
import { closeApp, openApp } from '../assemble.ts'
import { storeFile } from '../modules/media/index.ts'
import { migrationSets } from '../modules.ts'
import { loadBackup } from './load.ts'
import { writeBackup, type Written } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-backup-'))
const file = join(folder, 'shop.backup')
let shop: Shop
let written: Written

before(async () => {
  shop = await openShop()
  const tea = await shop.goods({ name: 'Tea', stock: 50 })
  await paid(shop, shop.alice, { of: tea, quantity: 2 })
  await placed(shop, shop.charlie, { of: tea })
  await shop.inside((ctx) =>
    storeFile(ctx, {
      name: 'note.txt',
      type: 'text/plain',
      body: Buffer.from('Keep dry.'),
      visibility: 'private',
    }),
  )
  const more = setInterval(() => void shop.goods({ name: 'Late tea' }).catch(() => {}), 5)
  written = await writeBackup(file, {
    url: shop.app.config.databaseUrl!,
    storage: shop.app.storage,
    now: shop.clock.now,
  })
  clearInterval(more)
})
after(async () => {
  await shop.close()
  rmSync(folder, { recursive: true })
})

/** An empty database and an empty storage, and the backup loaded into them. */
async function loaded(from = file, sets = migrationSets) {
  const database = await testDatabase([])
  const storage = diskStorage(mkdtempSync(join(folder, 'files-')))
  const answer = loadBackup(from, { url: database.url, storage, sets })
  await answer.catch(() => {})
  return { ...database, storage, answer }
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

test('a store is backed up while it works, and comes back as it was at that moment', async () => {
  const copy = await loaded()
  const answer = await copy.answer
  assert.deepEqual([answer.rows, answer.tables, answer.files], [written.rows, written.tables, written.files])
  assert.deepEqual(answer.migrated, [])
  const orders = `select number, state, total_amount from orders.order order by id`
  assert.deepEqual(await ask(copy.url, orders), await ask(shop.app.config.databaseUrl!, orders))
  assert.equal(statSync(file).mode & 0o777, 0o600, 'only its owner may read it')

  const config = testConfig(copy.url, folder, 0, 2)
  const app = await openApp(config, { log: silentLog })
  for (const { id, sql } of app.modules.flatMap((module) => module.invariants))
    assert.deepEqual((await app.pool.pg.query(sql)).rows, [], id)
  await closeApp(app)
  for await (const key of copy.storage.list('')) assert.ok(await shop.app.storage.open(key), key)
  await copy.drop()
})

test('what was restored goes on: numbers are drawn anew and triggers guard again', async () => {
  const copy = await loaded()
  await copy.answer
  await assert.rejects(ask(copy.url, `update inventory.movement set delta = delta + 1`), /never change/)
  const [off] = await ask(copy.url, `select count(*)::int as n from pg_trigger where tgenabled = 'D'`)
  assert.equal(off!['n'], 0)
  const sequences = `select schemaname || '.' || sequencename as name, last_value from pg_sequences where last_value is not null order by 1`
  const there = await ask(copy.url, sequences)
  assert.ok(there.length > 0)
  const source = new Map(
    (await ask(shop.app.config.databaseUrl!, sequences)).map(({ name, last_value }) => [name, last_value]),
  )
  for (const { name, last_value } of there)
    assert.ok(Number(last_value) <= Number(source.get(name)), String(name))
  await copy.drop()
})

test('a backup that was cut or changed is refused, and nothing is left in the database', async () => {
  const bytes = readFileSync(file)
  const bad = join(folder, 'bad.backup')
  const flipped = Buffer.from(bytes)
  flipped[Math.floor(bytes.length / 2)]! ^= 1
  for (const [wrong, why] of [
    [bytes.subarray(0, bytes.length - 20), /breaks off|damaged/],
    [bytes.subarray(0, bytes.length / 2), /breaks off|damaged/],
    [flipped, /./],
    [Buffer.from('a letter'), /not a backup/],
  ] as const) {
    writeFileSync(bad, wrong)
    const copy = await loaded(bad)
    await assert.rejects(copy.answer, why)
    const [row] = await ask(
      copy.url,
      `select case when to_regclass('orders.order') is null then 0 else (
      select (xpath('/row/c/text()', query_to_xml('select count(*) as c from settings.store', false, true, '')))[1]::text::int) end as n`,
    )
    assert.equal(row!['n'], 0)
    await copy.drop()
  }
})

test('a store that is there already is not written over', async () => {
  const url = shop.app.config.databaseUrl!
  const given = { url, storage: shop.app.storage, sets: migrationSets }
  await assert.rejects(loadBackup(file, given), /There is a store here already/)
  await shop.invariants()
})

test('a backup of an older Quayside is brought up to date, one of a newer is refused', async () => {
  const at = join(folder, 'plugin')
  mkdirSync(at)
  writeFileSync(
    join(at, '0001-leaves.sql'),
    'create schema plugin_tea; create table plugin_tea.leaf (id uuid primary key)',
  )
  const newer = await loaded(file, [...migrationSets, { module: 'plugin_tea', folder: at }])
  assert.deepEqual((await newer.answer).migrated, ['plugin_tea/0001-leaves.sql'])
  await newer.drop()

  const fewer = join(folder, 'fewer')
  mkdirSync(fewer)
  const older = await loaded(file, [
    ...migrationSets.slice(0, -1),
    { ...migrationSets.at(-1)!, folder: fewer },
  ])
  await assert.rejects(older.answer, /of a newer Quayside/)
  await older.drop()
})
