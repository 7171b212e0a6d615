/** Bob asks his own database in SQL: he reads all that is his, and no question leads further. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { writeStore } from '../../settings/index.ts'
import { list as audit } from '../audit/list.ts'
import { ask } from './ask.ts'
import { needRole } from './reading.ts'

const shop = await openShop()
const { alice, bob } = shop
after(() => shop.close())

const question = (text: string, values: string[] = [], limit?: number) =>
  bob.call(ask, { text, values, ...(limit === undefined ? {} : { limit }) })
const textsOf = ({ rows }: Awaited<ReturnType<typeof question>>) =>
  rows.map(({ cells }) => cells.map(({ text }) => text))
const refused = (text: string, reason: RegExp) =>
  assert.rejects(question(text), (error: { code: string; message: string }) => {
    assert.equal(error.code, 'system.sql_refused', `${text}: ${error.message}`)
    assert.match(error.message, reason, text)
    return true
  })

test('a question with values is answered in rows, and only so many', async () => {
  const cup = await shop.goods({ price: 1000, stock: 10 })
  const order = await paid(shop, alice, { of: cup, quantity: 2 })
  const answer = await question(
    `select o.email, l.quantity, o.total_amount as "total" -- what she bought
     from orders_order o join orders_line l on l.order_id = o.id where o.email = $1`,
    [alice.email],
  )
  assert.deepEqual(answer.columns, ['email', 'quantity', 'total'])
  assert.deepEqual(textsOf(answer), [[alice.email, '2', String(order.totals.total.amount)]])
  assert.equal(answer.hasMore, false)

  const some = await question('select generate_series(1, 100000)', [], 3)
  assert.deepEqual([some.rows.length, some.hasMore], [3, true])
  const long = await question(`select repeat('x', 5000), null`)
  assert.equal(textsOf(long)[0]![0]!.length, 2000)
  assert.equal(textsOf(long)[0]![1], null)
})

test('nothing is changed, whatever is asked', async () => {
  await refused(`delete from orders_order`, /syntax error/)
  await refused(`with gone as (delete from orders_order returning 1) select * from gone`, /DECLARE CURSOR/)
  await refused(`select 1; drop table orders.line`, /multiple commands/)
  await refused(`select * from orders_order for update`, /permission denied|read-only/)
  await refused(`select nextval('orders.number')`, /permission denied|read-only|does not exist/)
  await refused(`select count(*) from orders.order`, /permission denied/)
})

test('no secret is shown, and no way leads to one', async () => {
  const views = textsOf(
    await question(
      `select table_name, string_agg(column_name, ' ') from information_schema.columns where table_schema like 'p%temp%' group by 1`,
      [],
      1000,
    ),
  )
  assert.ok(views.length > 50, 'the views are there')
  for (const words of views) assert.doesNotMatch(words.join(' '), /hash|secret|token|sealed|password/)
  for (const table of ['identity_password', 'identity_session', 'kit_idempotency', 'messages_mailbox'])
    await refused(`select * from ${table}`, /does not exist/)
  await refused(`select access_hash from orders_order`, /does not exist/)
  await refused(`select row_to_json(s) from identity.session s`, /permission denied/)
  for (const text of [
    `select set_config('role', 'none', true)`,
    `select "set_config"('role', 'none', true)`,
    `select U&"set\\005fconfig"('role', 'none', true)`,
    `select query_to_xml('select * from identity.session', true, true, '')`,
    `select * from pg_stat_activity`,
    `select pg_read_file('/etc/passwd')`,
    `select pg_advisory_lock(1)`,
  ])
    await refused(text, /not for this console/)
})

test('another store’s rows are not there', async () => {
  const other = newId()
  await shop.app.pool.db.transaction().execute((db) =>
    writeStore(
      {
        id: other,
        code: 'other',
        name: 'Other shop',
        email: 'other@example.com',
        currency: 'EUR',
        locale: 'en',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        market: { name: 'EU', countries: ['DE'], pricesIncludeTax: true, taxRounding: 'line' },
      },
      db,
      shop.clock.now,
    ),
  )
  const answer = await question('select id from settings_store union select store_id from settings_market')
  assert.deepEqual(textsOf(answer), [[shop.storeId]])
})

test('what takes long is ended, and the store goes on', async () => {
  await refused('select count(*) from generate_series(1, 1000000000)', /longer than 5 s/)
  assert.equal((await question('select 1')).rows.length, 1)
})

test('every question is in the audit with who asked it, the refused ones too', async () => {
  await refused(`select cast(email as int) from identity_person`, /invalid input syntax/)
  const { items } = await bob.call(audit, { operation: 'system.sql.ask', limit: 100 })
  assert.match(items[0]!.after!, /cast\(email as int\)/)
  assert.equal(items[0]!.actor, bob.id)
  const { rows } = await sql<{
    count: number
  }>`select count(*) from kit.audit where operation = 'system.sql.ask'`.execute(shop.app.pool.db)
  assert.equal(rows[0]!.count, items.length)
})

test('the place of a mistake is told in the asker’s own text; a repeat with the same key asks again', async () => {
  await assert.rejects(question('select nothing from orders_order'), {
    details: { position: 8, reason: 'column "nothing" does not exist' },
  })
  const key = newId()
  const once = () => bob.call(ask, { text: 'select 1 as one' }, { key })
  assert.deepEqual(await once(), await once())
})

test('where the account of the store may not make the role, the console says what its owner can do', async () => {
  const client = await shop.app.pool.pg.connect()
  try {
    await client.query(
      'begin; create role quayside_test_powerless nologin; set local role quayside_test_powerless',
    )
    await assert.rejects(needRole(client, 'quayside_test_missing'), {
      code: 'system.sql_console_closed',
      details: { role: 'quayside_test_missing' },
    })
  } finally {
    client.release(true)
  }
})
