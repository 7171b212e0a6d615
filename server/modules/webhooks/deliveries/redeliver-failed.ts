/** After the receiver was down: all that was given up since a moment goes out again, in its old order. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, Id, Instant, Type, shape } from '#kit/types.ts'
import { lockEndpoint } from '../endpoint.ts'
import { EndpointDisabled } from '../failures.ts'

const AT_ONCE = 5_000

export const redeliverFailed = command({
  id: 'webhooks.deliveries.redeliverFailed',
  summary: 'Send all webhooks again that were given up',
  description:
    'Those that were given up from `since` on, the oldest first. With `more` there are others: ask again.',
  rest: 'POST /webhook-endpoints/:endpointId/redelivery',
  audience: 'staff',
  access: permission('webhooks.write'),
  input: Type.Object({ endpointId: Id, since: Instant }),
  output: shape('WebhooksRedelivered', { count: Count, more: Flag }),
  failures: [EndpointDisabled],
  async run({ endpointId, since }, ctx) {
    const { state } = await lockEndpoint(ctx, endpointId, undefined)
    if (state === 'disabled') throw EndpointDisabled({})
    const { rows } = await sql`
      update webhooks.delivery set state = 'queued', tries = 0, due_at = ${ctx.now()}, ended_at = null
      where store_id = ${ctx.storeId} and id in (
        select d.id from webhooks.delivery d
        where d.store_id = ${ctx.storeId} and d.endpoint_id = ${endpointId} and d.state = 'dead' and d.ended_at >= ${since}::timestamptz
        order by d.created_at, d.id limit ${AT_ONCE} for update)
      returning id`.execute(ctx.db)
    const count = rows.length
    ctx.audit({
      subject: 'webhooks.endpoint',
      subjectId: endpointId,
      before: null,
      after: { since, redelivered: count },
    })
    return { count, more: count === AT_ONCE }
  },
})
