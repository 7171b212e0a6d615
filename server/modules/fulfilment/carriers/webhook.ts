/**
 * What carriers tell, at `/webhooks/carriers/standard` and the like: believed by its signature alone.
 *
 * What is told is noted once and moves the parcel forward only, so a webhook that comes again, late or out of order does
 * no harm; one about a parcel that is not ours is taken and forgotten, so that nobody can ask which codes exist.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure } from '#kit/failure.ts'
import type { Call } from '#kit/invoke.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { Type } from '#kit/types.ts'
import { noteNews } from '../tracking.ts'
import { carrier, carrierSecret, webhookPath } from './carrier.ts'

const MAX_BYTES = 64 * 1024
/** Parcels under one code at the same time; a carrier that repeats its codes sooner is mistaken. */
const MOST_OF_ONE_CODE = 10
const HEARD_FOR = days(30)

export const NotBelieved = failure(
  'fulfilment.webhook_refused',
  400,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'The signature of this webhook is missing, wrong or too old, or it does not say what became of a parcel.',
    de: 'Die Signatur dieses Webhooks fehlt, ist falsch oder zu alt, oder er sagt nicht, was aus einem Paket wurde.',
    ar: 'توقيع هذا الإشعار مفقود أو خاطئ أو قديم جداً، أو أنه لا يذكر ما حدث للطرد.',
  },
)

export const carrierWebhook: RawRoute = {
  method: 'POST',
  path: webhookPath(':carrier'),
  maxBytes: MAX_BYTES,
  async handle({ params, headers, body }, { app, call }) {
    const teller = app.ports(carrier).find((each) => each.name === params['carrier'])
    if (!teller) throw NotFound({})
    const secret = carrierSecret(app.config, teller.name)
    const news = teller.read({ headers, body, secret, now: app.clock() })
    if (!news) throw NotBelieved({})
    const { kind } = news
    if (kind !== 'other') {
      const own: Call = { ...call, actor: { kind: 'system', name: `carrier:${teller.name}` } }
      const ids = await app.inTransaction(own, (ctx) => parcelsUnder(ctx, news.trackingCode))
      for (const id of ids)
        await app.inTransaction(own, (ctx) => noteNews(ctx, id, { ...news, kind, carrier: teller.name }))
    }
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' }
  },
}

/** On their way, or not long since: news may be late. */
async function parcelsUnder(ctx: Ctx, code: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from fulfilment.shipment where store_id = ${ctx.storeId} and tracking_code = ${code}
      and (state = 'shipped' or updated_at > ${after(ctx.now(), -HEARD_FOR)})
    order by state <> 'shipped', shipped_at, id limit ${MOST_OF_ONE_CODE}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
