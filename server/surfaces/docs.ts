/**
 * What programs and their makers read: `/openapi.json`, `/quayside.proto` and `/quayside.admin.proto` for clients of
 * gRPC, and each problem's own address. People read the same at `/docs`.
 */
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { NotFound, commonFailures } from '#kit/failure.ts'
import { wantsPage } from './bare-page.ts'
import { mountPages, sendPage } from './docs/mount.ts'
import { problemPage } from './docs/problem-page.ts'
import { graphqlFailures } from './graphql/failures.ts'
import { httpFailures } from './problems.ts'
import { emptyLock, readLocks } from './proto-lock.ts'
import { PACKAGES, PROTO_FILES } from './proto-model.ts'
import { protoFile } from './proto.ts'
import { operationsOf, type Face } from './vocabulary.ts'

export function mountDocs(http: FastifyInstance, app: App): void {
  let text: Promise<string> | undefined
  const protos: Partial<Record<Face, string>> = {}

  http.get('/openapi.json', async (_request, reply) => {
    text ??= import('./openapi.ts').then(({ openapi }) => JSON.stringify(openapi(app)))
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-cache')
    return text
  })

  for (const face of ['shop', 'admin'] as const) {
    http.get(`/${PROTO_FILES[face]}`, (_request, reply) => {
      const lock = readLocks()[PACKAGES[face]] ?? emptyLock()
      reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache')
      return reply.send((protos[face] ??= protoFile(app, face, lock)))
    })
  }

  // `type` of a problem document leads here.
  http.get<{ Params: { code: string } }>('/problems/:code', async (request, reply) => {
    const declared = [...app.operations.values()].flatMap((operation) => operation.failures)
    const known = [...commonFailures, ...httpFailures, ...graphqlFailures, ...declared].find(
      ({ code }) => code === request.params.code,
    )
    if (!known) throw NotFound({})
    if (wantsPage(request)) return sendPage(request, reply, problemPage(known, operationsOf(app)))
    reply.header('vary', 'Accept')
    return { code: known.code, status: known.status, details: known.details }
  })

  mountPages(http, app)
}
