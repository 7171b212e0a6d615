/** Sends an endpoint a message of no meaning, by the road of all others. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Delivery, readDelivery } from '../delivery.ts'
import { lockEndpoint } from '../endpoint.ts'
import { EndpointDisabled } from '../failures.ts'

export const sendTest = command({
  id: 'webhooks.endpoints.sendTest',
  summary: 'Send a webhook to try',
  description: 'It is called `webhooks.test` and leaves in a few seconds; its delivery says how it went.',
  rest: 'POST /webhook-endpoints/:endpointId/test',
  audience: 'staff',
  access: permission('webhooks.write'),
  status: 201,
  input: Type.Object({ endpointId: Id }),
  output: Delivery,
  failures: [EndpointDisabled],
  async run({ endpointId }, ctx) {
    const { state } = await lockEndpoint(ctx, endpointId, undefined)
    if (state === 'disabled') throw EndpointDisabled({})
    const [id, type] = [ctx.id(), 'webhooks.test']
    const body = JSON.stringify({ type, timestamp: ctx.now().toISOString(), data: { endpointId } })
    await sql`insert into webhooks.delivery (id, store_id, endpoint_id, message_id, type, body, objects, state, due_at, created_at)
      values (${id}, ${ctx.storeId}, ${endpointId}, ${id}, ${type}, ${body}, ${[id]}::text[], 'queued', ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    return readDelivery(ctx, id)
  },
})
