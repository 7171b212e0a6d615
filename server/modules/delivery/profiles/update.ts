import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryProfile, fields, lockProfile, readProfiles } from './profile.ts'

export const update = command({
  id: 'delivery.profiles.update',
  summary: 'Change a shipping profile',
  rest: 'PATCH /delivery/profiles/:profileId',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ profileId: Id, expectedVersion: Type.Optional(Version), ...patch(fields) }),
  output: DeliveryProfile,
  async run({ profileId, expectedVersion, name, namedOnly }, ctx) {
    const before = await lockProfile(ctx, profileId, expectedVersion)
    await sql`update delivery.profile set name = ${name === undefined ? before.name : tidy(name)},
        named_only = ${namedOnly ?? before.namedOnly}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${profileId}`.execute(ctx.db)
    await rulesChanged(ctx, [profileId])
    const [after] = await readProfiles(ctx, profileId)
    ctx.audit({ subject: 'delivery.profile', subjectId: profileId, before, after })
    return after!
  },
})
