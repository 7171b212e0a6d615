/** What a key is called, until when it works, how much it may ask and from which pages. What it may do stays: that takes a new one. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { changesOf, patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Instant, Nullable, Type, Version } from '#kit/types.ts'
import { BeyondOwnRights, mustHold } from '../rights.ts'
import {
  ApiKey,
  KeyName,
  KeyRevoked,
  Origins,
  Plan,
  changedKey,
  lockKey,
  makerOf,
  mustBeAhead,
  mustBeOrigins,
} from './key.ts'

export const update = command({
  id: 'identity.keys.update',
  summary: 'Change an API key',
  rest: 'PATCH /keys/:keyId',
  audience: 'staff',
  access: permission('keys.write'),
  input: Type.Object({
    keyId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ name: KeyName, plan: Plan, origins: Origins, expiresAt: Nullable(Instant) }),
  }),
  output: ApiKey,
  failures: [BeyondOwnRights, KeyRevoked],
  async run({ keyId, expectedVersion, name, plan, origins, expiresAt }, ctx) {
    makerOf(ctx)
    const before = await lockKey(ctx, keyId, expectedVersion)
    if (before.revokedAt !== null) throw KeyRevoked({})
    mustHold(ctx, before.permissions)
    mustBeAhead(expiresAt, ctx)
    const given = {
      name: name === undefined ? undefined : tidy(name),
      plan,
      origins: origins === undefined ? undefined : mustBeOrigins(origins),
      expiresAt,
    }
    await ctx.db
      .updateTable('identity.api_key')
      .set({
        ...changesOf(given, { name: 'name', plan: 'plan', origins: 'origins', expiresAt: 'expires_at' }),
        version: sql`version + 1`,
        updated_at: ctx.now(),
      })
      .where('store_id', '=', ctx.storeId)
      .where('id', '=', keyId)
      .execute()
    return changedKey(ctx, before)
  },
})
