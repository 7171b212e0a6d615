/** A small port that answers how a process is and nothing else: for those who only work, and to keep it off the shop's port. */
import fastify, { type FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { NotFound } from '#kit/failure.ts'
import { mountHealth } from './health.ts'
import { sendProblem } from './problems.ts'
import { traceIdOf } from './trace.ts'

export async function openHealthPort(app: App, port: number): Promise<FastifyInstance> {
  const { host, trustedProxies } = app.config
  const http = fastify({
    logger: false,
    genReqId: traceIdOf,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
  })
  http.setErrorHandler((error, request, reply) => sendProblem(request, reply, error, app.log))
  http.setNotFoundHandler((request, reply) => sendProblem(request, reply, NotFound({}), app.log))
  mountHealth(http, app)
  await http.listen({ host, port })
  return http
}
