/** A delivery with what was sent, and what was answered each time. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { DeliveryWithAttempts, readAttempts, readDelivery } from '../delivery.ts'

export const get = query({
  id: 'webhooks.deliveries.get',
  summary: 'A webhook delivery and its attempts',
  rest: 'GET /webhook-deliveries/:deliveryId',
  audience: 'staff',
  access: permission('webhooks.read'),
  input: Type.Object({ deliveryId: Id }),
  output: DeliveryWithAttempts,
  async run({ deliveryId }, ctx) {
    const delivery = await readDelivery(ctx, deliveryId)
    const { rows } = await sql<{ body: string }>`
      select body from webhooks.delivery where store_id = ${ctx.storeId} and id = ${deliveryId}`.execute(
      ctx.db,
    )
    return { ...delivery, body: rows[0]!.body, attempts: await readAttempts(ctx, deliveryId) }
  },
})
