import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { Market, currentSettings } from '../settings.ts'

export const list = query({
  id: 'settings.markets.list',
  summary: 'Markets of the store: countries, currency and how tax is shown',
  rest: 'GET /markets',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: shape('MarketList', { items: List(Market, 500) }),
  run: async (_, ctx) => ({ items: (await currentSettings(ctx)).markets }),
})
