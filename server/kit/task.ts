/** A command with an outside call: a transaction, the call without a database, a second transaction. */
import type { App } from './app.ts'
import { baseOf, type Base, type Call } from './call.ts'
import { within } from './deadline.ts'
import { claimKey, storeKey, type KeyUse } from './idempotency.ts'
import type { Operation } from './operation.ts'
import { transact } from './transaction.ts'
import { makeCtx } from './working-context.ts'

const CALL_WITHIN_MS = 20_000

export async function runTask(
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
  const base = await baseOf(app, call)
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
  const task = operation.task!
  const ctx = makeCtx(app, base, app.pool.db)
  const reply = await within(CALL_WITHIN_MS, (signal) => task.call(carry, { ctx, key: resourceId, signal }))
  return transact(app, base, operation, (settling) => task.settle(carry, reply, settling))
}
