/** Makes another secret. For a day both sign, so that the receiver can change over without losing a webhook. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { EndpointWithSecret, lockEndpoint, newSecret, readEndpoint } from '../endpoint.ts'
import { endpointsChanged } from '../events.ts'

const BOTH_SIGN = days(1)

export const rotateSecret = command({
  id: 'webhooks.endpoints.rotateSecret',
  summary: 'Change the secret that signs webhooks',
  description: 'The answer holds the new one; it is told this once. The one before signs too, for a day.',
  rest: 'POST /webhook-endpoints/:endpointId/secret',
  audience: 'staff',
  access: permission('webhooks.write'),
  tellsSecret: true,
  input: Type.Object({ endpointId: Id }),
  output: EndpointWithSecret,
  async run({ endpointId }, ctx) {
    const before = await lockEndpoint(ctx, endpointId, undefined)
    const { secret, sealed } = newSecret(ctx)
    await sql`update webhooks.endpoint set former_sealed = sealed, former_until = ${after(ctx.now(), BOTH_SIGN)}, sealed = ${sealed},
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${endpointId}`.execute(ctx.db)
    const endpoint = await readEndpoint(ctx, endpointId)
    ctx.emit(endpointsChanged, { ids: [endpointId] })
    ctx.audit({ subject: 'webhooks.endpoint', subjectId: endpointId, before, after: endpoint })
    return { endpoint, secret }
  },
})
