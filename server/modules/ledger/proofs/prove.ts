/**
 * Proves the books every night: all that is said of money must hold, and what the accounts hold is written down.
 *
 * The proof asks the invariants of every module that are about money, so that payments,
 * orders and books are held against each other. A broken one is logged, counted, kept in
 * the list of proofs, and shown among the invariants until a later proof is right.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'

/** Bookings, an order's sums, currencies, what is refunded of what is captured, what a provider told. */
const MONEY = /^I(1|2|3|6|7)(\.|$)/
/** The proof's own result is not what it proves. */
export const OF_THE_PROOF = 'I1.proof'

interface Fault {
  invariant: string
  says: string
  broken: number
}

export const prove = job({
  name: 'ledger.prove',
  payload: Nothing,
  cron: '0 3 * * *',
  transaction: 'free',
  async run(_, ctx) {
    const faults = await faultsOf(ctx)
    await ctx.app.inTransaction({ actor: ctx.actor, hint: { storeId: ctx.storeId } }, (within) =>
      writeDown(within, faults),
    )
    ctx.app.metrics.count('quayside_ledger_proofs_total', { holds: String(faults.length === 0) })
    if (faults.length > 0) ctx.log.error({ faults }, 'the books do not add up')
  },
})

async function faultsOf(ctx: Ctx): Promise<Fault[]> {
  const asked = ctx.app.modules
    .flatMap((module) => module.invariants)
    .filter(({ id }) => MONEY.test(id) && id !== OF_THE_PROOF)
  const faults: Fault[] = []
  for (const invariant of asked) {
    const { rows } = await sql
      .raw<{ broken: number }>(`select count(*) as broken from (${invariant.sql}) each`)
      .execute(ctx.app.pool.db)
    const { broken } = rows[0]!
    if (broken > 0) faults.push({ invariant: invariant.id, says: invariant.says, broken })
  }
  return faults
}

async function writeDown(ctx: Ctx, faults: Fault[]): Promise<void> {
  await sql`
    insert into ledger.proof (id, store_id, holds, transactions, entries, balances, faults, at)
    select ${newId()}, ${ctx.storeId}, ${faults.length === 0},
      (select count(*) from ledger.transaction where store_id = ${ctx.storeId}), coalesce(sum(b.entries), 0)::bigint,
      coalesce(json_agg(json_build_object('account', b.code, 'amount', json_build_object('amount', b.amount, 'currency', b.currency))
        order by b.code, b.currency), '[]'), ${JSON.stringify(faults)}::jsonb, ${ctx.now()}
    from (select a.code, a.currency, sum(e.amount)::bigint as amount, count(*) as entries from ledger.account a
      join ledger.entry e on e.account_id = a.id where a.store_id = ${ctx.storeId} group by a.code, a.currency) b`.execute(
    ctx.db,
  )
}
