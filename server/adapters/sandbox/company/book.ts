/**
 * A company's durable book: one SQLite file that a kill -9 cannot take anything acknowledged from.
 *
 * Every change is one transaction, on disk before it is answered (WAL with synchronous=FULL). Calls are synchronous,
 * so within the process two never meet. One process at a time writes a book; a second one waits up to five seconds.
 */
import { mkdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

const paymentTable = (name: string) => `
create table ${name} (
  id text primary key,
  reference text not null unique,
  method text not null check (method in ('card', 'bank_transfer')),
  amount integer not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  capture text not null check (capture in ('automatic', 'manual')),
  state text not null check (state in ('requires_action', 'processing', 'authorised', 'captured', 'failed',
                                       'cancelled', 'expired', 'voided', 'disputed', 'won', 'lost')),
  authorised integer not null,
  captured integer not null,
  refunded integer not null,
  captures text not null,
  dispute text,
  decline_code text,
  arriving integer,
  description text not null,
  return_url text not null,
  cancel_url text not null,
  webhook_url text not null,
  locale text not null,
  wish text not null,
  challenged integer not null,
  created_at integer not null,
  paid_at integer,
  due_at integer,
  version integer not null,
  change integer not null unique,
  changed_at integer not null,
  check (0 <= refunded and refunded <= captured and captured <= authorised)
) strict;`
const PAYMENT_INDEX = 'create index payment_due on payment (due_at) where due_at is not null;'

/** What `once` keeps of each Idempotency-Key. */
export const ANSWERED = `create table answered (
  key text primary key,
  fingerprint text not null,
  status integer not null,
  body text not null,
  created_at integer not null
) strict;
`

const SCHEMA = `
${paymentTable('payment')}
${PAYMENT_INDEX}

create table refund (
  id text primary key,
  payment_id text not null references payment,
  reference text not null unique,
  amount integer not null check (amount > 0),
  state text not null check (state in ('pending', 'succeeded', 'failed')),
  outcome text not null check (outcome in ('succeeded', 'failed')),
  created_at integer not null,
  due_at integer
) strict;
create index refund_of on refund (payment_id);
create index refund_due on refund (due_at) where due_at is not null;

create table event (
  id text primary key,
  payment_id text not null references payment,
  type text not null,
  body text not null,
  created_at integer not null
) strict;

create table delivery (
  id integer primary key,
  event_id text not null references event,
  payment_id text not null references payment,
  url text not null,
  state text not null default 'queued' check (state in ('queued', 'delivered', 'dead')),
  attempts integer not null default 0,
  due_at integer not null,
  last_answer text
) strict;
create index delivery_due on delivery (due_at, id) where state = 'queued';
create index delivery_state on delivery (state);

${ANSWERED}`

const KEPT = `id, reference, amount, currency, capture, state, authorised, captured, refunded, decline_code, description,
  return_url, cancel_url, webhook_url, locale, wish, challenged, created_at, paid_at, due_at, version, change, changed_at`

/** Fees, disputes and transfers came with the second; what was captured before had no fee. */
const FROM_FIRST = `
${paymentTable('payment_new')}
insert into payment_new (${KEPT}, method, captures)
  select ${KEPT}, 'card', (select json_group_array(json_object('id', c.id, 'amount', c.amount, 'fee', 0))
    from capture c where c.payment_id = payment.id) from payment;
drop table capture;
drop table payment;
alter table payment_new rename to payment;
${PAYMENT_INDEX}
`

export type Row = Record<string, unknown>

export type Book = {
  /** All or nothing, and on disk when it returns. */
  write<T>(work: () => T): T
  one(sql: string, ...values: SQLInputValue[]): Row | undefined
  all(sql: string, ...values: SQLInputValue[]): Row[]
  run(sql: string, ...values: SQLInputValue[]): void
  close(): void
}

/** How a book is laid out, and how one of each earlier version is brought there; 0 is an empty one. */
export type Layout = { version: number; from: Record<number, string> }

const PAYMENTS: Layout = { version: 2, from: { 0: SCHEMA, 1: FROM_FIRST } }

/** `path` is a file if it ends in .sqlite or .db, else a folder, made when missing. */
export function openBook(path: string, layout = PAYMENTS): Book {
  const file = ['.sqlite', '.db'].includes(extname(path)) ? path : join(path, 'book.sqlite')
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(file, { timeout: WAIT_MS })
  writeAhead(db)
  db.exec('pragma synchronous = full; pragma foreign_keys = off')
  prepareSchema(db, file, layout)
  db.exec('pragma foreign_keys = on')

  const known = new Map<string, StatementSync>()
  const statement = (sql: string) => {
    const found = known.get(sql)
    if (found) return found
    const made = db.prepare(sql)
    known.set(sql, made)
    return made
  }
  return {
    write(work) {
      db.exec('begin immediate')
      try {
        const result = work()
        db.exec('commit')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('rollback')
        throw error
      }
    },
    one: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
    run: (sql, ...values) => void statement(sql).run(...values),
    close: () => db.close(),
  }
}

const WAIT_MS = 5_000
const BUSY = 5 // SQLITE_BUSY

/** NOTE: turning to the write-ahead log wants the file for itself, and SQLite does not wait for that, whatever the timeout. */
function writeAhead(db: DatabaseSync): void {
  const until = Date.now() + WAIT_MS
  for (;;) {
    try {
      return db.exec('pragma journal_mode = wal')
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== BUSY || Date.now() > until) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

function prepareSchema(db: DatabaseSync, file: string, layout: Layout): void {
  db.exec('begin immediate')
  const version = db.prepare('pragma user_version').get()?.['user_version']
  const script = layout.from[version as number]
  if (script) db.exec(`${script}; pragma user_version = ${layout.version}`)
  db.exec('commit')
  if (script || version === layout.version) return
  db.close()
  throw new Error(
    `The sandbox book ${file} has version ${version}; this program reads version ${layout.version}. Move the file away to begin a new book.`,
  )
}
