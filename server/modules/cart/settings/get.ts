import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { CartSettings, cartSettings } from '../settings.ts'

export const get = query({
  id: 'cart.settings.get',
  summary: 'How the store deals with carts',
  rest: 'GET /cart-settings',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: CartSettings,
  run: (_, ctx) => cartSettings(ctx),
})
