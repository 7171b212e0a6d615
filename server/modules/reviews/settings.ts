/** Who may judge, and what is shown before staff have looked at it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { OneOf, Version, shape, type Static } from '#kit/types.ts'

export const ReviewSettings = shape(
  'ReviewSettings',
  {
    whoMayWrite: OneOf('members', 'buyers'),
    publishing: OneOf('verified', 'by_hand'),
    version: Version,
  },
  {
    description:
      '`verified`: what a buyer writes is shown at once when it has neither links nor photos; all else waits for staff. `by_hand`: everything does.',
  },
)
export type ReviewSettings = Static<typeof ReviewSettings>

const DEFAULTS: ReviewSettings = { whoMayWrite: 'members', publishing: 'verified', version: 1 }

const columns = sql`who_may_write as "whoMayWrite", publishing, version`

export async function reviewSettings(ctx: Ctx): Promise<ReviewSettings> {
  const { rows } = await sql<ReviewSettings>`
    select ${columns} from reviews.setting where store_id = ${ctx.storeId}`.execute(ctx.db)
  return rows[0] ?? DEFAULTS
}

/** Locked for the transaction; a store that never changed them gets its row now. */
export async function lockReviewSettings(ctx: Ctx): Promise<ReviewSettings> {
  const { rows } = await sql<ReviewSettings>`
    insert into reviews.setting as s (store_id, who_may_write, publishing, updated_at)
    values (${ctx.storeId}, ${DEFAULTS.whoMayWrite}, ${DEFAULTS.publishing}, ${ctx.now()})
    on conflict (store_id) do update set version = s.version
    returning ${columns}`.execute(ctx.db)
  return rows[0]!
}
