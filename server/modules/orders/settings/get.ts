import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { OrderSettings, orderSettings } from '../settings.ts'

export const get = query({
  id: 'orders.settings.get',
  summary: 'How the store deals with orders',
  rest: 'GET /order-settings',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: OrderSettings,
  run: (_, ctx) => orderSettings(ctx),
})
