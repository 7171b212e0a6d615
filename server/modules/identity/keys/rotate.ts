/**
 * A new secret for a key. The old one works for as long as is asked, so that a program can change over without a pause.
 *
 * Whoever rotates a key must have all that it may do, and answers for it from then on.
 */
import { sql } from 'kysely'
import { after, seconds } from '#kit/clock.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Int, Type, Version } from '#kit/types.ts'
import { BeyondOwnRights, mustHold } from '../rights.ts'
import { note } from '../security-event.ts'
import { ApiKeyMade, KeyRevoked, changedKey, keepSecret, lockKey, makerOf } from './key.ts'

const LONGEST_OVERLAP_S = 30 * 86_400

export const rotate = command({
  id: 'identity.keys.rotate',
  summary: 'Give an API key a new secret',
  description: 'With `overlapSeconds` 0 the old secret ends at once.',
  rest: 'POST /keys/:keyId/secrets',
  audience: 'staff',
  access: permission('keys.write'),
  status: 201,
  tellsSecret: true,
  input: Type.Object({
    keyId: Id,
    overlapSeconds: Int(0, LONGEST_OVERLAP_S),
    expectedVersion: Type.Optional(Version),
  }),
  output: ApiKeyMade,
  failures: [BeyondOwnRights, KeyRevoked],
  async run({ keyId, overlapSeconds, expectedVersion }, ctx) {
    const makerId = makerOf(ctx)
    const before = await lockKey(ctx, keyId, expectedVersion)
    if (before.revokedAt !== null) throw KeyRevoked({})
    mustHold(ctx, before.permissions)
    const until = after(ctx.now(), seconds(overlapSeconds))
    await sql`update identity.api_key_secret set ends_at = ${until}
      where store_id = ${ctx.storeId} and key_id = ${keyId} and (ends_at is null or ends_at > ${until})`.execute(
      ctx.db,
    )
    await sql`update identity.api_key set maker_id = ${makerId}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${keyId}`.execute(ctx.db)
    const secret = await keepSecret(ctx, before)
    await note(ctx, makerId, 'key_rotated')
    return { ...(await changedKey(ctx, before)), secret }
  },
})
