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

export interface Log extends Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'child'> {
  level: string
  /** A line of level info by the shortest way, for what each request writes: plain values, none of which is a secret. */
  plain(fields: Record<string, unknown>, message: string): void
}

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
const GATHER = { characters: 16_384, ms: 100 }

export interface LogOptions {
  level: string
  /** Hears of every line of level error or fatal, with its fields. */
  onError?: (fields: Record<string, unknown>, message: string) => void
  /** Where lines go, if not to the standard output. */
  write?: (line: string) => void
}

export function createLog({ level, onError, write }: LogOptions): Log {
  const out = write ? { write, flush() {} } : gathering(pino.destination({ dest: 1, sync: false }))
  const time = isoTime()
  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${time()}"`,
      mixin: () => ({ ...aboutNow() }),
      formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
      serializers: { err: printable },
      hooks: { logMethod: telling({ onError, flush: out.flush }) },
    },
    out,
  )
  return Object.assign(log, {
    plain(fields: Record<string, unknown>, msg: string) {
      if (!log.isLevelEnabled('info')) return
      let line = `{"level":"info","time":"${time()}"`
      for (const name in fields) {
        const value = fields[name]
        if (value !== undefined) line += `,"${name}":${JSON.stringify(value)}`
      }
      out.write(`${line},"msg":${JSON.stringify(msg)}}\n`)
    },
  })
}

export const silentLog: Log = Object.assign(pino({ level: 'silent' }), { plain() {} })

/** Its own and not pino's: that one measures all that it holds again with each line. */
function gathering(destination: { write(text: string): void }) {
  let lines: string[] = []
  let length = 0
  const flush = () => {
    if (lines.length === 0) return
    const text = lines.join('')
    lines = []
    length = 0
    destination.write(text)
  }
  setInterval(flush, GATHER.ms).unref()
  process.prependListener('exit', flush)
  return {
    flush,
    write(line: string) {
      lines.push(line)
      length += line.length
      if (length >= GATHER.characters) flush()
    },
  }
}

/** The moment as text, written once for all lines of a millisecond. */
function isoTime(): () => string {
  let atMs = 0
  let text = ''
  return () => {
    const nowMs = Date.now()
    if (nowMs !== atMs) text = new Date((atMs = nowMs)).toISOString()
    return text
  }
}

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
