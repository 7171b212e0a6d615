/**
 * The one way into an operation, whatever the road.
 *
 * Parse, actor, limit; then one READ COMMITTED transaction: key, access, run, and
 * at its end events, audit and idempotency record; after the commit the answer.
 * Deadlocks and serialisation failures run the whole command again.
 */
import type { App } from './app.ts'
import type { Closed } from './context.ts'
import { aboutOf, baseOf, type Base, type Call } from './call.ts'
import { countStatements, mapDatabaseError } from './db.ts'
import { Forbidden, IdempotencyKeyNeeded, NotFound, Unavailable, isFailure } from './failure.ts'
import { readKept } from './kept.ts'
import { answerOnce, keyUse } from './idempotency.ts'
import { whileWanted } from './leaving.ts'
import { addUnkept } from './made-of.ts'
import type { Operation, Typed } from './operation.ts'
import { callerOf, isStaff, policy, type Actor } from './policy.ts'
import { runTask } from './task.ts'
import { reading, transact } from './transaction.ts'
import { makeCtx } from './working-context.ts'

export type { Call } from './call.ts'
export { resumeTask } from './task.ts'
export { contextFor } from './working-context.ts'

/** What entering asks of an operation; a batch stands in for its items, which draw from the limits themselves. */
export type Entry = Pick<Operation, 'id' | 'kind' | 'check' | 'access' | 'audience' | 'whenClosed'> & {
  limit: string | null
}

/** When nobody knows for how long the store is closed. */
const LOOK_AGAIN_S = 600
const LONGEST_WAIT_S = 86_400

export async function invoke<I, O>(app: App, operation: Typed<I, O>, raw: I, call: Call): Promise<O> {
  return (await entered(app, operation, raw, call, (base, input) =>
    operation.kind === 'command' ? command(app, operation, input, base) : read(app, operation, input, base),
  )) as O
}

/** The same query as JSON text, where the operation offers it. */
export async function invokeJson(app: App, operation: Operation, raw: unknown, call: Call): Promise<string> {
  return (await entered(app, operation, raw, call, (base, input) =>
    read(app, operation, input, base, operation.json),
  )) as string
}

/** What comes before any work: the input checked, the caller known, the limit drawn from; and the counting. */
export async function entered(
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
      const base = await knownBase(app, operation, call)
      call.limitedAs = limitedBy(base.actor, call.address)
      const plan = planOf(base.actor)
      if (plan !== undefined) call.plan = plan
      statements.about = aboutOf(base)
      mayCall(operation, base.actor, call)
      if (base.scope.closed) await mayEnter(app, operation, base, base.scope.closed)
      if (operation.limit) await app.limits.take(operation.limit, call.limitedAs, app.clock(), plan)
      return go(base, input)
    })
  } catch (error) {
    const mapped = mapDatabaseError(error)
    outcome = call.signal?.aborted ? 'gone' : isFailure(mapped) ? mapped.code : 'internal'
    throw mapped
  } finally {
    app.metrics.operation(operation.id, outcome, performance.now() - began, statements.count)
  }
}

/** Strangers share the bucket of their network address. */
export function limitedBy(actor: Actor, address = ''): string {
  return actor.kind === 'anonymous' ? address || 'anonymous' : callerOf(actor)
}

export const planOf = (actor: Actor): string | undefined => (actor.kind === 'key' ? actor.plan : undefined)

/** Credentials are looked up only for operations that want to know who asks; keys always. */
async function knownBase(app: App, operation: Entry, call: Call): Promise<Base> {
  const base = await baseOf(app, call)
  const { actor, credentials } = call
  const asks = credentials && (credentials.bearerToken || credentials.cookieToken)
  if (actor || !asks) return base
  const known = app.port(policy)
  const isKey = known.isKey?.(credentials) ?? false
  if (isKey) call.forOne = true
  if (isKey || operation.access.rule !== 'anyone')
    base.actor = await known.identify(credentials, makeCtx(app, base, app.pool.db))
  return base
}

/** A key works from the pages it names alone; one that anybody can read in a page does no more than they could without it. */
function mayCall({ kind, audience }: Entry, actor: Actor, call: Call): void {
  if (actor.kind !== 'key') return
  if (call.page !== undefined) {
    if (!actor.origins.includes(call.page)) throw Forbidden({})
    call.opensToPage = true
  }
  if (!actor.isPublic) return
  if (kind === 'command' || audience !== 'shop') throw Forbidden({})
}

/** While the store is closed, what shoppers ask is answered to staff, to the store's own processes and to whoever is let in. */
async function mayEnter(app: App, operation: Entry, base: Base, closed: Closed): Promise<void> {
  if (operation.audience !== 'shop' || operation.whenClosed || closed.isLetIn) return
  if (isStaff(await makeCtx(app, base, app.pool.db).asker())) return
  throw Unavailable({ retryAfterSeconds: secondsLeft(closed, app.clock()) })
}

export function secondsLeft({ until }: Closed, now: Date): number {
  const seconds = until ? Math.ceil((until.getTime() - now.getTime()) / 1000) : LOOK_AGAIN_S
  return Math.min(Math.max(seconds, 1), LONGEST_WAIT_S)
}

async function read(
  app: App,
  operation: Operation,
  input: unknown,
  base: Base,
  how = operation.run,
): Promise<unknown> {
  return whileWanted(base.call.signal, () =>
    reading(app, operation, async (db) => {
      const ctx = makeCtx(app, base, db)
      await operation.access.check(input as never, ctx)
      if (!isKept(app, operation, input)) {
        if (base.call.madeOf) addUnkept(base.call.madeOf, operation, ctx.storeId)
        return how!(input as never, ctx)
      }
      const text = await readKept(operation, input, ctx, base.call)
      return how === operation.json ? text : (JSON.parse(text) as unknown)
    }),
  )
}

/** Where nothing is kept, nothing is shared either: each request is answered by a read of its own. */
const isKept = ({ config }: App, { kept }: Operation, input: unknown) =>
  kept !== null &&
  (config.cacheBytes > 0 || config.redisUrl !== null) &&
  (kept.when?.(input as never) ?? true)

async function command(app: App, operation: Operation, input: unknown, base: Base): Promise<unknown> {
  const key = operation.idempotency === 'none' ? undefined : base.call.idempotencyKey
  if (operation.idempotency === 'required' && !key) throw IdempotencyKeyNeeded({})
  const use = key ? keyUse(operation.id, callerOf(base.actor), key, input) : null
  if (operation.task) return runTask(app, operation, input, base, use)
  return transact(app, base, operation, (ctx) =>
    answerOnce(use, ctx, async () => {
      await operation.access.check(input as never, ctx)
      return operation.run!(input as never, ctx)
    }),
  )
}

/** For roads that name an operation by text. */
export function operationNamed(app: App, id: string): Operation {
  const operation = app.operations.get(id)
  if (!operation) throw NotFound({})
  return operation
}
