/** Carriers that may tell of deliveries: where they send it, and what they sign it with. */
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Key, List, Text, Url, shape } from '#kit/types.ts'
import { carrier, carrierSecret, webhookPath } from './carrier.ts'

const CarrierHook = shape('CarrierHook', { name: Key, webhookUrl: Url, webhookSecret: Text(120) })

export const list = query({
  id: 'fulfilment.carriers.list',
  summary: 'Carriers that may tell of deliveries',
  rest: 'GET /carriers',
  audience: 'staff',
  access: permission('settings.write'),
  input: Nothing,
  output: shape('CarrierHookList', { items: List(CarrierHook, 50) }),
  run: async (_, ctx) => ({
    items: ctx.ports(carrier).map(({ name }) => ({
      name,
      webhookUrl: `${ctx.app.config.publicUrl}${webhookPath(name)}`,
      webhookSecret: carrierSecret(ctx.app.config, name),
    })),
  }),
})
