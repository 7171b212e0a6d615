import { minutes } from '#kit/clock.ts'
import { healthChecks } from '#kit/health.ts'
import { job } from '#kit/jobs.ts'
import { counter } from '#kit/measure.ts'
import { defineModule } from '#kit/module.ts'
import { Nothing } from '#kit/operation.ts'
import { fill } from '#kit/port.ts'
import { list as auditList } from './audit/list.ts'
import { list as errorsList } from './errors/list.ts'
import { list as eventsList } from './events/list.ts'
import { health } from './health.ts'
import { systemChecks } from './health/checks.ts'
import { checkInvariants, invariants } from './invariants.ts'
import { dead } from './jobs/dead.ts'
import { discard } from './jobs/discard.ts'
import { list as jobsList } from './jobs/list.ts'
import { overview } from './jobs/overview.ts'
import { pause } from './jobs/pause.ts'
import { resume } from './jobs/resume.ts'
import { retry } from './jobs/retry.ts'
import { get as logLevelGet } from './log-level/get.ts'
import { set as logLevelSet } from './log-level/set.ts'
import { list as schedulesList } from './schedules/list.ts'
import { run } from './schedules/run.ts'
import { runs } from './schedules/runs.ts'
import { ask } from './sql/ask.ts'

export default defineModule({
  name: 'system',
  operations: [
    invariants,
    overview,
    jobsList,
    dead,
    retry,
    discard,
    pause,
    resume,
    schedulesList,
    run,
    runs,
    logLevelGet,
    logLevelSet,
    errorsList,
    health,
    eventsList,
    auditList,
    ask,
  ],
  jobs: [
    job({
      name: 'system.invariants',
      payload: Nothing,
      everyMs: minutes(60),
      per: 'installation',
      transaction: 'free',
      run: async (_, ctx) => {
        const { items } = await checkInvariants(ctx.app)
        for (const item of items.filter((each) => !each.holds)) {
          ctx.app.metrics.count('quayside_invariants_broken_total', { invariant: item.id }, item.broken)
          ctx.log.error({ invariant: item.id, rows: item.rows }, `an invariant is broken: ${item.says}`)
        }
      },
    }),
  ],
  fills: systemChecks.map((check) => fill(healthChecks, check.name, check)),
  measures: [counter('quayside_invariants_broken_total', 'Rows that break an invariant.', 'invariant')],
  permissions: {
    'system.read': 'See events, audit and invariants',
    'system.jobs': 'See, retry, pause and run jobs',
    'system.operate': 'See errors and health of the processes, and change what they log',
    'system.sql': 'Read all of the store, personal data too, by questions in SQL',
  },
})
