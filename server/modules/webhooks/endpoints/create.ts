/** Begins to tell an address of events. The answer holds the secret that signs; it is told this once. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Text, Type, Url } from '#kit/types.ts'
import {
  EndpointWithSecret,
  EventPatterns,
  beginHearing,
  mustBeEvents,
  mustBeSendable,
  newSecret,
  readEndpoint,
} from '../endpoint.ts'
import { endpointsChanged } from '../events.ts'

export const create = command({
  id: 'webhooks.endpoints.create',
  summary: 'Add a webhook endpoint',
  description:
    'What is sent is signed as in Standard Webhooks 1.0. `events` are names, all of a module (`orders.*`) or all (`*`).',
  rest: 'POST /webhook-endpoints',
  audience: 'staff',
  access: permission('webhooks.write'),
  tellsSecret: true,
  status: 201,
  input: Type.Object({ url: Url, events: EventPatterns, description: Type.Optional(Text(200)) }),
  output: EndpointWithSecret,
  async run({ url, events, description }, ctx) {
    mustBeSendable(ctx, url)
    mustBeEvents(ctx, events)
    const id = ctx.id()
    const { secret, sealed } = newSecret(ctx)
    await beginHearing(ctx)
    await sql`insert into webhooks.endpoint (id, store_id, url, description, events, state, sealed, since, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${url}, ${description ?? null}, ${events}::text[], 'active', ${sealed}, ${ctx.now()}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    const endpoint = await readEndpoint(ctx, id)
    ctx.emit(endpointsChanged, { ids: [id] })
    ctx.audit({ subject: 'webhooks.endpoint', subjectId: id, before: null, after: endpoint })
    return { endpoint, secret }
  },
})
