/**
 * Changes an endpoint; what is left out stays.
 *
 * Once disabled it hears nothing, and what waited for it is given up. Enabled again it hears of what happens from then on.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, Nullable, Text, Type, Url, Version } from '#kit/types.ts'
import {
  Endpoint,
  EventPatterns,
  beginHearing,
  giveUpAll,
  lockEndpoint,
  mustBeEvents,
  mustBeSendable,
  readEndpoint,
} from '../endpoint.ts'
import { endpointsChanged } from '../events.ts'

export const update = command({
  id: 'webhooks.endpoints.update',
  summary: 'Change a webhook endpoint',
  description: 'With `enabled: false` it hears nothing, and what waits for it is given up.',
  rest: 'PATCH /webhook-endpoints/:endpointId',
  audience: 'staff',
  access: permission('webhooks.write'),
  input: Type.Object({
    endpointId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ url: Url, events: EventPatterns, description: Nullable(Text(200)), enabled: Flag }),
  }),
  output: Endpoint,
  async run({ endpointId, expectedVersion, enabled, ...changes }, ctx) {
    const before = await lockEndpoint(ctx, endpointId, expectedVersion)
    const { url, events, description } = { ...before, ...changes }
    if (changes.url !== undefined) mustBeSendable(ctx, url)
    if (changes.events) mustBeEvents(ctx, events)
    const opens = enabled === true && before.state === 'disabled'
    const shuts = enabled === false && before.state !== 'disabled'
    const state = opens ? 'active' : shuts ? 'disabled' : before.state
    const disabledBy = opens ? null : shuts ? 'staff' : before.disabledBy
    if (opens) await beginHearing(ctx)
    await sql`
      update webhooks.endpoint set url = ${url}, events = ${events}::text[], description = ${description}, state = ${state},
        disabled_by = ${disabledBy}, since = case when ${opens} then ${ctx.now()} else since end,
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${endpointId}`.execute(ctx.db)
    if (shuts) await giveUpAll(ctx, endpointId)
    const after = await readEndpoint(ctx, endpointId)
    ctx.emit(endpointsChanged, { ids: [endpointId] })
    ctx.audit({ subject: 'webhooks.endpoint', subjectId: endpointId, before, after })
    return after
  },
})
