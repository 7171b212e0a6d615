/**
 * The one way into an operation, whatever the road.
 *
 * Parse, actor, limit; then one READ COMMITTED transaction: key, access, run, and
 * at its end events, audit and idempotency record; after the commit the answer.
 * Deadlocks and serialisation failures run the whole command again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { App } from './app.ts'
import type { AuditEntry, Ctx, Scope } from './context.ts'
import {
  countStatements,
  isRetryable,
  isUnavailable,
  mapDatabaseError,
  sqlState,
  type Db,
  type Statements,
} from './db.ts'
import { IdempotencyKeyNeeded, NotFound, Unavailable, invalid, isFailure } from './failure.ts'
import { newId } from './id.ts'
import { claimKey, keyUse, storeKey, type KeyUse } from './idempotency.ts'
import type { Operation, Typed } from './operation.ts'
import { ANONYMOUS, callerOf, policy, type Actor, type Credentials } from './policy.ts'
import { scopes, type ScopeHint } from './scope.ts'

const TRIES = 4
const DEADLINE_MS = 20_000

/** All that a road knows of a request besides the operation and its input. */
export interface Call {
  /** Callers inside the server that know who acts; otherwise `credentials` are asked. */
  actor?: Actor
  credentials?: Credentials
  hint?: ScopeHint
  idempotencyKey?: string | undefined
  signal?: AbortSignal
  traceId?: string
  address?: string
  origin?: string
  statements?: Statements
  /** Written by `invoke`: whose rate limit was drawn from. */
  limitedAs?: string
}

interface Base {
  actor: Actor
  scope: Scope
  traceId: string
  signal: AbortSignal
  call: Call
}

interface WorkingCtx extends Ctx {
  pending: {
    events: { name: string; payload: unknown }[]
    audits: AuditEntry[]
    after: (() => void | Promise<void>)[]
  }
}

export async function invoke<I, O>(app: App, operation: Typed<I, O>, raw: I, call: Call): Promise<O> {
  return (await run(app, operation, raw, call, (base, input) =>
    operation.kind === 'command' ? command(app, operation, input, base) : read(app, operation, input, base),
  )) as O
}

/** The same query as JSON text, where the operation offers it. */
export async function invokeJson(app: App, operation: Operation, raw: unknown, call: Call): Promise<string> {
  return (await run(app, operation, raw, call, (base, input) =>
    read(app, operation, input, base, operation.json),
  )) as string
}

async function run(
  app: App,
  operation: Entry,
  raw: unknown,
  call: Call,
  go: (base: Base, input: unknown) => Promise<unknown>,
): Promise<unknown> {
  const statements = call.statements ?? { count: 0 }
  const began = performance.now()
  let outcome = 'ok'
  try {
    return await countStatements(statements, async () => {
      const input = operation.check(raw)
      const base = await baseOf(app, operation, call)
      call.limitedAs = limitedBy(base.actor, call.address)
      await app.limits.take(operation.limit, call.limitedAs, app.clock())
      return go(base, input)
    })
  } catch (error) {
    const mapped = mapDatabaseError(error)
    outcome = isFailure(mapped) ? mapped.code : 'internal'
    throw mapped
  } finally {
    app.metrics.operation(operation.id, outcome, performance.now() - began, statements.count)
  }
}

/** Strangers share the bucket of their network address. */
function limitedBy(actor: Actor, address = ''): string {
  return actor.kind === 'anonymous' ? address || 'anonymous' : callerOf(actor)
}

async function baseOf(app: App, operation: Entry, call: Call): Promise<Base> {
  const resolved = app.port(scopes).resolve(call.hint ?? {}, app)
  const scope = resolved instanceof Promise ? await resolved : resolved
  const base: Base = {
    actor: call.actor ?? ANONYMOUS,
    scope,
    traceId: call.traceId ?? newId().replaceAll('-', ''),
    signal: call.signal ?? NEVER,
    call,
  }
  const asks = call.credentials && (call.credentials.bearerToken || call.credentials.cookieToken)
  if (!call.actor && asks && operation.access.rule !== 'anyone') {
    base.actor = await app.port(policy).identify(call.credentials!, makeCtx(app, base, app.pool.db))
  }
  return base
}

const NEVER = new AbortController().signal

async function read(
  app: App,
  operation: Operation,
  input: unknown,
  base: Base,
  how = operation.run,
): Promise<unknown> {
  const ctx = makeCtx(app, base, app.pool.db)
  await operation.access.check(input as never, ctx)
  return how!(input as never, ctx)
}

