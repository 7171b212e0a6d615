/**
 * What must hold of a row, or of rows beside each other, is held by the database itself: CHECK, UNIQUE, EXCLUDE.
 *
 * All tables are walked: whole numbers have limits, states have their words, times their order. Each invariant that
 * modules declare is named here with the constraints that hold it, or with why none can.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { modules } from '../modules.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
const client = new pg.Client({ connectionString: database.url })
await client.connect()
after(async () => {
  await client.end()
  await database.drop()
})

const SUM = 'adds up rows of several tables; counters are moved in the statement that adds the row'
const STEPS = 'a history of many rows; each step is guarded by a trigger'
const ELSEWHERE = 'compares with a row of another table, whose own change must not be refused'
const CLOCK = 'becomes false by the clock alone'

/** Constraints, unique indexes and triggers by their names, or why there is none. */
const HELD: Record<string, string[] | string> = {
  I1: ['ledger.entry_balance'],
  'I1.entries': ['ledger.entry_balance'],
  'I1.ledger': ['ledger.entry_balance'],
  'I1.proof': ['ledger.proof_holds'],
  'I3.ledger': ['ledger.account_id_currency_key', 'ledger.transaction_id_currency_key'],
  'I7.ledger': ['ledger.transaction_store_id_kind_reference_key'],
  'I24.name': ['media.file_sha256', 'media.file_measured', 'media.file_store_id_storage_key_key'],
  'I24.rendition': ELSEWHERE,
  'I24.quota': ['media.allowance_quota', 'media.file_added'],
  'I24.pieces': ['media.ticket_received', 'media.piece_bytes_check'],
  'I21.messages': ['messages.message_body'],
  'I27.sessions': ELSEWHERE,
  'I27.links': ELSEWHERE,
  'ID-12.owner': ELSEWHERE,
  'tax.overlap': ['tax.rate_one_a_day', 'tax.rate_start'],
  'catalog.published': ELSEWHERE,
  'catalog.choices': ELSEWHERE,
  'catalog.tree': 'a tree is looked at as a whole; moves lock it',
  'I20.history': ELSEWHERE,
  'I20.amount': ['pricing.price_amount_check', 'pricing.price_check'],
  'reviews.rating': SUM,
  'reviews.votes': SUM,
  'reviews.photos': ELSEWHERE,
  'I11.level': ['inventory.level_on_hand', 'inventory.level_reserved', 'inventory.level_covered'],
  'I12.reserved': SUM,
  'I12.onHand': SUM,
  'I12.transfers': ['inventory.transfer_line_sum'],
  'I12.purchases': SUM,
  'I12.lots': SUM,
  'I15.holds': CLOCK,
  'I14.bundle': ['inventory.variant_item_changed'],
  'I19.used': ['promotions.promotion_limit', 'promotions.promotion_used_check'],
  'I19.code': ['promotions.code_limit', 'promotions.code_used_check'],
  'I19.customer': ELSEWHERE,
  'I19.budget': ['promotions.sum_budget', 'promotions.sum_spent_amount_check'],
  'I6.payment': ['payments.payment_sums'],
  'I6.refunds': SUM,
  'I6.dispute': SUM,
  'I6.capture': ['payments.payment_captured'],
  'I3.payment': ['payments.payment_id_currency_key'],
  'I7.payment': ['payments.payment_provider_provider_reference_key'],
  'I7.reference': ELSEWHERE,
  'I7.captures': SUM,
  'I7.refunds': SUM,
  'I7.refund': ['ledger.transaction_store_id_kind_reference_key'],
  'I7.fees': SUM,
  'I7.held': SUM,
  'I7.disputed': SUM,
  'I7.written_off': SUM,
  'I18.payment': STEPS,
  'I8.unknown': CLOCK,
  'I8.asked': CLOCK,
  'I8.inbox': CLOCK,
  'I8.step': ELSEWHERE,
  'I8.label': CLOCK,
  'I9.cart': ['cart.line_quantity_check', 'cart.line_seen', 'cart.bundle_quantity_check', 'cart.bundle_seen'],
  'I15.cart': ELSEWHERE,
  'I25.cart': ['cart.cart_check'],
  'I2.order': SUM,
  'I2.confirmed': SUM,
  'I4.order': ['orders.order_total', 'orders.line_total'],
  'I5.order': SUM,
  'I5.discount': SUM,
  'I5.relief': ['orders.order_tax_relief', 'orders.order_delivery_relief'],
  'I5.bundle': ['orders.bundle_total'],
  'I5.deposit': SUM,
  'I19.order': ELSEWHERE,
  'I6.order': SUM,
  'I6.part': SUM,
  'I6.parts': ['orders.refund_part_tax', 'orders.refund_part_amount_check'],
  I20: ELSEWHERE,
  'I12.order': ELSEWHERE,
  'I13.reserved': SUM,
  'I13.kind': ELSEWHERE,
  'I13.off': ELSEWHERE,
  'I15.order': ELSEWHERE,
  I14: ['inventory.level_covered'],
  'I16.cart': ['orders.order_of_cart'],
  'I16.key': ELSEWHERE,
  'I17.number': ['orders.order_store_id_number_key', 'orders.order_numbered'],
  'I17.gapless': SUM,
  'I17.invoice': ['orders.invoice_store_id_year_number_key', 'orders.invoice_fact'],
  'I18.order': STEPS,
  'I13.shipped': SUM,
  'I12.shipped': SUM,
  'I18.shipment': STEPS,
  'returns.sent': ['returns.line_sent', 'orders.line_counters'],
  'returns.received': ELSEWHERE,
  'I18.return': STEPS,
  'I25.wishlists': ELSEWHERE,
  'I21.webhooks': ELSEWHERE,
  'content.published': ELSEWHERE,
  'content.redirects': ELSEWHERE,
}

