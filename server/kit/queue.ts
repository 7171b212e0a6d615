/**
 * The job queue: graphile-worker, run so that PostgreSQL may go away under it.
 *
 * Nothing else in kit knows graphile-worker. Its connections wait for the database
 * instead of failing, for its own answer to a lost connection is to stop. It is
 * loaded when a worker starts, not with the process.
 * NOTE: `graphile_worker._private_jobs` is not public; the version is pinned and `queue.test.ts` watches it.
 */
import { EventEmitter } from 'node:events'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, TaskList, WorkerEvents, WorkerPool } from 'graphile-worker'
import pg from 'pg'
import { isUnavailable } from './db.ts'
import type { Log } from './log.ts'

/** Jobs claimed ahead by one process: enough to fill the slots again without asking. */
const CLAIM_AHEAD = 16
/** A notification wakes the queue at once; this is for retries that fall due and for lost notifications. */
const POLL_MS = 1_000
/** Completed jobs are deleted together. */
const SETTLE_MS = 5
/** A pool that is replaced ends the jobs it has begun, however long they take. */
const LAST_JOB_MS = 600_000
const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 8_000

export interface Queue {
  /** Names under which this process holds jobs. */
  ids(): string[]
  /** Ids of jobs this process knows to be its own; others under its name were claimed by an answer that got lost. */
  knows(jobId: string): boolean
  /** What is to be left out has changed: what was claimed ahead goes back, what has begun ends. */
  renew(): void
  stop(): Promise<void>
}

export interface QueueOptions {
  url: string
  log: Log
  concurrency: number
  tasks: TaskList
  /** Flags of what is not to be begun; asked at the start and at each `renew`. */
  leftOut?: () => string[]
}

/** Makes or updates the queue's own tables; waits for the database if it is away. */
export async function migrateQueue(url: string): Promise<void> {
  const { runMigrations } = await import('graphile-worker')
  const pool = deafPool(url, 1)
  const logger = await quietLogger()
  try {
    await patiently(() => runMigrations({ pgPool: pool, logger }), AbortSignal.timeout(START_WITHIN_MS))
  } finally {
    await pool.end()
  }
}

export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { runTaskList } = await import('graphile-worker')
  const { log, concurrency, tasks } = options
  const logger = await quietLogger(log)
  const stopping = new AbortController()
  const known = new Set<string>()
  const living = new Set<WorkerPool>()

  function open(): Opened {
    const pool = patientPool(options.url, stopping.signal)
    const leftOut = options.leftOut?.() ?? []
    const workers = runTaskList(
      {
        concurrency,
        noHandleSignals: true,
        logger,
        events: bookkeeping(known),
        ...(leftOut.length > 0 ? { forbiddenFlags: leftOut } : {}),
        preset: {
          worker: {
            pollInterval: POLL_MS,
            gracefulShutdownAbortTimeout: LAST_JOB_MS,
            // What is claimed ahead is claimed without looking at flags.
            ...(leftOut.length > 0 ? {} : { localQueue: { size: Math.max(CLAIM_AHEAD, concurrency) } }),
            completeJobBatchDelay: SETTLE_MS,
            failJobBatchDelay: SETTLE_MS,
          },
        },
      },
      tasks,
      pool,
    )
    living.add(workers)
    alive.add(workers.id)
    const ended = workers.promise.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    const gone = ended.then(async (error) => {
      living.delete(workers)
      alive.delete(workers.id)
      await pool.end().catch(() => {})
      return error
    })
    return { workers, gone }
  }

  async function keepOpen() {
    for (let pause = 200; ;) {
      const { workers, gone } = open()
      const { promise: replaced, resolve } = Promise.withResolvers<typeof REPLACED>()
      renew = () => resolve(REPLACED)
      const why = await Promise.race([gone, replaced])
      if (asked) return
      if (why === REPLACED) {
        Promise.resolve(workers.gracefulShutdown('what is paused has changed')).catch(() => {})
        continue
      }
      log.error({ err: why }, 'the job queue stopped; it is opened again')
      await sleep(pause)
      pause = Math.min(1_000, pause * 2)
    }
  }

  let renew = () => {}
  let asked = false
  const kept = keepOpen()
  return {
    ids: () => [...living].map((workers) => workers.id),
    knows: (jobId) => known.has(jobId),
    renew: () => renew(),
    async stop() {
      asked = true
      const ended = [...living].map(async (workers) => workers.gracefulShutdown('the store stops'))
      await Promise.race([Promise.allSettled(ended), sleep(STOP_WITHIN_MS, undefined, { ref: false })])
      stopping.abort()
      await Promise.race([kept, sleep(1_000, undefined, { ref: false })])
    },
  }
}

