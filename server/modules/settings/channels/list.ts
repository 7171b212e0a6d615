import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { Channel, currentSettings } from '../settings.ts'

export const list = query({
  id: 'settings.channels.list',
  summary: 'Sales channels of the store',
  rest: 'GET /channels',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: shape('ChannelList', { items: List(Channel, 2000) }),
  run: async (_, ctx) => ({ items: (await currentSettings(ctx)).channels }),
})
