/**
 * What belongs to what is declared once, in the database: a column that names a row elsewhere is a reference to it, and
 * says what becomes of it when that row goes. Where it is none, the reason stands here.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { tablesIn, type Table } from '../../tools/tables/catalog.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
after(() => database.drop())

/** Ids that point to no one table, or to what may be gone by then. */
const LOOSE: Record<string, string> = {
  'kit.cursor.event_id': 'the log is purged behind its readers',
  'kit.handled.event_id': 'the log is purged before it',
  'kit.idempotency.resource_id': 'whatever the operation made',
  'kit.audit.subject_id': 'whatever was changed, also when it is gone',
  'ledger.transaction.subject_id': 'of the kind that stands beside it',
  'messages.message.subject_id': 'of the kind that stands beside it',
  'identity.session.guest_id': 'a guest is a number and has no row',
  'identity.security_event.person_id': 'kept when the person is erased',
  'catalog.counted_together.order_id': 'how far a walk has come, among rows of a later module',
  'catalog.collection_condition.subject_id': 'of the kind that stands beside it',
  'pricing.price_history.price_id': 'a price that was taken away has a history too',
  'pricing.price_history.list_id': 'a list that was taken away has a history too',
  'pricing.conversion.after_id': 'how far a walk has come',
  'inventory.movement.subject_id': 'of the kind that stands beside it',
  'inventory.reservation.holder_id': 'of the kind that stands beside it: a later module',
  'inventory.reservation.line_id': 'of its holder',
  'promotions.target.collection_id': 'collections go, and then it means nothing',
  'promotions.redemption.holder_id': 'of the kind that stands beside it: a later module',
  'browse.progress.after_id': 'how far a walk has come',
  'browse.progress.stock_event_id': 'the log is purged behind its readers',
  'browse.viewed.viewer_id': 'a guest is a number and has no row',
  'payments.payment.payable_id': 'of the kind that stands beside it: a later module',
  'cart.line.seen_price_id': 'as it was when it was seen, also when the price is taken away',
  'cart.cart.guest_id': 'a guest is a number and has no row',
  'reviews.vote.voter_id': 'a guest is a number and has no row',
  'reviews.report.reporter_id': 'a guest is a number and has no row',
  'wishlists.list.owner_id': 'a guest is a number and has no row',
  'orders.order.guest_id': 'a guest is a number and has no row',
  'orders.line.product_id': 'as it was when it was bought',
  'orders.bundle.product_id': 'as it was when it was bought',
  'orders.line.price_id': 'as it was when it was bought',
  'webhooks.delivery.message_id': 'the log is purged before it',
  'webhooks.progress.event_id': 'the log is purged behind its readers',
}

/** Parts that go with their whole by themselves; every other row must be taken away before what it points to. */
const GO_ALONG = [
  'cart.code to cart.cart',
  'catalog.product_film_text to catalog.product_film',
  'catalog.product_media_text to catalog.product_media',
  'delivery.rate_range to delivery.rate',
]

const full = ({ schema, name }: Table) => `${schema}.${name}`
const references = (table: Table) => table.rules.filter(({ kind }) => kind === 'reference')

function looseIn(tables: Table[]): string[] {
  return tables.flatMap((table) => {
    const bound = references(table).flatMap(({ text }) => /\(([^)]*)\)/.exec(text)![1]!.split(', '))
    return table.columns
      .filter(({ name, type }) => type === 'uuid' && name.endsWith('_id') && name !== 'store_id')
      .filter(({ name }) => !bound.includes(name))
      .map(({ name }) => `${full(table)}.${name}`)
  })
}

function goingAlong(tables: Table[]): string[] {
  return tables.flatMap((table) =>
    references(table)
      .filter(({ text }) => /ON DELETE/.test(text))
      .map(({ text, to }) => `${full(table)} ${/CASCADE/.test(text) ? '' : 'otherwise '}to ${to}`),
  )
}

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

test('every column that names a row elsewhere is a reference, or says here why it is none', async () => {
  const found = looseIn(await tablesIn(database.url))
  assert.deepEqual(
    found.filter((each) => !LOOSE[each]),
    [],
  )
  assert.deepEqual(
    Object.keys(LOOSE).filter((each) => !found.includes(each)),
    [],
    'these are references now',
  )
})

test('what goes along with its whole is known; everything else keeps it from going', async () => {
  assert.deepEqual(goingAlong(await tablesIn(database.url)).sort(), GO_ALONG)
})

test('one to one, one to many and many to many are keys of the database', async () => {
  const tables = new Map((await tablesIn(database.url)).map((table) => [full(table), table]))
  const keyOf = (name: string) => tables.get(name)!.rules.find(({ kind }) => kind === 'key')!.text
  const pointsTo = (name: string) => references(tables.get(name)!).map(({ to }) => to)
  assert.equal(keyOf('identity.password'), 'PRIMARY KEY (person_id)', 'a person has one password')
  assert.ok(pointsTo('catalog.variant').includes('catalog.product'), 'a product has many variants')
  assert.match(keyOf('catalog.product_category'), /product_id, category_id|category_id, product_id/)
  assert.deepEqual(
    ['catalog.category', 'catalog.product'].filter(
      (to) => !pointsTo('catalog.product_category').includes(to),
    ),
    [],
  )
})

test('an id that points nowhere by rule, and a row that goes along, are seen', async () => {
  const tables = await inDatabase(async (client) => {
    await client.query(`create schema planted;
      create table planted.pot (id uuid primary key);
      create table planted.cup (id uuid primary key, pot_id uuid references planted.pot (id) on delete cascade, lid_id uuid)`)
    const found = await tablesIn(database.url)
    await client.query('drop schema planted cascade')
    return found.filter(({ schema }) => schema === 'planted')
  })
  assert.deepEqual(looseIn(tables), ['planted.cup.lid_id'])
  assert.deepEqual(goingAlong(tables), ['planted.cup to planted.pot'])
})
