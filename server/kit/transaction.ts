/**
 * One READ COMMITTED transaction with everything a command gets: events and audit at its
 * end, work after its commit, and another try after a deadlock or a serialisation failure.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { App } from './app.ts'
import { baseOf, type Base, type Call } from './call.ts'
import type { Ctx } from './context.ts'
import { isRetryable, sqlState, STATEMENT_TIMEOUT_MS, type Db } from './db.ts'
import { Unavailable, isFailure } from './failure.ts'
import { flush } from './flush.ts'
import type { Operation } from './operation.ts'
import { makeCtx, type WorkingCtx } from './working-context.ts'

const TRIES = 4

/** Runs work in one transaction; for reactions, jobs and writers. */
export async function inTransaction<T>(app: App, call: Call, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return transact(app, await baseOf(app, call), null, work)
}

export async function transact<T>(
  app: App,
  base: Base,
  operation: Operation | null,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let ctx: WorkingCtx | undefined
    try {
      const output = await app.pool.db.transaction().execute(async (trx) => {
        if (operation) await limitStatements(trx, operation)
        ctx = makeCtx(app, base, trx)
        const result = await work(ctx)
        await flush(ctx, operation)
        return result
      })
      await committed(app, ctx!)
      return output
    } catch (error) {
      if (isFailure(error) && error.keep) await remember(app, base, error.keep)
      if (!runAgain(error) || attempt >= TRIES)
        throw isRetryable(error) ? Unavailable({ retryAfterSeconds: 1 }, { cause: error }) : error
      await sleep(Math.random() * 20 * attempt)
    }
  }
}

/** A query reads on the pool; one with a deadline of its own in a transaction that cannot write. */
export async function reading<T>(app: App, operation: Operation, work: (db: Db) => Promise<T>): Promise<T> {
  if (operation.deadlineMs === STATEMENT_TIMEOUT_MS) return work(app.pool.db)
  return app.pool.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      await limitStatements(trx, operation)
      return work(trx)
    })
}

/** Connections come with the usual deadline, so only another one costs a statement. */
async function limitStatements(db: Db, { deadlineMs }: Operation): Promise<void> {
  if (deadlineMs === STATEMENT_TIMEOUT_MS) return
  await sql`select set_config('statement_timeout', ${String(deadlineMs)}, true)`.execute(db)
}

function runAgain(error: unknown): boolean {
  if (isRetryable(error)) return true
  const constraint = (error as { constraint?: string }).constraint
  return sqlState(error) === '23505' && constraint === 'idempotency_pkey'
}

/** What a failure must leave behind although its transaction was rolled back. */
async function remember(app: App, base: Base, keep: (ctx: Ctx) => Promise<void>): Promise<void> {
  const ctx = await app.pool.db.transaction().execute(async (trx) => {
    const kept = makeCtx(app, base, trx)
    await keep(kept)
    await flush(kept, null)
    return kept
  })
  await committed(app, ctx)
}

async function committed(app: App, { pending, log, storeId }: WorkingCtx): Promise<void> {
  await app.kept.committed(storeId, pending.events)
  for (const run of pending.after) {
    try {
      await run()
    } catch (error) {
      log.error({ err: error }, 'work after the commit failed')
    }
  }
  if (pending.events.length > 0) app.wake(new Set(pending.events.map(({ name }) => name)))
}
