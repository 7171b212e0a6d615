/**
 * A port of its own for gRPC, which needs HTTP/2: with TLS where the store has it, else in the clear (h2c).
 *
 * Connections are asked now and then whether somebody is still there; calls are kept to what one process can bear.
 */
import type { Http2Server, ServerHttp2Session } from 'node:http2'
import fastify, { type FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { minutes, seconds } from '#kit/clock.ts'
import { mountGrpc } from './mount.ts'
import type { Certificate } from '../http.ts'
import { MAX_BODY_BYTES, MAX_HEADER_BYTES } from '../problems.ts'
import { logRequest } from '../request-log.ts'
import { traceIdOf } from '../trace.ts'

/** Calls at once on one connection; stock clients wait or open another. */
const MAX_STREAMS = 100
const PING_EVERY_MS = seconds(30)
const PONG_WITHIN_MS = seconds(20)
/** A connection on which nothing is asked is closed, in good order. */
const IDLE_MS = minutes(5)

/** It listens to nothing here. */
export function createGrpcPort(app: App, certificate?: Certificate): FastifyInstance {
  const { trustedProxies } = app.config
  const options = {
    settings: { maxConcurrentStreams: MAX_STREAMS, maxHeaderListSize: MAX_HEADER_BYTES },
  }
  const http = fastify({
    logger: false,
    http2: true,
    http2SessionTimeout: IDLE_MS,
    genReqId: traceIdOf as never,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    bodyLimit: MAX_BODY_BYTES,
    ...(certificate ? { https: { ...options, ...certificate, allowHTTP1: false } } : { http: options }),
  } as unknown as object) as unknown as FastifyInstance
  http.decorateRequest('statements', null)
  http.decorateRequest('rpc', null)
  http.decorateRequest('asked', null)
  http.decorate('readiness', { draining: false })
  http.addHook('preClose', (done) => {
    http.readiness.draining = true
    done()
  })
  http.addHook('onResponse', (request, reply, done) => {
    logRequest(app.log, request, reply)
    done()
  })
  const sessions = new Set<ServerHttp2Session>()
  ;(http.server as unknown as Http2Server).on('session', (session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
    stayInTouch(session)
  })
  // As servers of HTTP/1.1 have them. What is idle ends by itself once the server closes.
  Object.assign(http.server, {
    closeIdleConnections() {},
    closeAllConnections: () => sessions.forEach((session) => session.destroy()),
  })
  mountGrpc(http, app, '/*')
  return http
}

/** Whoever has vanished without a word leaves its calls behind; this finds out. */
function stayInTouch(session: ServerHttp2Session): void {
  let late: NodeJS.Timeout | undefined
  const ask = setInterval(() => {
    late = setTimeout(() => session.destroy(), PONG_WITHIN_MS)
    session.ping(() => clearTimeout(late))
  }, PING_EVERY_MS)
  ask.unref()
  session.once('close', () => {
    clearInterval(ask)
    clearTimeout(late)
  })
  session.on('error', () => session.destroy())
}