const REPLACED = Symbol('replaced')

interface Opened {
  workers: WorkerPool
  /** Why it ended, once all of it has; undefined: it was asked to. */
  gone: Promise<unknown>
}

/** Names each pool by where it runs, and follows which jobs it holds. */
function bookkeeping(known: Set<string>): WorkerEvents {
  const events = new EventEmitter() as unknown as WorkerEvents
  const forget = (jobs: readonly Job[]) => jobs.forEach((job) => known.delete(String(job.id)))
  events.on(
    'pool:create',
    ({ workerPool }) => void Object.assign(workerPool, { id: `${workerPool.id}@${PLACE}` }),
  )
  events.on('localQueue:getJobs:complete', ({ jobs }) => {
    // They were chosen by rank, and come in any order.
    jobs.sort((a, b) => a.priority - b.priority || a.run_at.getTime() - b.run_at.getTime())
    jobs.forEach((job) => known.add(String(job.id)))
  })
  events.on('localQueue:returnJobs', ({ jobs }) => forget(jobs))
  events.on('job:complete', ({ job }) => forget([job]))
  return events
}

/** Host, process namespace and process: enough for a neighbour to see that a worker is dead. */
const PLACE = `${hostname()}/${namespace()}/${process.pid}`

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')
  } catch {
    return '-'
  }
}

/** Names in use in this process, by whichever queue. */
const alive = new Set<string>()

/**
 * True when the worker of this id ran on this machine and its process is gone. This
 * process's own number under a name it does not use is an earlier life.
 */
export function isKnownDead(id: string): boolean {
  const [, place = ''] = id.split('@')
  const cut = place.lastIndexOf('/')
  if (place.slice(0, cut) !== PLACE.slice(0, PLACE.lastIndexOf('/'))) return false
  const pid = Number(place.slice(cut + 1))
  if (pid === process.pid) return !alive.has(id)
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/**
 * A pool whose connections wait while PostgreSQL is away and send a statement again
 * when it was cut off. The queue's statements bear that: claiming twice is noticed by
 * `knows`, completing and failing twice change nothing.
 */
function patientPool(url: string, stopped: AbortSignal): pg.Pool {
  const pool = deafPool(url, 3)
  const plain = pool.connect.bind(pool) as () => Promise<pg.PoolClient>

  const patientClient = async () => {
    let client = await patiently(plain, stopped)
    let usable = true
    const query = async (...args: unknown[]) =>
      patiently(async () => {
        if (!usable) [client, usable] = [await plain(), true]
        try {
          return await (client.query as (...args: unknown[]) => Promise<unknown>)(...args)
        } catch (error) {
          if (isUnavailable(error)) {
            usable = false
            client.release(true)
          }
          throw error
        }
      }, stopped)
    const release = () => usable && client.release()
    return { query, release } as unknown as pg.PoolClient
  }

  /** With a callback it is asked for the listening connection, which must be the real one. */
  const connect = (done?: (error: unknown, client?: pg.PoolClient, release?: () => void) => void) => {
    if (!done) return patientClient()
    return patiently(plain, stopped).then(
      (client) => done(undefined, client, () => client.release(true)),
      (error: unknown) => done(error),
    )
  }
  return Object.assign(pool, { connect })
}

async function patiently<T>(work: () => Promise<T>, stopped: AbortSignal): Promise<T> {
  for (let pause = 50; ; pause = Math.min(1_000, pause * 2)) {
    try {
      return await work()
    } catch (error) {
      if (stopped.aborted || !isUnavailable(error)) throw error
    }
    await sleep(pause)
  }
}

/** Lost connections are noticed by the statement that fails; unheard, they would end the process. */
function deafPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    application_name: 'quayside-queue',
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function quietLogger(log?: Log) {
  const { Logger } = await import('graphile-worker')
  return new Logger(() => (level, message) => {
    const line = message.split('\n')[0]!
    if (level === 'error') log?.warn({ queue: true }, line)
    else if (level === 'warning') log?.info({ queue: true }, line)
  })
}
