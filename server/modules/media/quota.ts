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

/** For what is promised: open tickets count too. What comes is counted as it is added (`store.ts`). */
export async function mustHaveRoom(ctx: Ctx, bytes: number): Promise<void> {
  const { usedBytes, promisedBytes, quotaBytes } = await readUsage(ctx)
  const taken = usedBytes + promisedBytes
  if (taken + bytes > quotaBytes) throw QuotaReached({ usedBytes: taken, quotaBytes })
}
