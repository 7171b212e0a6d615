/**
 * What carriers tell, at `/webhooks/carriers/standard` and the like: believed by its signature alone.
 *
 * A parcel arrives once, so a webhook that comes again or late changes nothing; one about a parcel that
 * is not ours is taken and forgotten, so that nobody can ask which codes exist.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure, isFailure } from '#kit/failure.ts'
import type { Call } from '#kit/invoke.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { Type } from '#kit/types.ts'
import { NotOnTheWay, arrive } from '../arriving.ts'
import { carrier, carrierSecret, webhookPath } from './carrier.ts'

const MAX_BYTES = 64 * 1024
/** Parcels under one code at the same time; a carrier that repeats its codes sooner is mistaken. */
const MOST_OF_ONE_CODE = 10

export const NotBelieved = failure(
  'fulfilment.webhook_refused',
  400,
  Type.Object({}, { additionalProperties: false }),
  () =>
    'The signature of this webhook is missing, wrong or too old, or it does not say what became of a parcel.',
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
    if (news.kind === 'delivered') {
      const own: Call = { ...call, actor: { kind: 'system', name: `carrier:${teller.name}` } }
      const ids = await app.inTransaction(own, (ctx) => onTheWay(ctx, news.trackingCode))
      for (const id of ids) await deliverOnce(app, own, id)
    }
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' }
  },
}

async function onTheWay(ctx: Ctx, trackingCode: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from fulfilment.shipment where store_id = ${ctx.storeId} and tracking_code = ${trackingCode} and state = 'shipped'
    order by shipped_at, id limit ${MOST_OF_ONE_CODE}`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Copies of a webhook may come at once: the second finds the parcel delivered. */
async function deliverOnce(app: App, call: Call, id: string): Promise<void> {
  try {
    await app.inTransaction(call, (ctx) => arrive(ctx, id, { cause: 'fulfilment.carrierWebhook' }))
  } catch (error) {
    if (!isFailure(error) || error.code !== NotOnTheWay.code) throw error
  }
}
