/** The last statements of a transaction: its events into the log, its changes into the audit. One row set each. */
import { sql } from 'kysely'
import { newId } from './id.ts'
import type { Operation } from './operation.ts'
import { callerOf } from './policy.ts'
import type { WorkingCtx } from './working-context.ts'

const NOTHING_SAID = { subject: null, subjectId: null, before: null, after: null }

export async function flush(ctx: WorkingCtx, operation: Operation | null): Promise<void> {
  if (ctx.pending.events.length > 0) await writeEvents(ctx)
  if (operation?.audit === 'full') await writeAudit(ctx, operation.id)
}

async function writeEvents(ctx: WorkingCtx): Promise<void> {
  const { events } = ctx.pending
  const [ids, names] = [events.map(({ id }) => id), events.map(({ name }) => name)]
  const payloads = events.map(({ payload }) => JSON.stringify(payload))
  await sql`insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
    select e.id, ${ctx.storeId}, e.name, e.payload, ${callerOf(ctx.actor)}, ${ctx.traceId}, ${ctx.now()}
    from unnest(${ids}::uuid[], ${names}::text[], ${payloads}::jsonb[]) as e(id, name, payload)`.execute(
    ctx.db,
  )
}

/** An operation that names nothing it changed still leaves a row: who did it, and when. */
async function writeAudit(ctx: WorkingCtx, operation: string): Promise<void> {
  const rows = ctx.pending.audits.length > 0 ? ctx.pending.audits : [NOTHING_SAID]
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
  await sql`insert into kit.audit (id, store_id, at, actor, operation, subject, subject_id, before, after, address, trace_id)
    select a.id, ${ctx.storeId}, ${ctx.now()}, ${callerOf(ctx.actor)}, ${operation}, a.subject, a.subject_id, a.before, a.after, ${ctx.address}, ${ctx.traceId}
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.subject)}::text[], ${rows.map((row) => row.subjectId)}::uuid[],
      ${rows.map((row) => json(row.before))}::jsonb[], ${rows.map((row) => json(row.after))}::jsonb[]) as a(id, subject, subject_id, before, after)`.execute(
    ctx.db,
  )
}
