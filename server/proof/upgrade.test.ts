/**
 * A shop of ten thousand products, as it lay in the tables of the first release, is brought up to date while
 * people shop in it; and the code of today goes on with a database that the code of tomorrow has been at.
 *
 * How long each step and each lock took is told, and judged by people. The rows are of today, less the columns that did not exist: no older code has to be kept for this.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { copyIn, copyOut } from '#kit/copy.ts'
import { silentLog } from '#kit/log.ts'
import { migrate, readSet } from '#kit/migrate.ts'
import { migrateQueue } from '#kit/queue.ts'
import { testDatabase, type TestDatabase } from '#testing/database.ts'
import { openDemoShop, type DemoShop } from '#testing/demo-shop.ts'
import { closeApp, openApp } from '../assemble.ts'
import { SESSION, appliedMigrations, place, readRows, tablesOf, writeRows } from '../backup/tables.ts'
import { idOf } from '../demo/factory/chance.ts'
import { madeProduct } from '../demo/factory/product.ts'
import { seedSize, sizes } from '../demo/sizes.ts'
import { migrationSets } from '../modules.ts'
import { openDatabase } from '../open-database.ts'

/** What the first published state had. */
const FIRST =
  'kit settings ledger media messages identity customers tax catalog pricing inventory delivery payments cart orders fulfilment'
    .split(' ')
    .map((module) => `${module}/0001-${module}.sql`)
const first = new Set([...FIRST, 'catalog/0002-slugs.sql'])

const call = { actor: { kind: 'system', name: 'test' } as const }
let shop: DemoShop
let old: TestDatabase

before(async () => {
  shop = await openDemoShop()
  await seedSize(shop.app, call, { size: '10k', shop: 1 })
  old = await testDatabase([])
  await migrate(old.url, migrationSets, { only: first })
  await migrateQueue(old.url)
  await carryRows(shop.config.databaseUrl!, old.url)
})
after(async () => {
  await old.drop()
  await shop.close()
})

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every column that both have, table by table. */
async function carryRows(from: string, to: string): Promise<void> {
  await connected(from, (source) =>
    connected(to, async (target) => {
      await source.query(SESSION)
      await target.query(SESSION)
      const today = new Map((await tablesOf(source)).map((table) => [table.name, table]))
      for (const table of await tablesOf(target)) {
        const columns = table.columns.filter((name) => today.get(table.name)?.columns.includes(name))
        if (columns.length === 0) continue
        await target.query(
          `alter table ${place(table.name)} disable trigger user; delete from ${place(table.name)}`,
        )
        await copyIn(
          target,
          writeRows({ ...table, columns }),
          copyOut(source, readRows({ ...table, columns })),
        )
        await target.query(`alter table ${place(table.name)} enable trigger user`)
      }
      await target.query('analyze')
    }),
  )
}

/** Somebody looks at goods and takes stock, again and again; answers the longest that they waited. */
async function shopping(url: string, until: Promise<unknown>): Promise<number> {
  let [over, longest] = [false, 0]
  void until.finally(() => (over = true)).catch(() => {})
  await connected(url, async (client) => {
    while (!over) {
      const began = performance.now()
      await client.query(`select p.id, t.name, pr.amount from catalog.product p join catalog.product_text t on t.product_id = p.id
        join catalog.variant v on v.product_id = p.id join pricing.price pr on pr.variant_id = v.id
        where p.state = 'published' and p.archived_at is null order by p.position limit 20`)
      await client.query(
        `update inventory.level set reserved = reserved where item_id = (select item_id from inventory.level limit 1)`,
      )
      longest = Math.max(longest, performance.now() - began)
      await sleep(5)
    }
  })
  return longest
}

/** Tables that nobody could write to, with how long they were seen so. */
async function locksSeen(url: string, until: Promise<unknown>): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  let over = false
  void until.finally(() => (over = true)).catch(() => {})
  await connected(url, async (client) => {
    while (!over) {
      const began = performance.now()
      const { rows } = await client.query<{ lock: string }>(`
        select distinct c.relname || ' ' || l.mode as lock from pg_locks l join pg_class c on c.oid = l.relation
        join pg_namespace n on n.oid = c.relnamespace
        where l.granted and c.relkind = 'r' and n.nspname !~ '^pg_' and l.database = (select oid from pg_database where datname = current_database())
          and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`)
      await sleep(10)
      for (const { lock } of rows) seen.set(lock, (seen.get(lock) ?? 0) + performance.now() - began)
    }
  })
  return seen
}

test('the steps since the first release are taken while people shop, and nobody is turned away', async (t) => {
  const began = performance.now()
  const upgrade = migrate(old.url, migrationSets)
  const [applied, longest, locks] = await Promise.all([
    upgrade,
    shopping(old.url, upgrade),
    locksSeen(old.url, upgrade),
  ])
  const seconds = (performance.now() - began) / 1000
  t.diagnostic(
    `${applied.length} steps in ${seconds.toFixed(1)} s; the longest look at the goods took ${longest.toFixed(0)} ms`,
  )
  for (const [lock, ms] of locks) t.diagnostic(`${lock} for ${ms.toFixed(0)} ms`)
  assert.equal(applied.length, migrationSets.flatMap(readSet).length - first.size)
})

test('then it is the database of today, with all its goods, and every invariant holds', async () => {
  const tables = (url: string) => connected(url, tablesOf)
  assert.deepEqual(
    (await tables(old.url)).map(({ name, columns }) => [name, columns.toSorted()]),
    (await tables(shop.config.databaseUrl!)).map(({ name, columns }) => [name, columns.toSorted()]),
  )
  const app = await openApp({ ...shop.config, databaseUrl: old.url }, { log: silentLog })
  for (const { id, sql } of app.modules.flatMap((module) => module.invariants))
    assert.deepEqual((await app.pool.pg.query(sql)).rows.slice(0, 3), [], id)
  const [row] = await app.pool.query<{ count: number }>('select count(*) as count from catalog.product', [])
  assert.equal(row!.count, sizes['10k'])
  await closeApp(app)
})

test('a step back of the code: today’s goes on with what tomorrow’s has only added to', async () => {
  await connected(old.url, async (client) => {
    await client.query(`alter table catalog.product add tomorrow text, add counted int not null default 0;
      create table catalog.tomorrow (id uuid primary key);
      insert into kit.migration (module, name, checksum, applied_at) values ('catalog', '9999-tomorrow.sql', '', now())`)
  })
  const said: string[] = []
  const opened = await openDatabase({ ...shop.config, databaseUrl: old.url }, (line) => said.push(line))
  assert.match(said.join(), /ahead of this Quayside; they only add/)
  const app = await openApp(opened.config, { log: silentLog })
  const product = (await app.invoke(
    app.operations.get('browse.product')!,
    { slug: madeProduct(1, 9_000).slug },
    call,
  )) as { id: string }
  assert.equal(product.id, idOf(1, 9_000, 'product'))
  const archived = app.operations.get('catalog.products.archive')!
  await app.invoke(archived, { productId: product.id }, call)
  await closeApp(app)
  assert.ok((await connected(old.url, appliedMigrations)).includes('catalog/9999-tomorrow.sql'))
})
