/**
 * What a request says besides its operation and input: who calls, for which store, under which trace.
 *
 * Pages use it too, so that one request means the same to every road.
 */
import type { FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Statements } from '#kit/db.ts'
import { Unauthenticated } from '#kit/failure.ts'
import type { Ctx } from '#kit/context.ts'
import { contextFor, type Call } from '#kit/invoke.ts'
import { policy, type Credentials } from '#kit/policy.ts'
import { preferredLocales } from './accept-language.ts'
import { unreadable } from './problems.ts'
import { isBearer } from './security.ts'
import { sessionCookie } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Counts the request's SQL statements, once `callOf` was asked for it. */
    statements: Statements | null
  }
}

/** Makes the function that pages and routes ask for a request's call. */
export function callsOf(app: Pick<App, 'config'>): (request: FastifyRequest) => Call {
  const cookie = sessionCookie(app.config.publicUrl)
  const own = new URL(app.config.publicUrl).origin
  return (request) => {
    const headers = request.raw.headers
    request.statements ??= { count: 0 }
    const page = headers.origin
    return {
      credentials: credentialsOf(headers.authorization, headers.cookie, cookie.read),
      hint: {
        host: request.host,
        storeId: one(headers['quayside-store']),
        channel: one(headers['quayside-channel']),
        market: one(headers['quayside-market']),
        locale: preferredLocales(headers['accept-language']),
        currency: one(headers['quayside-currency']),
        bypass: one(headers['quayside-bypass']),
      },
      traceId: request.id,
      address: addressOf(request),
      ...(page !== undefined && page !== own && page !== hostOf(request) && { page }),
      statements: request.statements,
    }
  }
}

/** For what is read for the caller beside an operation, outside any transaction. */
export async function callerContext(app: App, call: Call): Promise<Ctx> {
  const ctx = await contextFor(app, call)
  if (call.actor || !(call.credentials?.bearerToken || call.credentials?.cookieToken)) return ctx
  return { ...ctx, actor: await app.port(policy).identify(call.credentials, ctx) }
}

/** A bearer token alone counts when it is there: what skips the Origin check must not bring a cookie along. */
function credentialsOf(
  authorization: string | undefined,
  cookies: string | undefined,
  read: (header: string | undefined) => string | undefined,
): Credentials {
  if (!isBearer(authorization)) return cookies === undefined ? NONE : { cookieToken: read(cookies) }
  const bearerToken = authorization!.slice(7).trim()
  if (bearerToken === '') throw Unauthenticated({})
  return { bearerToken }
}

const hostOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`

const NONE: Credentials = {}

/** IPv4 written the same whether the socket is IPv4 or both. */
export function addressOf(request: FastifyRequest): string {
  const address = request.ip ?? ''
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && header !== '' && header.length <= 100 ? header : undefined
}

/** What an idempotency key looks like. */
export const KEY = /^[\x21-\x7e]{1,255}$/

export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.raw.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && KEY.test(key)) return key
  throw unreadable('Idempotency-Key', 'format', 'An Idempotency-Key has 1 to 255 visible ASCII characters.')
}
