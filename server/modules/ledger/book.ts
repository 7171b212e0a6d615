/**
 * Books money: transactions whose entries sum to zero.
 *
 * Positive is a debit, negative a credit. What a provider told us is booked once:
 * the pair of kind and reference is unique, and a second booking is a no-op.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { safe } from '#kit/money.ts'
import { callerOf } from '#kit/policy.ts'
import { ledgerBooked } from './events.ts'

export interface Booking {
  kind: 'authorisation' | 'capture' | 'refund' | 'void' | 'charge' | 'release' | 'fee' | 'dispute'
  /** The provider's reference, or our own id where there is none. */
  reference: string
  subject: { kind: string; id: string }
  /** What led to it: the name of the operation or reaction. */
  cause: string
  currency: string
  entries: { account: string; amount: number }[]
}

/** A booking with more is not one step of a payment. */
export const MOST_ENTRIES = 50

/** Account ids never change, so they may be held for the life of the process. */
const held = new WeakMap<App, Map<string, string>>()

/** All in one statement, once their accounts are known. Answers how many of them were not booked before. */
export async function book(ctx: Ctx, ...bookings: Booking[]): Promise<number> {
  if (bookings.length === 0) return 0
  for (const booking of bookings) mustBalance(booking)
  const accountOf = await accountsOf(ctx, bookings)
  const named = bookings.map((booking) => ({ id: newId(), ...booking }))
  const transactions = named.map(({ id, kind, reference, subject, cause, currency }) => ({
    id,
    kind,
    reference,
    cause,
    currency,
    subject_kind: subject.kind,
    subject_id: subject.id,
  }))
  const entries = named.flatMap(({ id, currency, entries }) =>
    entries.map(({ account, amount }, index) => ({
      transaction_id: id,
      position: index + 1,
      account_id: accountOf(account, currency),
      amount,
    })),
  )
  const { rows } = await sql<{ id: string }>`
    with booked as (
      insert into ledger.transaction (id, store_id, currency, kind, reference, subject_kind, subject_id, actor, cause, trace_id, at)
      select b.id, ${ctx.storeId}, b.currency, b.kind, b.reference, b.subject_kind, b.subject_id, ${callerOf(ctx.actor)}, b.cause, ${ctx.traceId}, ${ctx.now()}
      from jsonb_to_recordset(${JSON.stringify(transactions)}::jsonb)
        as b(id uuid, currency char(3), kind text, reference text, subject_kind text, subject_id uuid, cause text)
      on conflict (store_id, kind, reference) do nothing
      returning id, store_id, currency
    ), entries as (
      insert into ledger.entry (store_id, transaction_id, position, account_id, currency, amount)
      select booked.store_id, booked.id, e.position, e.account_id, booked.currency, e.amount
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(transaction_id uuid, position int, account_id uuid, amount bigint)
      join booked on booked.id = e.transaction_id
    )
    select id from booked`.execute(ctx.db)
  if (rows.length > 0) ctx.emit(ledgerBooked, { ids: rows.map(({ id }) => id) })
  return rows.length
}

function mustBalance({ kind, currency, entries }: Booking): void {
  const sum = entries.reduce((total, { amount }) => safe(total + safe(amount)), 0)
  if (sum !== 0) throw new RangeError(`A booking of ${kind} is off by ${sum} minor units of ${currency}.`)
  if (entries.length < 2 || entries.length > MOST_ENTRIES)
    throw new RangeError(`A booking has 2 to ${MOST_ENTRIES} entries, not ${entries.length}.`)
}

type AccountOf = (code: string, currency: string) => string

async function accountsOf(ctx: Ctx, bookings: Booking[]): Promise<AccountOf> {
  const known = held.get(ctx.app) ?? new Map<string, string>()
  held.set(ctx.app, known)
  const keyOf = (code: string, currency: string) => `${ctx.storeId} ${code} ${currency}`
  const opened = new Map<string, string>()
  for (const [currency, same] of Map.groupBy(bookings, (booking) => booking.currency)) {
    const codes = new Set(same.flatMap(({ entries }) => entries.map(({ account }) => account)))
    const missing = [...codes].filter((code) => !known.has(keyOf(code, currency)))
    if (missing.length === 0) continue
    const found = await openAccounts(ctx, missing, currency)
    found.forEach((id, code) => opened.set(keyOf(code, currency), id))
  }
  // Not before the commit: an account made in a transaction that rolls back does not exist.
  if (opened.size > 0) ctx.afterCommit(() => opened.forEach((id, key) => known.set(key, id)))
  return (code, currency) => opened.get(keyOf(code, currency)) ?? known.get(keyOf(code, currency))!
}

async function openAccounts(ctx: Ctx, codes: string[], currency: string): Promise<Map<string, string>> {
  const sorted = codes.toSorted()
  await sql`insert into ledger.account (id, store_id, code, currency, created_at)
    select a.id, ${ctx.storeId}, a.code, ${currency}, ${ctx.now()}
    from unnest(${sorted.map(() => newId())}::uuid[], ${sorted}::text[]) as a(id, code)
    on conflict (store_id, code, currency) do nothing`.execute(ctx.db)
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from ledger.account where store_id = ${ctx.storeId} and currency = ${currency} and code = any(${sorted})`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.code, row.id]))
}

/** Sums by account of everything booked for one subject, in minor units. */
export async function balances(
  ctx: Ctx,
  subject: { kind: string; id: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; amount: number }>`
    select a.code, sum(e.amount)::bigint as amount
    from ledger.transaction t
    join ledger.entry e on e.transaction_id = t.id
    join ledger.account a on a.id = e.account_id
    where t.store_id = ${ctx.storeId} and t.subject_kind = ${subject.kind} and t.subject_id = ${subject.id}
    group by a.code`.execute(ctx.db)
  return new Map(rows.map((row) => [row.code, row.amount]))
}
