/** The history of jobs: how each run ended, when, and who asked for it. */
import type { App } from './app.ts'
import { newId } from './id.ts'
import type { JobOrder } from './jobs.ts'

const MAX_ERROR = 2_000 // characters

interface Run {
  attempt: number
  dueAt: Date
}

/** Runs it and writes down how it ended; a history that cannot be written does not undo the work. */
export async function recorded(
  app: App,
  order: JobOrder,
  { attempt, dueAt }: Run,
  work: (traceId: string) => Promise<void>,
): Promise<void> {
  const traceId = newId().replaceAll('-', '')
  const began = app.clock()
  let error: unknown = null
  try {
    await work(traceId)
  } catch (thrown) {
    error = thrown
    throw thrown
  } finally {
    const ended = app.clock()
    await app.pool
      .query(
        `insert into kit.job_run (id, store_id, job, due_at, began_at, ended_at, attempt, outcome, error, asked_by, trace_id)
         values ($1, $2, $3, $4, $5, greatest($5::timestamptz, $6), $7, $8, $9, $10, $11)`,
        [
          newId(),
          order.storeId ?? null,
          order.job,
          dueAt,
          began,
          ended,
          attempt,
          error === null ? 'done' : 'failed',
          error === null ? null : messageOf(error).slice(0, MAX_ERROR),
          order.askedBy ?? null,
          traceId,
        ],
      )
      .catch((reason: unknown) => app.log.warn({ err: reason, job: order.job }, 'a run left no history'))
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)) || 'without a word'
}
