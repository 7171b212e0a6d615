/**
 * All sockets of this road: who may open one, that they are still there, and their end when the store goes.
 *
 * The handshake is a GET that passes every check of this server; what a browser sends from another site's page is
 * refused there, before there is a socket.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import { createAdmission } from '../admission.ts'
import { addressOf, callerContext, callsOf } from '../call.ts'
import { sessionOf } from '../live/session.ts'
import { pathOf, report } from '../problems.ts'
import { originCheck } from '../security.ts'
import type { Face } from '../vocabulary.ts'
import type { Engines } from './mount.ts'
import type { About } from './refused.ts'
import type { GraphqlSocket } from './socket.ts'

/** Service restart, by RFC 6455's registry: clients come again. */
const RESTART = 1012

export interface Sockets {
  /** Throws at the handshake. */
  admit: (request: FastifyRequest) => Promise<void>
  handlerOf: (face: Face) => (socket: WebSocket, request: FastifyRequest) => void
}

export interface SocketOptions {
  heartbeatMs?: number
  /** A client that takes nothing for so long is sent away. */
  stuckMs?: number
}

export function graphqlSockets(
  http: FastifyInstance,
  app: App,
  engines: Engines,
  { heartbeatMs = seconds(15), stuckMs = seconds(45) }: SocketOptions = {},
): Sockets {
  const open = new Set<GraphqlSocket>()
  const admission = createAdmission(app)
  const callOf = callsOf(app)
  const checkOrigin = originCheck(app.config.publicUrl)
  const heart = setInterval(() => {
    for (const socket of open) socket.beat(stuckMs)
  }, heartbeatMs)
  heart.unref()
  app.metrics.gauge('quayside_graphql_sockets', 'Open sockets of GraphQL.', () => open.size)
  app.metrics.gauge('quayside_graphql_subscriptions', 'Subscriptions over GraphQL.', () =>
    open.values().reduce((sum, socket) => sum + socket.subscriptions(), 0),
  )
  http.addHook('preClose', (done) => {
    admission.close()
    clearInterval(heart)
    for (const socket of open) socket.close(RESTART, 'the store restarts')
    done()
  })

  async function begin(face: Face, socket: WebSocket, request: FastifyRequest): Promise<void> {
    const began = performance.now()
    const { id: trace, raw } = request
    const session = sessionOf(app, callOf(request))
    const about = (traceId: string): About => ({
      path: pathOf(raw.url!),
      traceId,
      language: session.language(),
      maySeeSchema: app.config.mode === 'demo',
      report: (refusal, error) => report(refusal, error, request, app.log),
    })
    const [{ engine }, { openGraphqlSocket }] = await Promise.all([engines(face), import('./socket.ts')])
    const mine = openGraphqlSocket(socket, { app, engine, session, about })
    open.add(mine)
    socket.once('close', () => {
      open.delete(mine)
      const line = { method: raw.method, route: pathOf(raw.url!), status: 101, trace }
      app.log.info({ ...line, ms: Math.round(performance.now() - began) }, 'request')
    })
    socket.resume()
  }

  return {
    async admit(request) {
      checkOrigin(request)
      const call = callOf(request)
      if (call.credentials?.bearerToken) await callerContext(app, call)
      request.raw.socket.once('close', admission.admit(addressOf(request)))
    },
    handlerOf: (face) => (socket, request) => {
      socket.pause() // until the engine is there: nobody hears what comes before
      begin(face, socket, request).catch((error: unknown) => {
        app.log.error({ trace: request.id, err: error }, 'a request failed')
        socket.terminate()
      })
    },
  }
}
