/**
 * The HTTP server: one Fastify instance with every road that speaks HTTP, but the pages.
 *
 * Fastify's own logger, validation and error answers are off: there is one log line
 * per request, `invoke` validates, and every refusal is a problem document, also for
 * requests that never became one. It listens to nothing here.
 */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import { NotFound, Unreadable, type Failure } from '#kit/failure.ts'
import { mountDocs } from './docs.ts'
import { mountHealth } from './health.ts'
import {
  AddressTooLong,
  HeadersTooLarge,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  MAX_URL_BYTES,
  TooSlow,
  problemText,
  sendProblem,
} from './problems.ts'
import { mountRawRoutes } from './raw-routes.ts'
import { logRequest } from './request-log.ts'
import { mountRest } from './rest.ts'
import { securityHeaders } from './security.ts'
import { newTraceId, traceIdOf } from './trace.ts'

/** A caller must have sent its headers, and its whole request, within these. */
const HEADERS_WITHIN = seconds(15)
const REQUEST_WITHIN = seconds(60)
/** Longer than the usual 60 s of proxies, so that the proxy closes first. */
const KEEP_ALIVE = seconds(65)

export async function createHttp(app: App): Promise<FastifyInstance> {
  const { trustedProxies, publicUrl } = app.config
  const secure = securityHeaders(publicUrl)
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    secure(request, reply)
    void sendProblem(request, reply, error, app.log)
  }
  const http = fastify({
    logger: false,
    genReqId: traceIdOf,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE,
    requestTimeout: REQUEST_WITHIN,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    http: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_WITHIN,
      connectionsCheckingInterval: seconds(5),
    },
    clientErrorHandler: refuseBytes,
    frameworkErrors: (error, request, reply) =>
      refuse(error, request as FastifyRequest, reply as unknown as FastifyReply),
  })
  http.removeAllContentTypeParsers()
  http.decorateRequest('statements', null)

  http.addHook('onRequest', (request, reply, done) => {
    secure(request, reply)
    if (http.readiness.draining) reply.header('connection', 'close')
    if (request.raw.url!.length > MAX_URL_BYTES) done(AddressTooLong({ limitBytes: MAX_URL_BYTES }))
    else if (hasTwoHosts(request.raw.rawHeaders)) done(Unreadable({}))
    else done()
  })
  http.addHook('onResponse', (request, reply, done) => {
    logRequest(app.log, request, reply)
    done()
  })
  http.setErrorHandler((error, request, reply) => refuse(error, request, reply))
  http.setNotFoundHandler((request, reply) => refuse(NotFound({}), request, reply))

  mountHealth(http, app)
  mountDocs(http, app)
  await mountRawRoutes(http, app)
  await mountRest(http, app)
  return http
}

/** Node keeps the first and drops the rest, while a proxy before it may have read the last. */
function hasTwoHosts(headers: string[]): boolean {
  let seen = false
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]!
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue
    if (seen) return true
    seen = true
  }
  return false
}

/** For bytes that are no HTTP request, or one that does not end. */
function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = refusalOf(error.code)
  const traceId = newTraceId()
  const body = problemText(refusal, '', traceId)
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Trace-Id: ${traceId}`,
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

function refusalOf(code: string | undefined): Failure {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TooSlow({})
  if (code === 'HPE_HEADER_OVERFLOW') return HeadersTooLarge({ limitBytes: MAX_HEADER_BYTES })
  return Unreadable({})
}
