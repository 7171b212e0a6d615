/** An address that gets no mail from this store, and why. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { callerOf } from '#kit/policy.ts'
import { blindIndex, seal, unseal } from '#kit/seal.ts'
import { normalEmail } from '#kit/text.ts'
import { Email, Id, Instant, Nullable, Text, Words, shape, type Static } from '#kit/types.ts'
import { RECIPIENT_PURPOSE } from '../send.ts'

const ADDRESS_PURPOSE = 'suppressed address'

/** `refused`: our mail server was told that there is no such mailbox. `wish`: its owner asked for it. */
export const SuppressionReason = Words('SuppressionReason', 'bounce', 'complaint', 'refused', 'wish')

export const Suppression = shape('Suppression', {
  id: Id,
  /** Null: it was put here before addresses were kept. */
  email: Nullable(Email),
  reason: SuppressionReason,
  note: Nullable(Text(500)),
  addedBy: Text(80),
  createdAt: Instant,
})

export interface SuppressionRow {
  id: string
  sealed: Buffer | null
  reason: Static<typeof SuppressionReason>
  note: string | null
  added_by: string
  created_at: Date
}

export interface NewSuppression {
  email: string
  reason: Static<typeof SuppressionReason>
  note?: string
}

/** A second time it stays as it was first. */
export async function suppress(ctx: Ctx, { email, reason, note }: NewSuppression): Promise<SuppressionRow> {
  const { secret } = ctx.app.config
  const address = normalEmail(email)
  const { rows } = await sql<SuppressionRow>`
    insert into messages.suppression as s (id, store_id, recipient_hash, sealed, reason, note, added_by, created_at)
    values (${ctx.id()}, ${ctx.storeId}, ${blindIndex(secret, RECIPIENT_PURPOSE, address)}, ${seal(secret, ADDRESS_PURPOSE, address)},
      ${reason}, ${note ?? null}, ${callerOf(ctx.actor)}, ${ctx.now()})
    on conflict (store_id, recipient_hash) do update set sealed = coalesce(s.sealed, excluded.sealed)
    returning id, sealed, reason, note, added_by, created_at`.execute(ctx.db)
  return rows[0]!
}

export function toSuppression(row: SuppressionRow, ctx: Ctx): Static<typeof Suppression> {
  return {
    id: row.id,
    email: row.sealed && unseal(ctx.app.config.secret, ADDRESS_PURPOSE, row.sealed),
    reason: row.reason,
    note: row.note,
    addedBy: row.added_by,
    createdAt: row.created_at.toISOString(),
  }
}
