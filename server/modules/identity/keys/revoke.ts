/** Ends a key for good, from its next call on. Who may change keys may end each of them: stopping waits for nobody. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { note } from '../security-event.ts'
import { ApiKey, changedKey, lockKey } from './key.ts'

export const revoke = command({
  id: 'identity.keys.revoke',
  summary: 'Revoke an API key',
  rest: 'DELETE /keys/:keyId',
  audience: 'staff',
  access: permission('keys.write'),
  input: Type.Object({ keyId: Id }),
  output: ApiKey,
  async run({ keyId }, ctx) {
    const before = await lockKey(ctx, keyId)
    if (before.revokedAt !== null) return before
    await sql`update identity.api_key set revoked_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${keyId}`.execute(ctx.db)
    await note(ctx, before.makerId, 'key_revoked')
    return changedKey(ctx, before)
  },
})
