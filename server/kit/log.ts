/** Structured logs: JSON lines with trace, actor and store; personal data and secrets never. */
import pino from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'child'> & { level: string }

/** Names under which a secret or personal datum could slip into a log line. */
const HIDDEN = ['authorization', 'cookie', 'password', 'token', 'secret', 'email', 'phone', 'address']

export function createLog(options: { level: string; pretty?: boolean }): Log {
  return pino({
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: HIDDEN.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  })
}

export const silentLog: Log = pino({ level: 'silent' })
