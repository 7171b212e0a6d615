/**
 * What a shopper looked at last: theirs alone, the newest few, for a month.
 *
 * It is told by a request of its own after a product page is there, never by the page itself, so that reading stays
 * reading. Whoever has no session leaves nothing behind.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { Unauthenticated } from '#kit/failure.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import type { SignedIn } from '../../identity/index.ts'

export const MOST_VIEWED = 20
/** As long as a guest's session lives. */
const REMEMBERED = days(30)

/** Whose list it is. */
export function viewerOf({ actor }: Ctx): string {
  if (actor.kind === 'person') return actor.personId
  if (actor.kind === 'guest') return actor.guestId
  throw Unauthenticated({})
}

export async function forgetViewed(ctx: Ctx, viewerId: string): Promise<void> {
  await sql`delete from browse.viewed where store_id = ${ctx.storeId} and viewer_id = ${viewerId}`.execute(
    ctx.db,
  )
}

/** What is beyond the newest. */
export async function keepNewest(ctx: Ctx, viewerId: string): Promise<void> {
  await sql`delete from browse.viewed where store_id = ${ctx.storeId} and viewer_id = ${viewerId} and product_id in (
      select product_id from browse.viewed where store_id = ${ctx.storeId} and viewer_id = ${viewerId}
      order by seen_at desc, product_id desc offset ${MOST_VIEWED})`.execute(ctx.db)
}

/** What the guest looked at is the member's from the log-in on. */
export async function mergeViewed({ guestId, personId }: SignedIn, ctx: Ctx): Promise<void> {
  if (!guestId) return
  await sql`
    with theirs as (
      delete from browse.viewed where store_id = ${ctx.storeId} and viewer_id = ${guestId} returning product_id, seen_at
    )
    insert into browse.viewed as v (store_id, viewer_id, product_id, seen_at)
    select ${ctx.storeId}, ${personId}, product_id, seen_at from theirs order by product_id
    on conflict (store_id, viewer_id, product_id) do update set seen_at = greatest(v.seen_at, excluded.seen_at)`.execute(
    ctx.db,
  )
  await keepNewest(ctx, personId)
}

export const forget = job({
  name: 'browse.forgetViewed',
  payload: Nothing,
  cron: '50 4 * * *',
  async run(_, ctx) {
    await sql`delete from browse.viewed where store_id = ${ctx.storeId} and seen_at < ${after(ctx.now(), -REMEMBERED)}`.execute(
      ctx.db,
    )
  },
})
