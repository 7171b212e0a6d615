/**
 * Mounts `/live`: calls and topics over one WebSocket, for programs and pages that stay.
 *
 * The handshake is a GET that passes every check of this server; what a browser sends from another site's page is
 * refused there, before there is a socket.
 */
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { minutes, seconds } from '#kit/clock.ts'
import { NotFound } from '#kit/failure.ts'
import { createAdmission } from '../admission.ts'
import { addressOf, callerContext, callsOf } from '../call.ts'
import { readyOperations } from '../ready.ts'
import { originCheck } from '../security.ts'
import { watching, type Watch } from '../topic.ts'
import { sessionOf } from './session.ts'
import { openSocket, type LiveSocket } from './socket.ts'

export interface LiveOptions {
  heartbeatMs?: number
  /** A client that takes nothing for so long is sent away. */
  stuckMs?: number
}

/** Sessions end by time as well, which no event tells. */
const RECHECK_EVERY_MS = minutes(10)

export function mountLive(http: FastifyInstance, app: App, options: LiveOptions = {}): void {
  const { heartbeatMs = seconds(15), stuckMs = seconds(45) } = options
  const open = new Set<LiveSocket>()
  const admission = createAdmission(app)
  const callOf = callsOf(app)
  const checkOrigin = originCheck(app.config.publicUrl)
  const find = readyOperations(app)
  const watches = new Map<string, Watch>()
  const watchOf = (id: string) => {
    if (!watches.has(id)) watches.set(id, watching(app, find(id)!.operation))
    return watches.get(id)!
  }
  let recheckedAtMs = performance.now()
  const heart = setInterval(() => {
    const isDue = performance.now() - recheckedAtMs > RECHECK_EVERY_MS
    if (isDue) recheckedAtMs = performance.now()
    for (const socket of open) {
      socket.beat(stuckMs)
      if (isDue) socket.recheck()
    }
  }, heartbeatMs)
  heart.unref()
  app.metrics.gauge('quayside_live_sockets', 'Open sockets of /live.', () => open.size)
  app.metrics.gauge('quayside_live_topics', 'Topics watched over /live.', () =>
    open.values().reduce((sum, socket) => sum + socket.topics(), 0),
  )

  http.addHook('preClose', async () => {
    admission.close()
    clearInterval(heart)
    await Promise.all([...open].map((socket) => socket.drain()))
  })

  http.route({
    method: 'GET',
    url: '/live',
    exposeHeadRoute: false,
    onRequest: async (request) => {
      if (!request.ws) throw NotFound({})
      checkOrigin(request)
      const call = callOf(request)
      if (call.credentials?.bearerToken) await callerContext(app, call)
      request.raw.socket.once('close', admission.admit(addressOf(request)))
    },
    handler: () => {
      throw NotFound({})
    },
    wsHandler: (socket, request) => {
      const { id: trace, raw } = request
      const began = performance.now()
      const live = openSocket(socket, {
        app,
        find,
        watchOf,
        session: sessionOf(app, callOf(request)),
        ended(told) {
          open.delete(live)
          const line = { method: raw.method, route: '/live', status: 101, trace, ...told }
          app.log.info({ ...line, ms: Math.round(performance.now() - began) }, 'request')
        },
      })
      open.add(live)
    },
  })
}
