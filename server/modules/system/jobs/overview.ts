/** The queue at a glance: for each task how many wait, run and have failed, and whether it is paused. */
import { sql } from 'kysely'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, Instant, Key, List, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { isOfStore, nameOfJob, stateOfJob, tasksOf } from './jobs.ts'

const TaskOverview = shape('TaskOverview', {
  name: Key,
  waiting: Count,
  running: Count,
  failing: Count,
  dead: Count,
  /** Since when the oldest one is due; null: nothing is. */
  dueSince: Nullable(Instant),
  isPaused: Flag,
})
const JobPause = shape('JobPause', {
  /** Null: everything of this store. */
  name: Nullable(Key),
  reason: Nullable(Text(500)),
  pausedBy: Text(80),
  pausedAt: Instant,
})

export const overview = query({
  id: 'system.jobs.overview',
  summary: 'The job queue at a glance',
  rest: 'GET /jobs/overview',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Nothing,
  output: shape('JobOverview', { tasks: List(TaskOverview, 1000), pauses: List(JobPause, 1000) }),
  async run(_, ctx) {
    const pauses = await sql<Static<typeof JobPause>>`
      select task as name, reason, paused_by as "pausedBy", kit.utc(paused_at) as "pausedAt" from kit.pause
      where store_id = ${ctx.storeId} or store_id is null order by paused_at limit 1000`.execute(ctx.db)
    const counted = await sql<Omit<Static<typeof TaskOverview>, 'isPaused'>>`
      select name, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'running') as running,
        count(*) filter (where state = 'failing') as failing, count(*) filter (where state = 'dead') as dead,
        kit.utc(min(run_at) filter (where state in ('waiting', 'failing') and run_at <= now())) as "dueSince"
      from (select ${nameOfJob} as name, ${stateOfJob} as state, j.run_at from graphile_worker._private_jobs j
        where ${isOfStore(ctx)}) q
      where name is not null group by name order by name limit 1000`.execute(ctx.db)
    const isPaused = (name: string) => pauses.rows.some((pause) => pause.name === null || pause.name === name)
    const found = new Map(counted.rows.map((row) => [row.name, row]))
    const none = { waiting: 0, running: 0, failing: 0, dead: 0, dueSince: null }
    const names = new Set([...tasksOf(ctx.app), ...found.keys()])
    return {
      tasks: [...names]
        .sort()
        .slice(0, 1000)
        .map((name) => ({ name, ...none, ...found.get(name), isPaused: isPaused(name) })),
      pauses: pauses.rows,
    }
  },
})
