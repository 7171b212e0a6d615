/** A delivery: one event on its way to one endpoint, from the moment it was seen in the log to its end. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { Count, Id, Instant, Int, List, Nullable, Text, Words, shape, type Static } from '#kit/types.ts'

/** Attempts that are told; those before are kept. */
export const MOST_ATTEMPTS = 50

/** `retrying`: it failed and is sent again at `dueAt`. `dead`: given up. */
export const DeliveryState = Words(
  'WebhookDeliveryState',
  'queued',
  'sending',
  'retrying',
  'delivered',
  'dead',
)

const fields = {
  id: Id,
  endpointId: Id,
  /** The `webhook-id` by which receivers see that they had it already: the same however often it is sent. */
  messageId: Id,
  type: Text(80),
  state: DeliveryState,
  /** How often it was sent since it was queued. */
  tries: Int(0, 1000),
  /** Null: it is over. */
  dueAt: Nullable(Instant),
  createdAt: Instant,
  endedAt: Nullable(Instant),
}
export const Delivery = shape('WebhookDelivery', fields)
export type Delivery = Static<typeof Delivery>

const Attempt = shape('WebhookAttempt', {
  at: Instant,
  milliseconds: Count,
  /** Null: no answer came, and `fault` says why. */
  status: Nullable(Int(0, 999)),
  /** How the answer begins. */
  answer: Nullable(Text(2000)),
  fault: Nullable(Text(500)),
})

export const DeliveryWithAttempts = shape('WebhookDeliveryWithAttempts', {
  ...fields,
  /** As it is signed and sent. */
  body: Text(1_000_000),
  /** The latest first. */
  attempts: List(Attempt, MOST_ATTEMPTS),
})

export const deliveryColumns = sql`d.id, d.endpoint_id as "endpointId", d.message_id as "messageId", d.type, d.state, d.tries,
  case when d.ended_at is null then kit.utc(d.due_at) end as "dueAt", kit.utc(d.created_at) as "createdAt", kit.utc(d.ended_at) as "endedAt"`

export async function readDelivery(ctx: Ctx, id: string): Promise<Delivery> {
  const { rows } = await sql<Delivery>`
    select ${deliveryColumns} from webhooks.delivery d where d.store_id = ${ctx.storeId} and d.id = ${id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

export async function readAttempts(ctx: Ctx, id: string): Promise<Static<typeof Attempt>[]> {
  const { rows } = await sql<Static<typeof Attempt>>`
    select kit.utc(a.at) as at, a.milliseconds, a.status, a.answer, a.fault from webhooks.attempt a
    where a.store_id = ${ctx.storeId} and a.delivery_id = ${id}
    order by a.at desc, a.id desc limit ${MOST_ATTEMPTS}`.execute(ctx.db)
  return rows
}
