/**
 * Sends what is due: first events become deliveries, then each endpoint gets its own in a lane of its own, so that none
 * waits for a slow one.
 *
 * One round of a store runs at a time, and looks for more as long as a lane is busy. An endpoint where nothing came is
 * left alone until the next round.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import type { Call } from '#kit/invoke.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { postPublic } from '#kit/post-public.ts'
import { NotFetched } from '#kit/public-address.ts'
import { signWebhook } from '#kit/webhook-signature.ts'
import { READY, isTaken, settle, take, type Batch, type Outcome, type Taken } from './sending.ts'
import { takeIn } from './take-in.ts'

const ANSWER_WITHIN = seconds(15)
const ANSWER_BYTES = 1_000
/** Then lanes end, and the next round begins. */
const ROUND = seconds(60)
const LOOK_AGAIN = seconds(0.5)

export const send = job({
  name: 'webhooks.send',
  payload: Nothing,
  everyMs: seconds(2),
  priority: 'low',
  transaction: 'free',
  run: (_, ctx) => sendDue(ctx.app, { actor: ctx.actor, hint: { storeId: ctx.storeId } }, ctx.signal),
})

export async function sendDue(app: App, call: Call, stopped: AbortSignal): Promise<void> {
  const began = performance.now()
  const isOver = () => stopped.aborted || performance.now() - began > ROUND
  const busy = new Map<string, Promise<void>>()
  const failing = new Set<string>()
  const faults: unknown[] = []

  const open = (endpointId: string) => {
    const ended = lane(endpointId)
      .catch((error: unknown) => {
        faults.push(error)
        failing.add(endpointId)
      })
      .finally(() => busy.delete(endpointId))
    busy.set(endpointId, ended)
  }
  const lane = async (endpointId: string) => {
    while (!isOver()) {
      const batch = await app.inTransaction(call, (ctx) => take(ctx, endpointId))
      if (!batch) return
      const came = await Promise.all(batch.taken.map((each) => sendOne(app, call, endpointId, batch, each)))
      if (came.includes(true)) continue
      failing.add(endpointId)
      return
    }
  }

  for (;;) {
    while (!isOver() && (await app.inTransaction(call, takeIn)));
    for (const id of isOver() ? [] : await app.inTransaction(call, waiting))
      if (!busy.has(id) && !failing.has(id)) open(id)
    if (busy.size === 0) break
    await Promise.race([...busy.values(), sleep(LOOK_AGAIN)])
  }
  if (faults.length > 0) throw faults[0]
}

/** Endpoints for which something may be sent now. */
async function waiting(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from webhooks.endpoint e
    where e.store_id = ${ctx.storeId} and e.archived_at is null and e.state <> 'disabled' and exists (
      select from webhooks.delivery d where d.store_id = e.store_id and d.endpoint_id = e.id and d.due_at <= ${ctx.now()} and ${READY})
    order by e.id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Whether it came. */
async function sendOne(app: App, call: Call, endpointId: string, batch: Batch, one: Taken): Promise<boolean> {
  const outcome = await post(app, batch, one)
  await app.inTransaction(call, (ctx) => settle(ctx, endpointId, one, outcome))
  return isTaken(outcome)
}

async function post(app: App, { url, keys }: Batch, { messageId, body }: Taken): Promise<Outcome> {
  const at = app.clock()
  const began = performance.now()
  const outcome = { at, status: null, answer: null, fault: null }
  const took = () => Math.round(performance.now() - began)
  try {
    const { status, beginning } = await postPublic(url, {
      headers: { 'content-type': 'application/json', ...signedBy(keys, messageId, body, at) },
      body,
      alsoTo: app.config.webhooksTo,
      within: ANSWER_WITHIN,
      mostBytes: ANSWER_BYTES,
    })
    return { ...outcome, milliseconds: took(), status, answer: readable(beginning) }
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error
    return { ...outcome, milliseconds: took(), fault: error.message }
  }
}

/** By every secret that is live, as Standard Webhooks has it: signatures with spaces between. */
export function signedBy(keys: Buffer[], id: string, body: string, at: Date): Record<string, string> {
  const signed = keys.map((key) => signWebhook(id, body, key, at))
  return { ...signed[0], 'webhook-signature': signed.map((each) => each['webhook-signature']).join(' ') }
}

function readable(beginning: Buffer): string | null {
  return (
    beginning
      .toString('utf8')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim() || null
  )
}
