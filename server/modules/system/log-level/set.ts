/**
 * Makes all processes write more or less to their logs, without a restart.
 *
 * `debug` and `trace` fill disks: they end by themselves, after an hour if nothing is said.
 */
import { after, minutes } from '#kit/clock.ts'
import { keepLevel } from '#kit/log-level.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Int, Type } from '#kit/types.ts'
import { LogLevel, LogLevelWord } from './level.ts'

const TALKATIVE_MINUTES = 60

export const set = command({
  id: 'system.logLevel.set',
  summary: 'Change the level of the logs',
  rest: 'PUT /log-level',
  audience: 'staff',
  access: permission('system.operate'),
  input: Type.Object({
    level: LogLevelWord,
    /** How long, in minutes. Default: an hour for debug and trace, else until it is changed again. */
    forMinutes: Type.Optional(Int(1, 10_080)),
  }),
  output: LogLevel,
  async run({ level, forMinutes }, ctx) {
    const isTalkative = level === 'debug' || level === 'trace'
    const length = forMinutes ?? (isTalkative ? TALKATIVE_MINUTES : null)
    const until = length === null ? null : after(ctx.now(), minutes(length))
    await keepLevel(ctx, { level, until })
    return { level, until: until?.toISOString() ?? null }
  },
})
