/**
 * Jobs: work that is due by the clock or was asked for, run once wherever there are workers.
 *
 * A job with `everyMs` or `cron` is put in the queue by whichever worker first sees that it
 * is due; the queue's key keeps a second one out. A failing job is tried again with growing
 * pauses (e^n seconds, at most six hours) and ends in the list of dead jobs, with its last
 * error; a scheduled one is done afresh when it is due again.
 */
import { sql } from 'kysely'
import type { Static, TObject } from 'typebox'
import type { Ctx } from './context.ts'
import { parseCron, type Cron } from './cron.ts'
import { callerOf } from './policy.ts'

export type Priority = 'high' | 'normal' | 'low'

export interface Job {
  name: string
  payload: TObject
  everyMs: number | null
  cron: (Cron & { text: string }) | null
  /** IANA name; null: the store's own. */
  timeZone: string | null
  per: 'store' | 'installation'
  priority: Priority
  maxAttempts: number
  /** `each` runs in one transaction; `free` opens its own by `ctx.app.inTransaction`. */
  transaction: 'each' | 'free'
  run: (payload: never, ctx: Ctx) => Promise<void>
}

export interface JobDefinition<P extends TObject> {
  name: string
  payload: P
  /** Milliseconds from one start to the next; the first is at once. */
  everyMs?: number
  /** Five fields: `0 3 * * *` is three at night. What was missed while nobody worked is made up for once. */
  cron?: string
  /** The zone of `cron`. Default: the store's own, or UTC when it runs once for all stores. */
  timeZone?: string
  /** Scheduled ones run for each store by default; `installation`: once for all of them. */
  per?: 'store' | 'installation'
  /** Which of those that are due goes first. */
  priority?: Priority
  maxAttempts?: number
  transaction?: 'each' | 'free'
  run: (payload: Static<P>, ctx: Ctx) => Promise<void>
}

export function job<P extends TObject>(definition: JobDefinition<P>): Job {
  const { cron, everyMs } = definition
  if (cron && everyMs) throw new Error(`${definition.name} has two schedules: keep cron or everyMs.`)
  return {
    name: definition.name,
    payload: definition.payload,
    everyMs: everyMs ?? null,
    cron: cron ? { ...parseCron(cron), text: cron } : null,
    timeZone: definition.timeZone ?? null,
    per: definition.per ?? 'store',
    priority: definition.priority ?? 'normal',
    maxAttempts: definition.maxAttempts ?? 12,
    transaction: definition.transaction ?? 'each',
    run: definition.run as Job['run'],
  }
}

export const isScheduled = (job: Job) => job.everyMs !== null || job.cron !== null

/** As the queue holds it. */
export interface JobOrder {
  job: string
  storeId?: string
  payload: never
  /** Null or absent: it was due by the clock. */
  askedBy?: string | null
}

/** The queue takes the lowest first. */
export const RANK: Record<Priority, number> = { high: -10, normal: 0, low: 10 }

/** What a paused store, or one task of it, is known by in the queue. */
export function flagsOf(task: string, storeId?: string): string[] {
  return storeId ? [storeId, `${task}@${storeId}`] : [task]
}

/** The key under which a scheduled job waits or runs: a second one of the same is kept out. */
export function scheduleKey(job: Job, storeId: string | null): string {
  return storeId ? `schedule:${job.name}:${storeId}` : `schedule:${job.name}`
}

export interface Asked {
  /** Of jobs with one key only the last waits; one that runs already is not disturbed. */
  key?: string
  /** Not before. */
  runAt?: Date
  priority?: Priority
}

/**
 * Puts a job in the queue when this transaction commits; its id in the queue.
 *
 * NOTE: not in what shoppers do at a rush: the queue's notification makes commits wait
 * for each other. There an event is written and a reaction asks for the job.
 */
export async function enqueue<J extends Job>(
  ctx: Ctx,
  job: J,
  payload: Static<J['payload']>,
  { key, runAt, priority = job.priority }: Asked = {},
): Promise<number> {
  const storeId = job.per === 'store' ? ctx.storeId : undefined
  const order = { job: job.name, ...(storeId ? { storeId } : {}), payload, askedBy: callerOf(ctx.actor) }
  const { rows } = await sql<{ id: number }>`
    select id from graphile_worker.add_job('job', ${JSON.stringify(order)}::json, run_at := ${runAt ?? null},
      max_attempts := ${job.maxAttempts}, job_key := ${key ?? null}, priority := ${RANK[priority]},
      flags := ${flagsOf(job.name, storeId)}::text[])`.execute(ctx.db)
  return rows[0]!.id
}
