/** Ends a profile: its products go by general rates again, and its own rates are gone. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { lockProfile } from './profile.ts'

export const archive = command({
  id: 'delivery.profiles.archive',
  summary: 'Archive a shipping profile',
  rest: 'DELETE /delivery/profiles/:profileId',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ profileId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ profileId, expectedVersion }, ctx) {
    const before = await lockProfile(ctx, profileId, expectedVersion)
    const of = sql`store_id = ${ctx.storeId} and profile_id = ${profileId}`
    await sql`
      with products as (delete from delivery.profile_product where ${of}),
        rates as (delete from delivery.rate where ${of})
      update delivery.profile set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${profileId}`.execute(ctx.db)
    await rulesChanged(ctx, [profileId])
    ctx.audit({ subject: 'delivery.profile', subjectId: profileId, before, after: null })
    return { done: true as const }
  },
})
