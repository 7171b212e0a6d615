/** Links by which a person sets a password: only their hash is kept, each works once, and a new one ends the older. */
import { sql } from 'kysely'
import { after, hours } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { hashToken, newToken } from '#kit/id.ts'
import { currentSettings, pagesIn } from '../settings/index.ts'

/** Somebody invited on Friday afternoon may be back on Sunday. */
export const INVITATION_LIVES = hours(48)
/** Whoever asked for it sits at the mailbox. */
export const RESET_LIVES = hours(1)

export async function makePasswordLink(
  ctx: Ctx,
  { id: personId, locale }: { id: string; locale: string },
  lives: number,
): Promise<{ token: string; url: string }> {
  const token = newToken()
  const pages = ctx.origin + pagesIn(await currentSettings(ctx), locale)
  await endPasswordLinks(ctx, personId)
  await sql`insert into identity.password_link (token_hash, store_id, person_id, created_at, expires_at)
    values (${hashToken(token)}, ${ctx.storeId}, ${personId}, ${ctx.now()}, ${after(ctx.now(), lives)})`.execute(
    ctx.db,
  )
  return { token, url: `${pages}/set-password?token=${token}` }
}

/** Answers whose it was, or null. Of two at once the second waits for the first and finds it used. */
export async function usePasswordLink(ctx: Ctx, token: string): Promise<string | null> {
  const { rows } = await sql<{ person_id: string }>`
    update identity.password_link set used_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and token_hash = ${hashToken(token)} and used_at is null and expires_at > ${ctx.now()}
    returning person_id`.execute(ctx.db)
  return rows[0]?.person_id ?? null
}

export async function endPasswordLinks(ctx: Ctx, personId: string): Promise<void> {
  await sql`update identity.password_link set used_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and person_id = ${personId} and used_at is null`.execute(ctx.db)
}
