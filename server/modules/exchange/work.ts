/** Does a run, from wherever it stands. A process that dies is followed by another; what was cancelled is left. */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { isUnavailable } from '#kit/db.ts'
import { Forbidden, isFailure, type Failure } from '#kit/failure.ts'
import { job } from '#kit/jobs.ts'
import { growthOf } from '#kit/planner.ts'
import { Id, Type } from '#kit/types.ts'
import { storeFile, type NewFile } from '../media/index.ts'
import { runExport } from './exporting.ts'
import { faultsFile } from './faults-file.ts'
import { runImport } from './importing.ts'
import { resourceNamed } from './resources.ts'
import { actorOf, readRun } from './run.ts'
import { Overtaken, type Work } from './work-at.ts'

export const work = job({
  name: 'exchange.work',
  payload: Type.Object({ runId: Id }, { additionalProperties: false }),
  priority: 'low',
  maxAttempts: 100, // it works for minutes, so every restart meets it
  transaction: 'free',
  run: ({ runId }, ctx) => doRun(ctx.app, ctx.storeId, runId, ctx.signal),
})

/** Ends when the run has ended, or somebody else works on it. */
export async function doRun(app: App, storeId: string, runId: string, signal: AbortSignal): Promise<void> {
  const own = { actor: { kind: 'system', name: work.name } as const, hint: { storeId } }
  const { run, actor } = await app.inTransaction(own, async (ctx) => {
    await sql`update exchange.run set state = 'running', updated_at = ${ctx.now()}, version = version + 1
      where store_id = ${ctx.storeId} and id = ${runId} and state = 'waiting'`.execute(ctx.db)
    const begun = await readRun(ctx, runId)
    return { run: begun, actor: await actorOf(ctx, begun.askedBy) }
  })
  if (run.state !== 'running') return
  const resource = resourceNamed(app, run.resource)
  const call = { actor: actor ?? own.actor, hint: { storeId } }
  try {
    if (!actor) throw Forbidden({})
    if (!resource) throw new Error(`No module declares ${run.resource}.`)
    const at: Work = { app, call, resource, run, growth: growthOf(app), signal }
    if (run.kind === 'import') {
      await runImport(at)
      await app.inTransaction(call, (ctx) => end(ctx, runId, {}))
    } else await runExport(at, (file) => app.inTransaction(call, (ctx) => end(ctx, runId, { file })))
  } catch (error) {
    if (error instanceof Overtaken) return
    const reason = isFailure(error) ? error.cause : error
    if (isUnavailable(reason)) throw error
    if (!isFailure(error)) app.log.error({ err: error, run: runId }, 'an import or export failed')
    await app
      .inTransaction(call, (ctx) => end(ctx, runId, { failure: isFailure(error) ? error : null }))
      .catch((again: unknown) => {
        if (!(again instanceof Overtaken)) throw again
      })
  }
}

interface Ending {
  /** What an export wrote. */
  file?: NewFile
  /** Null: a fault of ours, of which nothing is told. */
  failure?: Failure | null
}

/** Faults that were found are in a file, also when the run as a whole failed. */
async function end(ctx: Ctx, runId: string, { file, failure }: Ending): Promise<void> {
  const { rows } = await sql<{ faults: number }>`
    select fault_count as faults from exchange.run where store_id = ${ctx.storeId} and id = ${runId} and state = 'running'
    for update`.execute(ctx.db)
  const [now] = rows
  if (!now) throw new Overtaken()
  const written = file && (await storeFile(ctx, file))
  const faults =
    now.faults > 0
      ? await storeFile(ctx, {
          name: 'faults.csv',
          type: 'text/csv',
          visibility: 'private',
          body: await faultsFile(ctx, runId),
        })
      : null
  const [state, code, words] =
    failure === undefined
      ? ['done', null, null]
      : ['failed', failure?.code ?? 'internal', failure?.message ?? 'Something went wrong on our side.']
  await sql`update exchange.run set state = ${state}, failure_code = ${code}, failure_message = left(${words}, 500),
      file_id = coalesce(${written?.id ?? null}::uuid, file_id), faults_file_id = ${faults?.id ?? null}::uuid, ended_at = ${ctx.now()},
      updated_at = ${ctx.now()}, version = version + 1
    where store_id = ${ctx.storeId} and id = ${runId}`.execute(ctx.db)
}
