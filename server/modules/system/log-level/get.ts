/** The level that was set while the store runs. */
import { keptLevel } from '#kit/log-level.ts'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { LogLevel } from './level.ts'

export const get = query({
  id: 'system.logLevel.get',
  summary: 'The level of the logs',
  rest: 'GET /log-level',
  audience: 'staff',
  access: permission('system.operate'),
  input: Nothing,
  output: LogLevel,
  async run(_, ctx) {
    const kept = await keptLevel(ctx)
    const isOver = !kept || (kept.until !== null && kept.until <= ctx.now())
    return isOver
      ? { level: null, until: null }
      : { level: kept.level, until: kept.until?.toISOString() ?? null }
  },
})