async function command(app: App, operation: Operation, input: unknown, base: Base): Promise<unknown> {
  const key = operation.idempotency === 'none' ? undefined : base.call.idempotencyKey
  if (operation.idempotency === 'required' && !key) throw IdempotencyKeyNeeded({})
  const use = key ? keyUse(operation.id, callerOf(base.actor), key, input) : null
  if (operation.task) return runTask(app, operation, input, base, use)
  return transact(app, base, operation, async (ctx) => {
    const record = use && (await claimKey(use, ctx))
    if (record) return record.response ?? { id: record.resourceId }
    await operation.access.check(input as never, ctx)
    const output = await operation.run!(input as never, ctx)
    if (use) await storeKey(use, { state: 'done', resourceId: idOf(output), response: output }, ctx)
    return output
  })
}

async function runTask(
  app: App,
  operation: Operation,
  input: unknown,
  base: Base,
  use: KeyUse | null,
): Promise<unknown> {
  const task = operation.task!
  const begun = await transact(app, base, operation, async (ctx) => {
    const record = use && (await claimKey(use, ctx))
    if (record) return { resourceId: record.resourceId!, ...(await task.resume(record.resourceId!, ctx)) }
    await operation.access.check(input as never, ctx)
    const first = await task.begin(input as never, ctx)
    if (use) await storeKey(use, { state: 'running', resourceId: first.resourceId, response: null }, ctx)
    return first
  })
  if ('done' in begun) return begun.done
  return callAndSettle(app, operation, begun.resourceId, begun.carry, base)
}

/** Goes on with a task whose process died between its steps; for sweeps. */
export async function resumeTask(
  app: App,
  operation: Operation,
  resourceId: string,
  call: Call,
): Promise<unknown> {
  const base = await baseOf(app, operation, call)
  const found = await transact(app, base, operation, (ctx) => operation.task!.resume(resourceId, ctx))
  return 'done' in found ? found.done : callAndSettle(app, operation, resourceId, found.carry, base)
}

async function callAndSettle(
  app: App,
  operation: Operation,
  resourceId: string,
  carry: unknown,
  base: Base,
): Promise<unknown> {
  const signal = AbortSignal.timeout(DEADLINE_MS)
  const reply = await operation.task!.call(carry, {
    ctx: makeCtx(app, base, app.pool.db),
    key: resourceId,
    signal,
  })
  return transact(app, base, operation, (ctx) => operation.task!.settle(carry, reply, ctx))
}

/** What `run` asks of an operation; a batch stands in for its items. */
export type Entry = Pick<Operation, 'id' | 'check' | 'limit' | 'access'>

/** Several operations in one transaction, all or none; for atomic batches. */
export async function invokeTogether<T>(
  app: App,
  entry: Entry,
  call: Call,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return (await run(app, entry, {}, call, (base) => transact(app, base, null, work))) as T
}

/**
 * One more operation inside a transaction that is already open. Its events and its work after
 * the commit are the outer's; its audit rows are its own. A task needs transactions of its own.
 */
export async function runInside(
  outer: Ctx,
  operation: Operation,
  raw: unknown,
  key?: string,
): Promise<unknown> {
  if (!operation.run || operation.kind === 'stream')
    throw invalid('operation', 'not_in_batch', `${operation.id} cannot be part of an atomic batch.`)
  if (operation.idempotency === 'required' && !key) throw IdempotencyKeyNeeded({})
  const input = operation.check(raw)
  await outer.app.limits.take(operation.limit, limitedBy(outer.actor, outer.address), outer.now())
  const { events, after } = (outer as WorkingCtx).pending
  const pending: WorkingCtx['pending'] = { events, after, audits: [] }
  const ctx: WorkingCtx = { ...outer, pending, audit: (entry) => void pending.audits.push(entry) }
  const use =
    key && operation.kind === 'command' ? keyUse(operation.id, callerOf(ctx.actor), key, input) : null
  const record = use && (await claimKey(use, ctx))
  if (record) return record.response ?? { id: record.resourceId }
  await operation.access.check(input as never, ctx)
  const output = await operation.run(input as never, ctx)
  if (use) await storeKey(use, { state: 'done', resourceId: idOf(output), response: output }, ctx)
  if (operation.kind === 'command')
    await flush({ ...ctx, pending: { ...pending, events: [], after: [] } }, operation)
  return output
}

