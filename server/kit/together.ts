/** Several operations in one transaction, all or none; for atomic batches. */
import type { App } from './app.ts'
import type { Call } from './call.ts'
import type { Ctx } from './context.ts'
import { IdempotencyKeyNeeded } from './failure.ts'
import { flush } from './flush.ts'
import { answerOnce, keyUse } from './idempotency.ts'
import { entered, limitedBy, planOf, type Entry } from './invoke.ts'
import type { Operation } from './operation.ts'
import { callerOf } from './policy.ts'
import { transact } from './transaction.ts'
import type { Pending, WorkingCtx } from './working-context.ts'

export async function invokeTogether<T>(
  app: App,
  entry: Entry,
  call: Call,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return (await entered(app, entry, {}, call, (base) => transact(app, base, null, work))) as T
}

/**
 * One more operation inside a transaction that is already open. Its events and its work after
 * the commit are the outer's; its audit rows are its own. Neither tasks nor streams come here.
 */
export async function runInside(
  outer: Ctx,
  operation: Operation,
  raw: unknown,
  key?: string,
): Promise<unknown> {
  if (operation.idempotency === 'required' && !key) throw IdempotencyKeyNeeded({})
  const input = operation.check(raw)
  const { actor, address } = outer
  await outer.app.limits.take(operation.limit, limitedBy(actor, address), outer.now(), planOf(actor))
  const { events, after } = (outer as WorkingCtx).pending
  const pending: Pending = { events, after, audits: [] }
  const ctx: WorkingCtx = { ...outer, pending, audit: (entry) => void pending.audits.push(entry) }
  const isCommand = operation.kind === 'command'
  const use = key && isCommand ? keyUse(operation.id, callerOf(ctx.actor), key, input) : null
  return answerOnce(use, ctx, async () => {
    await operation.access.check(input as never, ctx)
    const output = await operation.run!(input as never, ctx)
    if (isCommand) await flush({ ...ctx, pending: { ...pending, events: [], after: [] } }, operation)
    return output
  })
}
