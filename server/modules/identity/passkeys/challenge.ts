/**
 * Challenges: random texts that a passkey signs, so that no signature is good twice.
 *
 * Each is sealed by the store and says itself what it is for, for whom and until when: asking for one writes nothing.
 * It is written down when it is answered, and is then used up.
 */
import { sql } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { hashToken } from '#kit/id.ts'
import { seal, unseal } from '#kit/seal.ts'

/** Long enough to find the telephone, short enough to be of no use to who finds it. */
export const CHALLENGE_LIVES = minutes(5)

const PURPOSE = 'passkey challenges'

export type ChallengeUse = 'add' | 'log_in' | 'sign_up'

interface Sealed {
  use: ChallengeUse
  storeId: string
  personId: string | null
  expiresAt: number
}

/** `personId` is whose passkey is to be made; whoever logs in is known by the answer only. */
export function makeChallenge(ctx: Ctx, use: ChallengeUse, personId: string | null): string {
  const sealed: Sealed = {
    use,
    storeId: ctx.storeId,
    personId,
    expiresAt: after(ctx.now(), CHALLENGE_LIVES).getTime(),
  }
  return seal(ctx.app.config.secret, PURPOSE, JSON.stringify(sealed)).toString('base64url')
}

export interface OpenChallenge {
  personId: string | null
  /** False when it was answered before. Of two at once the second waits for the first. */
  useUp: () => Promise<boolean>
}

/** Null when it is not ours, too old, or was made for something else. */
export function openChallenge(ctx: Ctx, challenge: string, use: ChallengeUse): OpenChallenge | null {
  const sealed = read(ctx, challenge)
  if (!sealed || sealed.use !== use || sealed.storeId !== ctx.storeId) return null
  if (sealed.expiresAt <= ctx.now().getTime()) return null
  return { personId: sealed.personId, useUp: () => useUp(ctx, challenge, new Date(sealed.expiresAt)) }
}

function read(ctx: Ctx, challenge: string): Sealed | null {
  try {
    return JSON.parse(unseal(ctx.app.config.secret, PURPOSE, Buffer.from(challenge, 'base64url'))) as Sealed
  } catch {
    return null
  }
}

async function useUp(ctx: Ctx, challenge: string, expiresAt: Date): Promise<boolean> {
  // Its bytes count: base64url has more than one spelling of them.
  const hash = hashToken(Buffer.from(challenge, 'base64url').toString('base64url'))
  const { numAffectedRows } = await sql`
    insert into identity.answered_challenge (challenge_hash, store_id, answered_at, expires_at)
    values (${hash}, ${ctx.storeId}, ${ctx.now()}, ${expiresAt}) on conflict do nothing`.execute(ctx.db)
  return numAffectedRows === 1n
}
