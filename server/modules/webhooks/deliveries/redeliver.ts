/** Sends a delivery again that is over, whether it came or was given up: the same message, with ten new attempts. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Delivery, readDelivery } from '../delivery.ts'
import { lockEndpoint } from '../endpoint.ts'
import { DeliveryNotOver, EndpointDisabled } from '../failures.ts'

export const redeliver = command({
  id: 'webhooks.deliveries.redeliver',
  summary: 'Send a webhook again',
  rest: 'POST /webhook-deliveries/:deliveryId/redelivery',
  audience: 'staff',
  access: permission('webhooks.write'),
  input: Type.Object({ deliveryId: Id }),
  output: Delivery,
  failures: [DeliveryNotOver, EndpointDisabled],
  async run({ deliveryId }, ctx) {
    const before = await readDelivery(ctx, deliveryId)
    const { state } = await lockEndpoint(ctx, before.endpointId, undefined)
    if (state === 'disabled') throw EndpointDisabled({})
    const { rows } = await sql`
      update webhooks.delivery set state = 'queued', tries = 0, due_at = ${ctx.now()}, ended_at = null
      where store_id = ${ctx.storeId} and id = ${deliveryId} and ended_at is not null returning id`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw DeliveryNotOver({})
    const after = await readDelivery(ctx, deliveryId)
    ctx.audit({ subject: 'webhooks.delivery', subjectId: deliveryId, before, after })
    return after
  },
})
