import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { countStatements } from '#kit/db.ts'
import { withFault } from '../../testing/planted.ts'
import { openShop } from '../../testing/shop.ts'
import { balances, book, type Booking } from './index.ts'
import { invariants } from './invariants.ts'

const shop = await openShop({ poolSize: 20 })
const { pool } = shop.app
after(() => shop.close())

function capture(given: Partial<Booking> = {}, amount = 1000): Booking {
  return {
    kind: 'capture',
    reference: newId(),
    subject: { kind: 'order', id: newId() },
    cause: 'test',
    currency: 'EUR',
    entries: [
      { account: 'provider:test', amount },
      { account: 'receivable', amount: -amount },
    ],
    ...given,
  }
}

const booked = (booking: Booking) => shop.inside((ctx) => book(ctx, booking))
const balanceOf = (booking: Booking) =>
  shop.inside(async (ctx) => Object.fromEntries(await balances(ctx, booking.subject)))

test('what was booked is found by its subject, account by account', async () => {
  const booking = capture()
  assert.equal(await booked(booking), 1)
  await booked({ ...booking, kind: 'refund', reference: newId(), entries: capture({}, -300).entries })
  assert.deepEqual(await balanceOf(booking), { 'provider:test': 700, receivable: -700 })
})

test('the same reference is booked once, also by twenty at once; of another kind it is another booking', async () => {
  const booking = capture()
  const answers = await Promise.all(Array.from({ length: 20 }, () => booked(booking)))
  assert.equal(answers.filter((newly) => newly === 1).length, 1)
  assert.deepEqual(await balanceOf(booking), { 'provider:test': 1000, receivable: -1000 })
  assert.equal(await booked({ ...booking, kind: 'fee' }), 1)
  assert.deepEqual(await balanceOf(booking), { 'provider:test': 2000, receivable: -2000 })
})

test('a booking costs one statement once its accounts are known', async () => {
  await booked(capture())
  const statements = { count: 0, texts: [] as string[] }
  await countStatements(statements, () => booked(capture()))
  assert.equal(statements.count, 4, statements.texts.join('\n')) // begin, booking, event, commit
})

test('twenty who need a new account at once all book to the same one', async () => {
  const subject = { kind: 'order', id: newId() }
  for (let round = 0; round < 5; round++) {
    const entries = [
      { account: `provider:new${round}`, amount: 10 },
      { account: `fees:new${round}`, amount: -10 },
    ]
    // Half of them name the accounts the other way round.
    await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        booked(capture({ subject, entries: nth % 2 ? entries : entries.toReversed() })),
      ),
    )
  }
  const { rows } = await sql<{ code: string; n: number }>`
    select code, count(*) as n from ledger.account where code like '%:new%' group by code having count(*) > 1`.execute(
    pool.db,
  )
  assert.deepEqual(rows, [])
  assert.equal((await balanceOf({ ...capture(), subject }))['provider:new4'], 200)
})

test('an account made in a transaction that is rolled back is not remembered', async () => {
  const entries = [
    { account: 'provider:gone', amount: 5 },
    { account: 'receivable', amount: -5 },
  ]
  const lost = shop.inside(async (ctx) => {
    await book(ctx, capture({ entries }))
    throw new Error('rolled back')
  })
  await assert.rejects(lost, /rolled back/)
  assert.equal(await booked(capture({ entries })), 1)
})

test('one that does not sum to zero is refused, by us and by the database', async () => {
  const entries = [
    { account: 'provider:test', amount: 1000 },
    { account: 'receivable', amount: -999 },
  ]
  await assert.rejects(booked(capture({ entries })), /off by 1 minor units of EUR/)
  await assert.rejects(booked(capture({ entries: [] })), /2 to 50 entries/)
  await assert.rejects(booked(capture({}, Number.MAX_SAFE_INTEGER + 1)), RangeError)
  await assert.rejects(raw([1000, -999]), { constraint: 'entry_balance' })
  await assert.rejects(raw([1000]), { constraint: 'entry_balance' })
})

test('two currencies never meet in a booking', async () => {
  await assert.rejects(raw([1000, -1000], 'USD'), { code: '23503' })
})

/** Past our code: straight into the tables. */
async function raw(amounts: number[], currency = 'EUR'): Promise<void> {
  await booked(capture())
  const id = newId()
  await pool.db.transaction().execute(async (db) => {
    await sql`insert into ledger.transaction (id, store_id, currency, kind, reference, subject_kind, subject_id, actor, cause, trace_id, at)
      values (${id}, ${shop.storeId}, 'EUR', 'capture', ${id}, 'order', ${id}, 'test', 'test', 'test', now())`.execute(
      db,
    )
    await sql`insert into ledger.entry (store_id, transaction_id, position, account_id, currency, amount)
      select ${shop.storeId}, ${id}, e.position, a.id, ${currency}, e.amount
      from unnest(${amounts}::bigint[]) with ordinality as e(amount, position), ledger.account a
      where a.store_id = ${shop.storeId} and a.code = 'provider:test' and a.currency = 'EUR'`.execute(db)
  })
}

for (const statement of [
  'update ledger.entry set amount = amount + 0',
  'delete from ledger.entry',
  'update ledger.transaction set reference = reference',
  'delete from ledger.transaction',
  'truncate ledger.entry',
  'truncate ledger.transaction cascade',
  `update ledger.account set code = 'other'`,
])
  test(`the books are facts: no ${statement.split(' ').slice(0, 3).join(' ')}`, async () => {
    await booked(capture())
    await assert.rejects(pool.pg.query(statement), /never change/)
  })

const PLANTS: Record<string, string[]> = {
  I1: ['update ledger.entry set amount = amount + 1 where position = 1'],
  'I1.entries': ['delete from ledger.entry', 'delete from ledger.entry where position = 2'],
  'I1.ledger': ['delete from ledger.entry where position = 2'],
  'I1.proof': [
    `insert into ledger.proof select gen_random_uuid(), id, false, 0, 0, '[]', '[{"invariant": "I1"}]', now() from settings.store`,
  ],
  'I3.ledger': [
    `update ledger.account set currency = 'USD'`,
    `update ledger.entry set currency = 'USD'`,
    `delete from ledger.account where code = 'receivable'`,
  ],
  'I7.ledger': [
    `alter table ledger.transaction drop constraint transaction_store_id_kind_reference_key; update ledger.transaction set reference = 'one'`,
  ],
}

for (const invariant of invariants)
  test(`${invariant.id} ${invariant.says} finds what is planted`, async () => {
    await booked(capture())
    for (const plant of PLANTS[invariant.id]!) {
      const { before, planted } = await withFault(shop.app, invariant, plant)
      assert.deepEqual(before, [])
      assert.ok(planted.length > 0, `not found: ${plant}`)
    }
  })
