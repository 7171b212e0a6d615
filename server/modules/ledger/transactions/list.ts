/** The books, line by line: each booking with its entries, newest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, Key, List, Money, Text, Type, shape, type Static } from '#kit/types.ts'
import { MOST_ENTRIES } from '../book.ts'

const LedgerEntry = shape('LedgerEntry', {
  account: Text(200),
  /** Above zero a debit, below zero a credit. */
  amount: Money,
})

export const LedgerTransaction = shape('LedgerTransaction', {
  id: Id,
  kind: Key,
  /** The provider's reference, or our own id where there is none; once per kind. */
  reference: Text(2100),
  subjectKind: Key,
  subjectId: Id,
  entries: List(LedgerEntry, MOST_ENTRIES),
  actor: Text(200),
  cause: Text(200),
  at: Instant,
})
type LedgerTransaction = Static<typeof LedgerTransaction>

const newestFirst = sorts(
  'LedgerSort',
  { at: { column: 't.at', type: 'timestamptz' } },
  { id: 't.id', first: '-at' },
)

interface Row extends Omit<LedgerTransaction, 'at'> {
  at: Date
}

export const list = query({
  id: 'ledger.transactions.list',
  summary: 'The bookings of the ledger, newest first',
  description: '`subjectId` finds what was booked for one order; each booking sums to zero.',
  rest: 'GET /ledger-transactions',
  audience: 'staff',
  access: permission('ledger.read'),
  input: Type.Object({ subjectId: Type.Optional(Id), kind: Type.Optional(Key), ...pageInput }),
  output: pageOf(LedgerTransaction),
  async run(input, ctx) {
    const bookings = sql<Row>`(
      select t.id, t.kind, t.reference, t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.actor, t.cause, t.at,
        (select json_agg(json_build_object('account', a.code, 'amount', json_build_object('amount', e.amount, 'currency', e.currency)) order by e.position)
          from ledger.entry e join ledger.account a on a.id = e.account_id where e.transaction_id = t.id) as entries
      from ledger.transaction t where t.store_id = ${ctx.storeId}
        and ${input.subjectId === undefined ? sql`true` : sql`t.subject_id = ${input.subjectId}`}
        and ${input.kind === undefined ? sql`true` : sql`t.kind = ${input.kind}`})`.as<'t'>('t')
    const query = ctx.db.selectFrom(bookings).selectAll('t')
    const { rows, next, total } = await readPage(query, input, newestFirst, ctx.db)
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next, total }
  },
})
