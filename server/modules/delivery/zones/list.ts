import { sql } from 'kysely'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Country, Id, Key, List, Text, Version, shape, type Static } from '#kit/types.ts'

const MOST = 500

const DeliveryZone = shape('DeliveryZone', {
  id: Id,
  key: Key,
  name: Text(120),
  countries: List(Country, 260),
  version: Version,
})

export const list = query({
  id: 'delivery.zones.list',
  summary: 'Zones that are delivered to',
  rest: 'GET /delivery/zones',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Nothing,
  output: shape('DeliveryZoneList', { items: List(DeliveryZone, MOST) }),
  async run(_, ctx) {
    const { rows } = await sql<Static<typeof DeliveryZone>>`
      select id, key, name, countries, version from delivery.zone
      where store_id = ${ctx.storeId} and archived_at is null order by key limit ${MOST}`.execute(ctx.db)
    return { items: rows }
  },
})
