/**
 * Mounts the routes that take or give bytes: providers' webhooks, uploads, files.
 *
 * Each is counted under its method and path, as operations are under their names.
 */
import { Transform, type Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { countStatements, mapDatabaseError, type Statements } from '#kit/db.ts'
import { TooLarge, isFailure } from '#kit/failure.ts'
import { rawRoutes, type RawReply, type RawRoute } from '#kit/raw-route.ts'
import { callsOf } from './call.ts'
import { sendProblem } from './problems.ts'

const EMPTY = Buffer.alloc(0)

export async function mountRawRoutes(http: FastifyInstance, app: App): Promise<void> {
  const routes = app.ports(rawRoutes).flat()
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const route of routes) if (route.body !== 'stream') mount(scope, app, route)
  })
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body))
    for (const route of routes) if (route.body === 'stream') mount(scope, app, route)
  })
}

function mount(scope: FastifyInstance, app: App, route: RawRoute): void {
  const callOf = callsOf(app)
  const refuse = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    const tooLarge = (error as { code?: unknown }).code === 'FST_ERR_CTP_BODY_TOO_LARGE'
    return sendProblem(request, reply, tooLarge ? TooLarge({ limitBytes: route.maxBytes }) : error, app.log)
  }
  scope.route({
    method: route.method,
    url: route.path,
    bodyLimit: Math.max(1, route.maxBytes),
    errorHandler: (error, request, reply) => void refuse(request, reply, error),
    handler: async (request, reply) => {
      try {
        // No session here: whoever calls proves it by the bytes or the address.
        const { credentials: _, ...call } = callOf(request)
        const stream = route.body === 'stream' ? bounded(request, route.maxBytes) : null
        const answer = await counted(app, route, call.statements!, () =>
          route.handle(
            {
              method: request.method,
              params: request.params as Record<string, string>,
              query: request.query as Record<string, string | string[]>,
              headers: request.raw.headers,
              body: Buffer.isBuffer(request.body) ? request.body : EMPTY,
              stream,
            },
            { app, address: call.address ?? '', traceId: request.id, call },
          ),
        )
        reply.code(answer.status)
        for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
        return await reply.send(answer.body)
      } catch (error) {
        return refuse(request, reply, error)
      }
    },
  })
}

/** What it does by operations of its own is counted under their names as well. */
async function counted(
  app: App,
  route: RawRoute,
  statements: Statements,
  handle: () => Promise<RawReply>,
): Promise<RawReply> {
  const began = performance.now()
  let outcome = 'ok'
  try {
    return await countStatements(statements, handle)
  } catch (error) {
    const mapped = mapDatabaseError(error)
    outcome = isFailure(mapped) ? mapped.code : 'internal'
    throw error
  } finally {
    const name = `${route.method} ${route.path}`
    app.metrics.operation(name, outcome, performance.now() - began, statements.count)
  }
}

/** Breaks off as soon as too much has come, whatever Content-Length promised. */
function bounded(request: FastifyRequest, limitBytes: number): Readable {
  if (Number(request.raw.headers['content-length'] ?? 0) > limitBytes) throw TooLarge({ limitBytes })
  let bytes = 0
  const limiter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) done(TooLarge({ limitBytes }))
      else done(null, chunk)
    },
  })
  request.raw.on('error', (error) => limiter.destroy(error))
  request.raw.on('aborted', () => limiter.destroy(new Error('the upload was broken off')))
  return request.raw.pipe(limiter)
}
