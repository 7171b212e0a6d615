/** Listens: the API, the pages, and in demo mode the sandbox company under its own prefix. */
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { openInsideCompany, outsideSandbox } from './adapters/sandbox/adapter.ts'
import { createHttp } from './surfaces/http.ts'
import { mountStorefront } from './surfaces/storefront.ts'

export async function serve(app: App, options: { development: boolean }): Promise<FastifyInstance> {
  const http = await createHttp(app)
  if (app.config.mode === 'demo' && !outsideSandbox(app.config)) await mountSandbox(http, app)
  const outside = outsideSandbox(app.config)
  await mountStorefront(http, app, {
    development: options.development,
    formOrigins: outside ? [new URL(outside).origin] : [],
  })
  await http.listen({ host: app.config.host, port: app.config.port })
  return http
}

/** Another company's server that happens to share our port: it gets the request as it came. */
async function mountSandbox(http: FastifyInstance, app: App): Promise<void> {
  const company = await openInsideCompany(app.config, app.log)
  const { answerOver } = await import('./adapters/sandbox/company/door.ts')
  await http.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', (_, payload, done) => done(null, payload))
    part.all('/sandbox/*', (request, reply) => {
      reply.hijack()
      answerOver(company.handle, request.raw, reply.raw, app.config.publicUrl).catch((error: unknown) => {
        app.log.error({ err: error }, 'the sandbox could not answer')
        reply.raw.destroy()
      })
    })
    part.addHook('onClose', () => company.close())
  })
}
