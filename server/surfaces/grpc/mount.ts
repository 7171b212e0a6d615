/** Where calls of gRPC come in. What answers them is loaded at the first one, as most stores never see any. */
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Grpc } from './server.ts'

/** `/quayside.*` beside other roads: gRPC-Web and Connect, which HTTP/1.1 can carry. */
export function mountGrpc(http: FastifyInstance, app: App, url: '/quayside.*' | '/*'): void {
  let opened: Promise<Grpc> | undefined
  void http.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', (_request, payload, done) => done(null, payload)) // read by who answers
    part.post(url, async (request, reply) => {
      reply.hijack()
      opened ??= import('./server.ts').then(({ openGrpc }) => openGrpc(app))
      await (await opened).answer(request, reply)
    })
  })
  http.addHook('preClose', (done) => {
    void opened?.then((grpc) => grpc.close())
    done()
  })
}
