import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { DeliveryZone, MOST_ZONES, readZones } from './zone.ts'

export const list = query({
  id: 'delivery.zones.list',
  summary: 'Zones that are delivered to',
  rest: 'GET /delivery/zones',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Nothing,
  output: shape('DeliveryZoneList', { items: List(DeliveryZone, MOST_ZONES) }),
  run: async (_, ctx) => ({ items: await readZones(ctx) }),
})
