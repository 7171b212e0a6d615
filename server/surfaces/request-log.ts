/**
 * One line per request, written when the answer has left.
 *
 * It names the route's pattern and never the address: an address can hold a token,
 * and a person's id belongs in no log.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '#kit/log.ts'

/** Asked every few seconds by machines; they would bury the rest. */
const QUIET = new Set(['/livez', '/readyz', '/metrics'])

/**
 * The log for these lines. They have six known fields, none of which can hold a secret; looking for
 * secrets in each took 12 of its 15 microseconds.
 */
export function requestLog(log: Log): Log {
  return log.child({}, { redact: [] })
}

export function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  if (log.level === 'silent') return
  const route = request.routeOptions.url ?? 'none'
  const line = {
    method: request.method,
    route,
    status: reply.raw.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    statements: request.statements?.count ?? 0,
    trace: request.id,
  }
  if (QUIET.has(route)) log.debug(line, 'request')
  else log.info(line, 'request')
}
