/**
 * Does what the queue holds: reactions to events, and jobs asked for or due by the clock.
 *
 * A reaction happens once: its mark in `kit.handled` is part of its transaction, so a
 * second delivery finds it and does nothing. A job may be run again after a crash.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { App } from './app.ts'
import type { Ctx } from './context.ts'
import { countStatements, isUnavailable, type About } from './db.ts'
import { isFailure } from './failure.ts'
import { BEAT, startHeartbeat, type Beat } from './heartbeat.ts'
import { contextFor, type Call } from './invoke.ts'
import { recorded } from './job-run.ts'
import type { Job, JobOrder } from './jobs.ts'
import { watchPauses } from './pause.ts'
import { migrateQueue, openQueue } from './queue.ts'
import { startSchedule } from './schedule.ts'
import { directUrl } from './wakeup.ts'

const CONCURRENCY = 4
/** With the database back; otherwise the queue's own pauses decide. */
const TRIES_IN_PLACE = 3

export interface ReactionOrder {
  eventId: string
  storeId: string
  name: string
  payload: never
  traceId: string
  reaction: string
}

export interface Worker {
  stop(): Promise<void>
}

export interface WorkerOptions {
  concurrency?: number
  beat?: Beat
}

export async function startWorker(app: App, options: WorkerOptions = {}): Promise<Worker> {
  const stopping = new AbortController()
  const url = directUrl(app)
  await migrateQueue(url)
  const pauses = await watchPauses(app)
  const queue = await openQueue({
    url,
    log: app.log,
    concurrency: options.concurrency ?? CONCURRENCY,
    leftOut: pauses.flags,
    tasks: {
      reaction: (order) => bearOutage(app, stopping.signal, () => react(app, order as ReactionOrder)),
      job: (order, { job: { attempts, run_at: dueAt } }) =>
        recorded(app, order as JobOrder, { attempt: attempts, dueAt }, (traceId) =>
          bearOutage(app, stopping.signal, () => perform(app, app.jobs, order as JobOrder, traceId)),
        ),
    },
  })
  pauses.onChange(() => queue.renew())
  const heartbeat = await startHeartbeat(app.pool, queue, app.log, options.beat ?? BEAT)
  const schedule = startSchedule(app, app.jobs.values())
  watchQueue(app)
  return {
    async stop() {
      stopping.abort()
      await schedule.stop()
      await pauses.stop()
      await heartbeat.stop(() => queue.stop())
    },
  }
}

export async function react(app: App, order: ReactionOrder): Promise<void> {
  const reaction = app.reactions.get(order.name)?.find(({ name }) => name === order.reaction)
  if (!reaction) throw new Error(`Nothing here is called ${order.reaction}; it reacts to ${order.name}.`)
  const about = { trace: order.traceId, actor: `system:${reaction.name}`, store: order.storeId }
  await measured(app, `reaction:${reaction.name}`, about, () =>
    app.inTransaction(callOf(reaction.name, order.storeId, order.traceId), async (ctx) => {
      mustBeFor(order, ctx)
      const { rows } =
        await sql`insert into kit.handled (event_id, reaction, at) values (${order.eventId}, ${reaction.name}, ${ctx.now()})
        on conflict do nothing returning event_id`.execute(ctx.db)
      if (rows.length > 0) await reaction.run(order.payload, ctx)
    }),
  )
}

export async function perform(
  app: App,
  jobs: ReadonlyMap<string, Job>,
  order: JobOrder,
  traceId?: string,
): Promise<void> {
  const job = jobs.get(order.job)
  if (!job) throw new Error(`There is no job called ${order.job} here.`)
  const call = callOf(job.name, order.storeId, traceId)
  const about = { trace: traceId ?? '', actor: `system:${job.name}`, store: order.storeId ?? '' }
  await measured(app, `job:${job.name}`, about, async () => {
    const run = async (ctx: Ctx) => {
      mustBeFor(order, ctx)
      await job.run(order.payload, ctx)
    }
    if (job.transaction === 'each') return app.inTransaction(call, run)
    return run(await contextFor(app, call))
  })
}

/** A store that is not known here yet must not have its work done in another. */
function mustBeFor({ storeId }: { storeId?: string }, ctx: Ctx): void {
  if (storeId && ctx.storeId !== storeId) throw new Error(`There is no store ${storeId} here.`)
}

function callOf(name: string, storeId?: string, traceId?: string): Call {
  return {
    actor: { kind: 'system', name },
    hint: storeId ? { storeId } : {},
    ...(traceId ? { traceId } : {}),
  }
}

async function measured(app: App, id: string, about: About, work: () => Promise<void>): Promise<void> {
  const statements = { count: 0, about }
  const began = performance.now()
  let outcome = 'ok'
  try {
    await countStatements(statements, work)
  } catch (error) {
    outcome = isFailure(error) ? error.code : 'internal'
    throw error
  } finally {
    app.metrics.operation(id, outcome, performance.now() - began, statements.count)
  }
}

/** An outage of the database is not the job's fault: it waits for it to be back and is done again. */
async function bearOutage(app: App, stopped: AbortSignal, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const reason = isFailure(error) ? error.cause : error
      if (!isUnavailable(reason) || tries >= TRIES_IN_PLACE || stopped.aborted) throw error
      app.log.debug({ err: (reason as Error).message }, 'a job waits for the database')
    }
    await databaseBack(app, stopped)
  }
}

async function databaseBack(app: App, stopped: AbortSignal): Promise<void> {
  for (let pause = 100; !stopped.aborted; pause = Math.min(1_000, pause * 2)) {
    await sleep(pause)
    const answers = await app.pool.pg.query('select 1').then(
      () => true,
      () => false,
    )
    if (answers) return
  }
}

function watchQueue(app: App): void {
  const figure = (text: string) => async () => (await app.pool.query<{ n: number }>(text, []))[0]!.n
  app.metrics.gauge(
    'quayside_jobs_waiting',
    'Jobs that are due and not begun.',
    figure(
      'select count(*) as n from graphile_worker.jobs where locked_at is null and run_at <= now() and attempts < max_attempts',
    ),
  )
  app.metrics.gauge(
    'quayside_jobs_oldest_seconds',
    'How long the job that has waited longest is due already.',
    figure(
      `select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as n from graphile_worker.jobs
       where locked_at is null and run_at <= now() and attempts < max_attempts`,
    ),
  )
  app.metrics.gauge(
    'quayside_jobs_dead',
    'Jobs that failed for good.',
    figure(
      'select count(*) as n from graphile_worker.jobs where attempts >= max_attempts and locked_at is null',
    ),
  )
}
