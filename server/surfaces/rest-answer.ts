/**
 * How an operation's output leaves: status, ETag and 304, cache, cookie and limit headers.
 *
 * An ETag names the version where there is one, for `If-Match`, and for reads a
 * checksum of the bytes too: a cart's version stands still when a price moves.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Call } from '#kit/invoke.ts'
import { sumOf } from '#kit/kept.ts'
import type { Operation } from '#kit/operation.ts'
import { ANONYMOUS, callerOf } from '#kit/policy.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const VARY = 'accept-language, quayside-store, quayside-channel, quayside-market, quayside-currency'

/** `version` of the output, when it has one. */
export function versionOf(output: unknown): number | null {
  const version = (output as { version?: unknown } | null)?.version
  return typeof version === 'number' ? version : null
}

interface Answer {
  text: string
  /** Its checksum, where it is known already. */
  sum?: string
  version?: number | null
}

export function sendRead(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  { text, sum = sumOf(text), version = null }: Answer,
  forOne: boolean,
): FastifyReply {
  const tag = version === null ? `W/"${sum}"` : `"${version}-${sum}"`
  reply.header('etag', tag)
  reply.header('vary', VARY)
  reply.header('cache-control', cacheControl(operation, forOne))
  const known = request.raw.headers['if-none-match']
  if (known !== undefined && matches(known, tag)) return reply.code(304).send()
  reply.header('content-type', JSON_TYPE)
  return reply.send(text)
}

export function sendWritten(reply: FastifyReply, operation: Operation, output: unknown): FastifyReply {
  const version = versionOf(output)
  if (version !== null) reply.header('etag', `"${version}"`)
  if (operation.status !== 200) reply.code(operation.status)
  reply.header('content-type', JSON_TYPE)
  return reply.send(JSON.stringify(output))
}

function matches(known: string, tag: string): boolean {
  if (known === tag || known.trim() === '*') return true
  const plain = tag.replace(/^W\//, '')
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === plain)
}

/** Public answers may be kept and asked again; what depends on the caller is kept nowhere. */
function cacheControl(operation: Operation, forOne: boolean): string {
  if (operation.access.rule !== 'anyone' || forOne) return 'no-store'
  return operation.maxAgeSeconds > 0 ? `public, max-age=${operation.maxAgeSeconds}` : 'no-cache'
}

/** `RateLimit` headers (IETF draft 10): how much of the caller's bucket is left. */
export function limitHeaders(
  app: App,
  operation: Operation,
  call: Call,
): [policy: string, state: string] | null {
  const who = limitedAs(operation, call)
  if (app.config.limitScale === 0 || who === null) return null
  const { limit, remaining, resetSeconds } = app.limits.state(operation.limit, who, app.clock(), call.plan)
  return [`"${operation.limit}";q=${limit}`, `"${operation.limit}";r=${remaining};t=${resetSeconds}`]
}

/** The name `invoke` counted the caller under; unknown when only it knows who called. */
function limitedAs(operation: Operation, call: Call): string | null {
  if (call.plan !== undefined) return call.limitedAs ?? null
  const actor = call.actor ?? (operation.access.rule === 'anyone' || isNameless(call) ? ANONYMOUS : null)
  if (actor) return actor.kind === 'anonymous' ? call.address || 'anonymous' : callerOf(actor)
  return call.limitedAs ?? null
}

function isNameless({ credentials }: Call): boolean {
  return !credentials || (!credentials.bearerToken && !credentials.cookieToken)
}
