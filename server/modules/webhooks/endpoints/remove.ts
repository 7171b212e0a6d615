/** Tells an address nothing more. What it was told can still be read, until it is old. */
import { sql } from 'kysely'
import { Done, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { giveUpAll, lockEndpoint } from '../endpoint.ts'
import { endpointsChanged } from '../events.ts'

export const remove = command({
  id: 'webhooks.endpoints.remove',
  summary: 'Remove a webhook endpoint',
  rest: 'DELETE /webhook-endpoints/:endpointId',
  audience: 'staff',
  access: permission('webhooks.write'),
  input: Type.Object({ endpointId: Id }),
  output: Done,
  async run({ endpointId }, ctx) {
    const before = await lockEndpoint(ctx, endpointId, undefined)
    await sql`update webhooks.endpoint set archived_at = ${ctx.now()}, updated_at = ${ctx.now()}, version = version + 1
      where store_id = ${ctx.storeId} and id = ${endpointId}`.execute(ctx.db)
    await giveUpAll(ctx, endpointId)
    ctx.emit(endpointsChanged, { ids: [endpointId] })
    ctx.audit({ subject: 'webhooks.endpoint', subjectId: endpointId, before, after: null })
    return { done: true as const }
  },
})
