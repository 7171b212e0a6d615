/**
 * Idempotency keys: the same request sent twice does its work once.
 *
 * The key is locked for the length of the transaction and its record is written in
 * it, so a record exists exactly when the work does. Only successes are stored: a
 * declared failure changed nothing and may be asked again.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { IdempotencyInProgress, IdempotencyKeyReused } from './failure.ts'

/** Larger answers are not stored; the repeat answers with what was stored of them: the resource's id. */
const MAX_STORED_BYTES = 64 * 1024

export interface KeyUse {
  operation: string
  caller: string
  key: string
  bodyHash: Buffer
}

export interface KeyRecord {
  state: 'running' | 'done'
  resourceId: string | null
  response: unknown
}

export function keyUse(operation: string, caller: string, key: string, input: unknown): KeyUse {
  return { operation, caller, key, bodyHash: createHash('sha256').update(canonical(input)).digest() }
}

/** Property order does not make another request. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}

/** Locks the key; answers the record of an earlier success. The body must be the same. */
export async function claimKey(use: KeyUse, ctx: Ctx): Promise<KeyRecord | null> {
  const lock = `${ctx.storeId} ${use.caller} ${use.operation} ${use.key}`
  const { rows } = await sql<{
    locked: boolean
    body_hash: Buffer | null
    state: KeyRecord['state']
    resource_id: string | null
    response: unknown
  }>`
    select l.locked, i.body_hash, i.state, i.resource_id, i.response
    from (select pg_try_advisory_xact_lock(hashtextextended(${lock}, 7)) as locked) l
    left join kit.idempotency i on i.store_id = ${ctx.storeId} and i.caller = ${use.caller}
      and i.operation = ${use.operation} and i.key = ${use.key}`.execute(ctx.db)
  const row = rows[0]!
  if (!row.locked) throw IdempotencyInProgress({})
  if (!row.body_hash) return null
  if (!row.body_hash.equals(use.bodyHash)) throw IdempotencyKeyReused({})
  return { state: row.state, resourceId: row.resource_id, response: row.response }
}

/** NOTE: a key clash here means the first request committed after our look; `invoke` runs the command again and replays. */
export async function storeKey(use: KeyUse, record: KeyRecord, ctx: Ctx): Promise<void> {
  const text = record.state === 'done' ? JSON.stringify(record.response) : null
  const stored = text !== null && Buffer.byteLength(text) <= MAX_STORED_BYTES ? text : null
  await sql`
    insert into kit.idempotency (store_id, caller, operation, key, body_hash, state, resource_id, response, created_at)
    values (${ctx.storeId}, ${use.caller}, ${use.operation}, ${use.key}, ${use.bodyHash}, ${record.state}, ${record.resourceId}, ${stored}::jsonb, ${ctx.now()})`.execute(
    ctx.db,
  )
}

/** Does the work once for a key: a repeat answers what was answered then, or at least which thing it was. */
export async function answerOnce(
  use: KeyUse | null,
  ctx: Ctx,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!use) return work()
  const record = await claimKey(use, ctx)
  if (record) return record.response ?? { id: record.resourceId }
  const output = await work()
  await storeKey(use, { state: 'done', resourceId: idOf(output), response: output }, ctx)
  return output
}

function idOf(output: unknown): string | null {
  const id = (output as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}

/** A task's second transaction turns "running" into its answer. */
export async function finishKey(use: KeyUse, response: unknown, ctx: Ctx): Promise<void> {
  await sql`
    update kit.idempotency set state = 'done', response = ${JSON.stringify(response)}::jsonb
    where store_id = ${ctx.storeId} and caller = ${use.caller} and operation = ${use.operation} and key = ${use.key}`.execute(
    ctx.db,
  )
}
