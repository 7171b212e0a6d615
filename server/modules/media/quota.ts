/**
 * How much a store may keep. The database counts each file as it is added and takes none
 * beyond the quota; here that is foreseen, and told.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Count, shape, type Static } from '#kit/types.ts'
import { QuotaReached } from './failures.ts'

/** Of a store that has no file yet; the same is the default in the database. */
const FIRST_QUOTA_BYTES = 10 * 1024 ** 3

export const MediaUsage = shape(
  'MediaUsage',
  { usedBytes: Count, promisedBytes: Count, quotaBytes: Count },
  {
    description:
      'What the store’s files take, without the smaller copies made of them; what open tickets may still bring; and how much both together may be.',
  },
)
export type MediaUsage = Static<typeof MediaUsage>

export async function readUsage(ctx: Ctx): Promise<MediaUsage> {
  const { rows } = await sql<MediaUsage>`
    select coalesce(max(a.used_bytes), 0)::bigint as "usedBytes", coalesce(max(a.quota_bytes), ${FIRST_QUOTA_BYTES})::bigint as "quotaBytes",
      (select coalesce(sum(t.max_bytes), 0)::bigint from media.ticket t
        where t.store_id = ${ctx.storeId} and t.file_id is null and t.expires_at > ${ctx.now()}) as "promisedBytes"
    from media.allowance a where a.store_id = ${ctx.storeId}`.execute(ctx.db)
  return rows[0]!
}

/** For what is promised: open tickets count too. */
export async function mustHaveRoom(ctx: Ctx, bytes: number): Promise<void> {
  const { usedBytes, promisedBytes, quotaBytes } = await readUsage(ctx)
  refuseBeyond(usedBytes + promisedBytes, bytes, quotaBytes)
}

/** For what is added in this transaction; others who add something wait. */
export async function takeRoom(ctx: Ctx, bytes: number): Promise<void> {
  const { rows } = await sql<{ used: number; quota: number }>`
    select used_bytes as used, quota_bytes as quota from media.allowance where store_id = ${ctx.storeId} for update`.execute(
    ctx.db,
  )
  const [known] = rows
  if (known) refuseBeyond(known.used, bytes, known.quota)
}

function refuseBeyond(usedBytes: number, bytes: number, quotaBytes: number): void {
  if (usedBytes + bytes > quotaBytes) throw QuotaReached({ usedBytes, quotaBytes })
}
