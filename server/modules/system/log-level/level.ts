/** What the processes write to their logs. */
import { LOG_LEVELS } from '#kit/log.ts'
import { Instant, Nullable, Words, shape } from '#kit/types.ts'

export const LogLevelWord = Words('LogLevelWord', ...LOG_LEVELS)

export const LogLevel = shape('LogLevel', {
  /** Null: each process has the level that it was started with. */
  level: Nullable(LogLevelWord),
  /** When it falls back to that; null: when it is changed again. */
  until: Nullable(Instant),
})
