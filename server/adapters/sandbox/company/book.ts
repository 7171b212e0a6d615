/**
 * The company's durable book: one SQLite file that a kill -9 cannot take anything acknowledged from.
 *
 * Every change is one transaction, on disk before it is answered (WAL with synchronous=FULL). Calls are synchronous,
 * so within the process two never meet. One process at a time writes a book; a second one waits up to five seconds.
 */
import { mkdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

const SCHEMA = `
create table payment (
  id text primary key,
  reference text not null unique,
  amount integer not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  capture text not null check (capture in ('automatic', 'manual')),
  state text not null check (state in ('requires_action', 'processing', 'authorised', 'captured', 'failed',
                                       'cancelled', 'expired', 'voided')),
  authorised integer not null,
  captured integer not null,
  refunded integer not null,
  decline_code text,
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
  check (0 <= refunded and refunded <= captured and captured <= authorised and authorised <= amount)
) strict;
create index payment_due on payment (due_at) where due_at is not null;

create table capture (
  id text primary key,
  payment_id text not null references payment,
  amount integer not null check (amount > 0),
  created_at integer not null
) strict;

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

create table answered (
  key text primary key,
  fingerprint text not null,
  status integer not null,
  body text not null,
  created_at integer not null
) strict;
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

/** `path` is a file if it ends in .sqlite or .db, else a folder, made when missing. */
export function openBook(path: string): Book {
  const file = ['.sqlite', '.db'].includes(extname(path)) ? path : join(path, 'book.sqlite')
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  prepareSchema(db, file)

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

const VERSION = 1

function prepareSchema(db: DatabaseSync, file: string): void {
  db.exec('begin immediate')
  const version = db.prepare('pragma user_version').get()?.['user_version']
  if (version === 0) db.exec(`${SCHEMA}; pragma user_version = ${VERSION}`)
  db.exec('commit')
  if (version === 0 || version === VERSION) return
  db.close()
  throw new Error(
    `The sandbox book ${file} has version ${version}; this program reads version ${VERSION}. Move the file away to begin a new book.`,
  )
}
