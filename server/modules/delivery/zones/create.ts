import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Key, Type } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryZone, areasOf, fields, readZones, writeAreas } from './zone.ts'

export const create = command({
  id: 'delivery.zones.create',
  summary: 'Add a zone that is delivered to',
  description:
    'Of a country with `areas` only these are served; `excluded` ones are not. An area is a region, a prefix or range of postal codes, or both.',
  rest: 'POST /delivery/zones',
  audience: 'staff',
  access: permission('delivery.write'),
  status: 201,
  input: Type.Object({ key: Key, ...fields, areas: Type.Optional(fields.areas) }),
  output: DeliveryZone,
  async run({ key, name, countries, areas: given = [] }, ctx) {
    const areas = areasOf(given, countries)
    const id = newId()
    const { rows } = await sql`
      insert into delivery.zone (id, store_id, key, name, countries, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${key}, ${tidy(name)}, ${countries}::text[], ${ctx.now()}, ${ctx.now()})
      on conflict (store_id, key) where archived_at is null do nothing returning id`.execute(ctx.db)
    if (rows.length === 0) throw invalid('key', 'taken', 'There is a zone with this key already.')
    await writeAreas(ctx, id, areas)
    await rulesChanged(ctx, [id])
    const [after] = await readZones(ctx, id)
    ctx.audit({ subject: 'delivery.zone', subjectId: id, before: null, after })
    return after!
  },
})
