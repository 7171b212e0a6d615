/** The nightly proofs of the books, newest first: what the accounts held, and what did not add up. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Count, Flag, Id, Instant, List, Money, Text, Type, shape, type Static } from '#kit/types.ts'

const LedgerBalance = shape('LedgerBalance', {
  account: Text(200),
  /** Above zero a debit, below zero a credit. */
  amount: Money,
})

const LedgerFault = shape('LedgerFault', { invariant: Text(80), says: Text(500), broken: Count })

const LedgerProof = shape('LedgerProof', {
  id: Id,
  at: Instant,
  holds: Flag,
  transactions: Count,
  entries: Count,
  balances: List(LedgerBalance, 10_000),
  faults: List(LedgerFault, 200),
})
type LedgerProof = Static<typeof LedgerProof>

const newestFirst = sorts(
  'LedgerProofSort',
  { at: { column: 'p.at', type: 'timestamptz' } },
  { id: 'p.id', first: '-at' },
)

interface Row extends Omit<LedgerProof, 'at'> {
  at: Date
}

export const list = query({
  id: 'ledger.proofs.list',
  summary: 'The nightly proofs of the books, newest first',
  rest: 'GET /ledger-proofs',
  audience: 'staff',
  access: permission('ledger.read'),
  input: Type.Object({ holds: Type.Optional(Flag), ...pageInput }),
  output: pageOf(LedgerProof),
  async run(input, ctx) {
    const proofs = sql<Row>`(
      select id, at, holds, transactions, entries, balances, faults from ledger.proof where store_id = ${ctx.storeId}
        and ${input.holds === undefined ? sql`true` : sql`holds = ${input.holds}`})`.as<'p'>('p')
    const query = ctx.db.selectFrom(proofs).selectAll('p')
    const { rows, next, total } = await readPage(query, input, newestFirst, ctx.db)
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next, total }
  },
})
