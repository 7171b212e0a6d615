/**
 * One line per request, written when the answer has left.
 *
 * It names the route's pattern and never the address, which can hold a token. Who asked
 * stands there by id, when an operation wanted to know.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '#kit/log.ts'

/** Asked every few seconds by machines; they would bury the rest. */
const QUIET = new Set(['/livez', '/readyz', '/metrics'])

declare module 'fastify' {
  interface FastifyRequest {
    /** Operations that a GraphQL request has asked, whose address tells nothing. */
    asked: ReadonlySet<string> | null
    /** Of a call by gRPC, whose status stands after the answer: its method and what it came to, as REST would say it. */
    rpc: { path: string; status: number } | null
  }
}

export function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  if (log.level === 'silent') return
  const route = request.rpc?.path ?? request.routeOptions.url ?? 'none'
  const line = {
    method: request.method,
    route,
    status: request.rpc?.status ?? reply.raw.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    statements: request.statements?.count ?? 0,
    trace: request.id,
    ...(request.asked && { operations: [...request.asked] }),
    ...request.statements?.about,
  }
  if (QUIET.has(route)) log.debug(line, 'request')
  else log.plain(line, 'request')
}
