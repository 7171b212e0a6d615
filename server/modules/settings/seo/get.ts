import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { currentSettings } from '../settings.ts'
import { SeoSettings } from './seo.ts'

export const get = query({
  id: 'settings.seo.get',
  summary: 'What search engines are told of the store',
  rest: 'GET /seo-settings',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: SeoSettings,
  run: async (_, ctx) => (await currentSettings(ctx)).seo,
})
