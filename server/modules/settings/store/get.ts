import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Store, currentSettings } from '../settings.ts'

export const get = query({
  id: 'settings.store.get',
  summary: 'The store’s own settings',
  rest: 'GET /store',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: Store,
  run: async (_, ctx) => (await currentSettings(ctx)).store,
})
