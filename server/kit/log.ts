/**
 * Structured logs: JSON lines with trace, actor and store; personal data and secrets never.
 *
 * What is being worked for is added to each line by itself. Who acted stands there by id,
 * which points to nobody once the person was erased. Names,
 * addresses and whatever the caller sent are kept out: errors are written from a few known
 * fields, and a field named like a secret is hidden.
 */
import pino from 'pino'
import { aboutNow } from './db.ts'
import { printable } from './log-error.ts'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'child'> & { level: string }

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Names under which a secret or personal datum could slip into a log line. */
const HIDDEN = new Set([
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  'email',
  'phone',
  'address',
])
const [WARN, ERROR] = [40, 50]
/** Lines leave together: a write for each would be the dearest part of a quick request. A warning takes all along at
 * once; a process that is killed outright loses what it said in the last 100 ms. */
const GATHER = { minLength: 4_096, periodicFlush: 100 } // bytes, ms

export interface LogOptions {
  level: string
  /** Hears of every line of level error or fatal, with its fields. */
  onError?: (fields: Record<string, unknown>, message: string) => void
  /** Where lines go, if not to the standard output. */
  write?: (line: string) => void
}

export function createLog({ level, onError, write }: LogOptions): Log {
  const destination = write ? null : pino.destination({ dest: 1, sync: false, ...GATHER })
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...aboutNow() }),
      formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
      serializers: { err: printable },
      hooks: { logMethod: telling({ onError, flush: () => destination?.flush() }) },
    },
    destination ?? { write: write! },
  )
}

export const silentLog: Log = pino({ level: 'silent' })

/** Looks at the fields and one level below; redaction by wildcard took twenty times as long. */
function withoutSecrets(fields: Record<string, unknown>, depth = 0): Record<string, unknown> {
  let clean = fields
  for (const name in fields) {
    const value = fields[name]
    const shown = HIDDEN.has(name)
      ? '[hidden]'
      : depth < 2 && isPlain(value)
        ? withoutSecrets(value, depth + 1)
        : value
    if (shown === value) continue
    if (clean === fields) clean = { ...fields }
    clean[name] = shown
  }
  return clean
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

type LogMethod = NonNullable<NonNullable<pino.LoggerOptions['hooks']>['logMethod']>

function telling({ onError, flush }: { onError: LogOptions['onError']; flush: () => void }): LogMethod {
  return function (args, method, level) {
    method.apply(this, args)
    if (level < WARN) return
    flush()
    const [fields, message] = args as unknown[]
    if (onError && level >= ERROR && typeof fields === 'object' && fields !== null)
      onError(fields as Record<string, unknown>, typeof message === 'string' ? message : '')
  }
}
