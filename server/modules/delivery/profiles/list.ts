import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { DeliveryProfile, MOST_PROFILES, readProfiles } from './profile.ts'

export const list = query({
  id: 'delivery.profiles.list',
  summary: 'Shipping profiles',
  rest: 'GET /delivery/profiles',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Nothing,
  output: shape('DeliveryProfileList', { items: List(DeliveryProfile, MOST_PROFILES) }),
  run: async (_, ctx) => ({ items: await readProfiles(ctx) }),
})
