/**
 * The HTTP server: one Fastify instance with every road that speaks HTTP, but the pages.
 *
 * Fastify's own logger, validation and error answers are off: there is one log line
 * per request, `invoke` validates, and every refusal is a problem document, also for
 * requests that never became one. It listens to nothing here.
 */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import { Unreadable, type Failure } from '#kit/failure.ts'
import { batchesOf } from './batch.ts'
import { mountDocs } from './docs.ts'
import { mountGraphql } from './graphql/mount.ts'
import { mountGrpc } from './grpc/mount.ts'
import { mountHealth } from './health.ts'
import { httpsOnly } from './https.ts'
import {
  AddressTooLong,
  HeadersTooLarge,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  MAX_URL_BYTES,
  TooSlow,
  UnknownExpectation,
  pathOf,
  problemText,
  sendProblem,
  unreadable,
} from './problems.ts'
import { mountRawRoutes } from './raw-routes.ts'
import { mountLive } from './live/mount.ts'
import { mountMcp } from './mcp/mount.ts'
import { logRequest } from './request-log.ts'
import { mountRest } from './rest.ts'
import { routeTable } from './route-table.ts'
import { securityHeaders } from './security.ts'
import { mountSockets, opensSocket } from './sockets.ts'
import { newTraceId, traceIdOf } from './trace.ts'
import { operationsOf } from './vocabulary.ts'

/** PEM texts of the chain and its key. */
export interface Certificate {
  cert: Buffer
  key: Buffer
}

/** A caller must have sent its headers, and its whole request, within these. */
const HEADERS_WITHIN = seconds(15)
const REQUEST_WITHIN = seconds(60)
/** Longer than the usual 60 s of proxies, so that the proxy closes first. */
const KEEP_ALIVE = seconds(65)

/** With a certificate it speaks https and nothing else. */
export async function createHttp(app: App, certificate?: Certificate): Promise<FastifyInstance> {
  const { trustedProxies, publicUrl } = app.config
  const operations = operationsOf(app)
  const table = routeTable([...operations, ...batchesOf(operations)])
  const secure = securityHeaders(publicUrl)
  const insecure = httpsOnly(app.config)
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    secure(request, reply)
    void sendProblem(request, reply, error, app.log)
  }
  const options = {
    requireHostHeader: false, // hasOneHost checks it, and answers as everywhere
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_WITHIN,
    connectionsCheckingInterval: seconds(5),
    shouldUpgradeCallback: opensSocket,
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
    ...(certificate ? { https: { ...options, ...certificate } as unknown as null } : { http: options }),
    clientErrorHandler: refuseBytes,
    frameworkErrors: (error, request, reply) =>
      refuse(error, request as FastifyRequest, reply as unknown as FastifyReply),
  })
  http.removeAllContentTypeParsers()
  http.decorateRequest('statements', null)
  http.decorateRequest('asked', null)
  http.decorateRequest('rpc', null)

  http.addHook('onRequest', (request, reply, done) => {
    secure(request, reply)
    if (http.readiness.draining) reply.header('connection', 'close')
    if (request.raw.url!.length > MAX_URL_BYTES) done(AddressTooLong({ limitBytes: MAX_URL_BYTES }))
    else if (!hasOneHost(request.raw)) done(unreadable('Host', 'host', 'A request names one Host.'))
    else {
      const found = insecure(request, reply)
      if (found !== 'sent on') done(found ?? undefined)
    }
  })
  http.addHook('onResponse', (request, reply, done) => {
    logRequest(app.log, request, reply)
    done()
  })
  http.setErrorHandler((error, request, reply) => refuse(error, request, reply))
  http.setNotFoundHandler((request, reply) =>
    refuse(table.refusalAt(pathOf(request.raw.url!), request.method), request, reply),
  )
  http.server.on('checkExpectation', refuseExpectation)

  await mountSockets(http)
  mountLive(http, app)
  await mountMcp(http, app)
  mountHealth(http, app)
  mountDocs(http, app)
  await mountRawRoutes(http, app)
  await mountGraphql(http, app)
  mountGrpc(http, app, '/quayside.*')
  await mountRest(http, app, operations, table)
  return http
}

/** Of two Node keeps the first and drops the other, while a proxy before it may have read that one. */
function hasOneHost({ headers, rawHeaders, httpVersionMinor }: IncomingMessage): boolean {
  if (headers.host === undefined) return httpVersionMinor === 0
  let count = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!
    if (name.length === 4 && name.toLowerCase() === 'host') count++
  }
  return count < 2
}

/** For bytes that are no HTTP request, or one that does not end. */
function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = refusalOf(error.code)
  const { headers, body } = bareProblem(refusal)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`, ...lines, '', body].join('\r\n'))
}

/** `Expect` with anything but `100-continue`, which Node does by itself. */
function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const refusal = UnknownExpectation({})
  const { headers, body } = bareProblem(refusal)
  response.writeHead(refusal.status, headers).end(body)
}

/** A refusal outside of Fastify, after which the connection ends. */
function bareProblem(refusal: Failure): { headers: Record<string, string>; body: string } {
  const traceId = newTraceId()
  const body = problemText(refusal, '', traceId)
  return {
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Length': String(Buffer.byteLength(body)),
      'X-Trace-Id': traceId,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      Connection: 'close',
    },
    body,
  }
}

function refusalOf(code: string | undefined): Failure {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TooSlow({})
  if (code === 'HPE_HEADER_OVERFLOW') return HeadersTooLarge({ limitBytes: MAX_HEADER_BYTES })
  return Unreadable({})
}
