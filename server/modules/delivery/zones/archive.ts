/** Ends a zone, and with it what was offered there. Carts choose again; orders keep what they were placed with. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { lockZone } from './zone.ts'

export const archive = command({
  id: 'delivery.zones.archive',
  summary: 'Archive a zone',
  rest: 'DELETE /delivery/zones/:zoneId',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ zoneId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ zoneId, expectedVersion }, ctx) {
    const before = await lockZone(ctx, zoneId, expectedVersion)
    await sql`
      with ended as (
        update delivery.method set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
        where store_id = ${ctx.storeId} and zone_id = ${zoneId} and archived_at is null
      )
      update delivery.zone set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${zoneId}`.execute(ctx.db)
    await rulesChanged(ctx, [zoneId])
    ctx.audit({ subject: 'delivery.zone', subjectId: zoneId, before, after: null })
    return { done: true as const }
  },
})