test('each invariant is held by the database, or it is said why it cannot be', async () => {
  const { rows } = await client.query<{ name: string }>(`
    select connamespace::regnamespace || '.' || conname as name from pg_constraint
    union select relnamespace::regnamespace || '.' || relname from pg_class where relkind = 'i'
    union select c.relnamespace::regnamespace || '.' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid`)
  const there = new Set(rows.map(({ name }) => name))
  const declared = modules.flatMap((module) => module.invariants.map(({ id }) => id))
  assert.deepEqual(
    declared.filter((id) => !(id in HELD)),
    [],
    'put it in HELD',
  )
  const missing = Object.values(HELD).flatMap((held) => (Array.isArray(held) ? held : []))
  assert.deepEqual(
    missing.filter((name) => !there.has(name)),
    [],
    'no such constraint',
  )
})

interface Column {
  table: string
  name: string
  type: string
}

/** Columns that no CHECK speaks of. */
async function unchecked(): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `
    select c.relnamespace::regnamespace || '.' || c.relname as table, a.attname as name, t.typname as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relnamespace::regnamespace::text = any($1)
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey))
    order by 1, 2`,
    [['kit', ...modules.map(({ name }) => name)]],
  )
  return rows
}

/** Numbers that count steps, or say an order: any will do, and only our own code makes them. */
const COUNTERS =
  /^(position|.*version|number|place|line|turn|generation|mended|written|tries|attempts|asked|first|last|link_series|priority|sold|entries|transactions|min_quantity)$/
/** What was measured or copied where it has its limits. */
const COPIES: Record<string, string> = {
  'media.file.width': 'measured by the process that opens pictures',
  'media.file.height': 'measured by the process that opens pictures',
  'media.rendition.width': 'computed from the width of its file',
  'media.rendition.height': 'computed from the height of its file',
  'media.rendition.bytes': 'told by the storage',
  'media.piece.at_byte': 'the sum of the pieces before it',
  'browse.entry.alike': 'generated from the columns beside it',
  'browse.rating.ratings': 'generated from the stars, which are checked',
  'browse.rating.average_hundredths': 'generated from the stars, which are checked',
  'browse.list_price.lowest': 'computed from prices that were checked',
  'browse.list_price.highest': 'computed from prices that were checked',
  'browse.price.lowest': 'computed from prices that were checked',
  'pricing.price_history.amount': 'written with the price, which is checked',
  'pricing.price_history.compare_at_amount': 'written with the price, which is checked',
  'orders.tax_line.base_amount': 'I5.order adds it up to the order’s tax; it may be a correction',
  'orders.tax_line.tax_amount': 'I5.order adds it up to the order’s tax; it may be a correction',
  'orders.deposit.tax_rate_basis_points': 'a snapshot of a rate that was checked',
  'orders.line.tax_rate_basis_points': 'a snapshot of a rate that was checked',
  'orders.tax_line.rate_basis_points': 'a snapshot of a rate that was checked',
}

test('a whole number that people or events change has its limits in the database', async () => {
  const free = (await unchecked()).filter(
    ({ table, name, type }) =>
      /^(int[248]|minor)$/.test(type) && !COUNTERS.test(name) && !(`${table}.${name}` in COPIES),
  )
  assert.deepEqual(
    free.map(({ table, name }) => `${table}.${name}`),
    [],
  )
})

test('a state, and whatever else decides what happens, is one of its words', async () => {
  const free = (await unchecked()).filter(
    ({ name, type }) =>
      type === 'text' && /^(state|status|visibility|rounding|tracking|capture|mode)$/.test(name),
  )
  assert.deepEqual(
    free.map(({ table, name }) => `${table}.${name}`),
    [],
  )
})

test('what begins and ends ends after it began', async () => {
  const { rows } = await client.query<{ table: string }>(`
    select c.relnamespace::regnamespace || '.' || c.relname as table
    from pg_class c join pg_attribute f on f.attrelid = c.oid join pg_attribute u on u.attrelid = c.oid
    where c.relkind = 'r' and (f.attname, u.attname) in
      (('starts_at', 'ends_at'), ('starts_on', 'ends_on'), ('publish_at', 'unpublish_at'), ('valid_from', 'valid_to'))
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey @> array[f.attnum, u.attnum])`)
  assert.deepEqual(rows, [])
})

test('the walk sees what is without a guard', async () => {
  await client.query('begin')
  await client.query(
    'alter table inventory.level drop constraint level_on_hand, drop constraint level_covered',
  )
  await client.query(
    'alter table orders."order" drop constraint order_state_check, drop constraint order_numbered',
  )
  const seen = (await unchecked()).map(({ table, name }) => `${table}.${name}`)
  await client.query('rollback')
  assert.ok(seen.includes('inventory.level.on_hand') && seen.includes('orders.order.state'))
})
