/** Changes a zone; what is left out stays, areas are set as a whole. Orders keep what they were placed with. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryZone, areasOf, fields, lockZone, readZones, writeAreas } from './zone.ts'

export const update = command({
  id: 'delivery.zones.update',
  summary: 'Change a zone that is delivered to',
  rest: 'PATCH /delivery/zones/:zoneId',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ zoneId: Id, expectedVersion: Type.Optional(Version), ...patch(fields) }),
  output: DeliveryZone,
  async run({ zoneId, expectedVersion, name, countries, areas }, ctx) {
    const before = await lockZone(ctx, zoneId, expectedVersion)
    const served = countries ?? before.countries
    await writeAreas(ctx, zoneId, areasOf(areas ?? before.areas, served))
    await sql`update delivery.zone set name = ${name === undefined ? before.name : tidy(name)}, countries = ${served}::text[],
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${zoneId}`.execute(ctx.db)
    await rulesChanged(ctx, [zoneId])
    const [after] = await readZones(ctx, zoneId)
    ctx.audit({ subject: 'delivery.zone', subjectId: zoneId, before, after })
    return after!
  },
})
