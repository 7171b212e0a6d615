/**
 * Webhooks in, at `/webhooks/sandbox` and the like: verify, store, answer; work is made of them afterwards.
 *
 * Only the signature proves who speaks. One row per event of the provider, so a
 * second delivery is a no-op.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, seconds } from '#kit/clock.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { Type } from '#kit/types.ts'
import { inboxReceived } from './events.ts'
import { isForgedWebhook, paymentProvider, type ProviderEvent } from './provider.ts'

const MAX_BYTES = 256 * 1024
/** The reaction comes first; the sweep is for the one whose process died. */
const LOOK_AFTER = seconds(30)

export const NotBelieved = failure(
  'payments.webhook_refused',
  400,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'The signature of this webhook is missing, wrong or too old.',
    de: 'Die Signatur dieses Webhooks fehlt, ist falsch oder zu alt.',
    ar: 'توقيع هذا الإشعار مفقود أو خاطئ أو قديم جداً.',
  },
)

export const webhook: RawRoute = {
  method: 'POST',
  path: '/webhooks/:provider',
  maxBytes: MAX_BYTES,
  async handle({ params, headers, body }, { app, call }) {
    const provider = app.ports(paymentProvider).find((each) => each.name === params['provider'])
    if (!provider) throw NotFound({})
    let event: ProviderEvent
    try {
      event = provider.verify(headers as Record<string, string | undefined>, body, app.clock())
    } catch (error) {
      if (isForgedWebhook(error)) throw NotBelieved({}, { cause: error })
      throw error
    }
    const actor = { kind: 'system', name: `webhook:${provider.name}` } as const
    await app.inTransaction({ ...call, actor }, (ctx) => receive(ctx, provider.name, event))
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' }
  },
}

async function receive(ctx: Ctx, provider: string, event: ProviderEvent): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.inbox (id, store_id, provider, event_id, fact, state, next_at, received_at)
    values (${newId()}, ${ctx.storeId}, ${provider}, ${event.id}, ${JSON.stringify(event)}::jsonb, 'received', ${after(ctx.now(), LOOK_AFTER)}, ${ctx.now()})
    on conflict (provider, event_id) do nothing returning id`.execute(ctx.db)
  if (rows[0]) ctx.emit(inboxReceived, { ids: [rows[0].id] })
}
