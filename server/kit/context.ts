/** What an operation, reaction or job is handed: the present transaction, who asks, and when it is. */
import type { App } from './app.ts'
import type { Db } from './db.ts'
import type { EventType } from './event.ts'
import type { Log } from './log.ts'
import type { Actor } from './policy.ts'
import type { Port } from './port.ts'
import type { Static, TObject } from 'typebox'

/** Which store, and how the answer should be told. */
export interface Scope {
  storeId: string
  channelId: string
  marketId: string
  locale: string
  currency: string
  /** IANA zone of the store, for rules that need a day. */
  timeZone: string
  /** The store is closed to shoppers for now; null or absent: it is open. */
  closed?: Closed | null
}

export interface Closed {
  /** Null: nobody knows yet. */
  until: Date | null
  /** What those are told who are not let in. */
  text: string
  /** The caller has shown what lets in all the same. */
  isLetIn: boolean
}

export interface AuditEntry {
  /** The kind of thing changed, such as `catalog.product`. */
  subject: string
  subjectId: string
  before: unknown
  after: unknown
}

export interface Ctx {
  app: App
  /** The command's transaction; for queries, the pool. No other handle is reachable. */
  db: Db
  actor: Actor
  /** Who asks, also where the operation did not want to know: their credentials are looked up once, when this is called. */
  asker(): Promise<Actor>
  storeId: string
  scope: Scope
  now(): Date
  id(): string
  /** Writes one row to the event log at the end of this transaction. */
  emit<P extends TObject>(type: EventType<P>, payload: Static<P>): void
  /** Adds before and after to the audit row of a staff command. */
  audit(entry: AuditEntry): void
  /** Runs once the transaction is safe on disk; a failure here is logged, never answered. */
  afterCommit(run: () => void | Promise<void>): void
  /** The filler of a port that has one. */
  port<T>(target: Port<T>): T
  /** All fillers of a `many` port, in module order. */
  ports<T>(target: Port<T>): T[]
  signal: AbortSignal
  log: Log
  traceId: string
  /** Network address of the caller; empty inside the server. */
  address: string
  /** Public address of the store, such as `https://shop.example`. */
  origin: string
}