/** Runs work in one transaction with everything a command gets; for reactions, jobs and writers. */
export async function inTransaction<T>(app: App, call: Call, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const resolved = await app.port(scopes).resolve(call.hint ?? {}, app)
  const base: Base = {
    actor: call.actor ?? ANONYMOUS,
    scope: resolved,
    traceId: call.traceId ?? newId().replaceAll('-', ''),
    signal: call.signal ?? NEVER,
    call,
  }
  return transact(app, base, null, work)
}

/** A context outside any transaction: reads on the pool. */
export async function contextFor(app: App, call: Call): Promise<Ctx> {
  const resolved = await app.port(scopes).resolve(call.hint ?? {}, app)
  return makeCtx(
    app,
    {
      actor: call.actor ?? ANONYMOUS,
      scope: resolved,
      traceId: call.traceId ?? newId().replaceAll('-', ''),
      signal: call.signal ?? NEVER,
      call,
    },
    app.pool.db,
  )
}

async function transact<T>(
  app: App,
  base: Base,
  operation: Operation | null,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let ctx: WorkingCtx | undefined
    try {
      const output = await app.pool.db.transaction().execute(async (trx) => {
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

function runAgain(error: unknown): boolean {
  if (isRetryable(error)) return true
  const constraint = (error as { constraint?: string }).constraint
  return sqlState(error) === '23505' && constraint === 'idempotency_pkey'
}

async function remember(app: App, base: Base, keep: (ctx: Ctx) => Promise<void>): Promise<void> {
  await app.pool.db.transaction().execute(async (trx) => {
    const ctx = makeCtx(app, base, trx)
    await keep(ctx)
    await flush(ctx, null)
  })
  app.wake()
}

async function flush(ctx: WorkingCtx, operation: Operation | null): Promise<void> {
  const { events, audits } = ctx.pending
  if (events.length > 0) {
    await sql`insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
      select e.id, ${ctx.storeId}, e.name, e.payload, ${callerOf(ctx.actor)}, ${ctx.traceId}, ${ctx.now()}
      from unnest(${events.map(() => newId())}::uuid[], ${events.map((e) => e.name)}::text[], ${events.map((e) => JSON.stringify(e.payload))}::jsonb[]) as e(id, name, payload)`.execute(
      ctx.db,
    )
  }
  if (operation?.audit === 'full') {
    const rows = audits.length > 0 ? audits : [{ subject: null, subjectId: null, before: null, after: null }]
    const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
    await sql`insert into kit.audit (id, store_id, at, actor, operation, subject, subject_id, before, after, address, trace_id)
      select a.id, ${ctx.storeId}, ${ctx.now()}, ${callerOf(ctx.actor)}, ${operation.id}, a.subject, a.subject_id, a.before, a.after, ${ctx.address}, ${ctx.traceId}
      from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((r) => r.subject)}::text[], ${rows.map((r) => r.subjectId)}::uuid[],
        ${rows.map((r) => json(r.before))}::jsonb[], ${rows.map((r) => json(r.after))}::jsonb[]) as a(id, subject, subject_id, before, after)`.execute(
      ctx.db,
    )
  }
}

async function committed(app: App, ctx: WorkingCtx): Promise<void> {
  for (const run of ctx.pending.after) {
    try {
      await run()
    } catch (error) {
      ctx.log.error({ err: error }, 'work after the commit failed')
    }
  }
  if (ctx.pending.events.length > 0) app.wake()
}

function makeCtx(app: App, base: Base, db: Db): WorkingCtx {
  const pending: WorkingCtx['pending'] = { events: [], audits: [], after: [] }
  return {
    app,
    db,
    pending,
    actor: base.actor,
    storeId: base.scope.storeId,
    scope: base.scope,
    now: app.clock,
    id: newId,
    emit: (type, payload) => void pending.events.push({ name: type.name, payload }),
    audit: (entry) => void pending.audits.push(entry),
    afterCommit: (run) => void pending.after.push(run),
    port: app.port,
    ports: app.ports,
    signal: base.signal,
    log: app.log,
    traceId: base.traceId,
    address: base.call.address ?? '',
    origin: base.call.origin ?? app.config.publicUrl,
  }
}

function idOf(output: unknown): string | null {
  const id = (output as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}

/** For roads that name an operation by text. */
export function operationNamed(app: App, id: string): Operation {
  const operation = app.operations.get(id)
  if (!operation) throw NotFound({})
  return operation
}

export { isUnavailable }
