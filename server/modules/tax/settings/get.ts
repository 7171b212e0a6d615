import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { TaxSettings, taxSettings } from './setting.ts'

export const get = query({
  id: 'tax.settings.get',
  summary: 'By which rules the store charges tax',
  rest: 'GET /tax/settings',
  audience: 'staff',
  access: permission('tax.read'),
  input: Nothing,
  output: TaxSettings,
  run: (_, ctx) => taxSettings(ctx),
})
