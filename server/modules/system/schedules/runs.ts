/** How jobs ended, newest first: those of this store and those that serve the whole installation. */
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Key, Type } from '#kit/types.ts'
import { JobRun, RunOutcome } from './schedules.ts'

const order = sorts(
  'JobRunSort',
  { beganAt: { column: 'r.began_at', type: 'timestamptz' } },
  { id: 'r.id', first: '-beganAt' },
)

export const runs = query({
  id: 'system.schedules.runs',
  summary: 'How jobs ended',
  rest: 'GET /schedules/runs',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({ job: Type.Optional(Key), outcome: Type.Optional(RunOutcome), ...pageInput }),
  output: pageOf(JobRun),
  async run({ job, outcome, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('kit.job_run as r')
      .selectAll('r')
      .where((where) => where.or([where('r.store_id', '=', ctx.storeId), where('r.store_id', 'is', null)]))
    if (job) found = found.where('r.job', '=', job)
    if (outcome) found = found.where('r.outcome', '=', outcome)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        job: row.job,
        dueAt: row.due_at.toISOString(),
        beganAt: row.began_at.toISOString(),
        endedAt: row.ended_at.toISOString(),
        attempt: row.attempt,
        outcome: row.outcome,
        error: row.error,
        askedBy: row.asked_by,
        traceId: row.trace_id,
      })),
      ...rest,
    }
  },
})
