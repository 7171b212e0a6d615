/** Listens: the API, the pages, and in demo mode the sandbox company under its own prefix. */
import type { Server as SecureServer } from 'node:https'
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import { openInsideCompany, outsideSandbox } from './adapters/sandbox/adapter.ts'
import { openInsideCarrier } from './adapters/sandbox/carrier/adapter.ts'
import { createGrpcPort } from './surfaces/grpc/port.ts'
import { createHttp } from './surfaces/http.ts'
import { mountStorefront } from './surfaces/storefront.ts'
import { followCertificate, openRedirect, readCertificate, transportFindings } from './tls.ts'

export async function serve(app: App, options: { development: boolean }): Promise<FastifyInstance> {
  const { tls, httpPort } = app.config
  const http = await createHttp(app, tls ? readCertificate(tls) : undefined)
  const isDemo = app.config.mode === 'demo'
  const outside = isDemo ? outsideSandbox(app.config) : null
  if (isDemo) await mountSandbox(http, app, outside === null)
  await mountStorefront(http, app, {
    development: options.development,
    formOrigins: outside ? [new URL(outside).origin] : [],
  })
  if (httpPort !== null) {
    const redirect = await openRedirect(app.config)
    http.addHook('onClose', async () => void redirect.close())
  }
  await http.listen({ host: app.config.host, port: app.config.port })
  if (tls) {
    const unfollow = followCertificate(http.server as unknown as SecureServer, tls, app.log)
    http.server.once('close', unfollow)
  }
  for (const { says, advice } of transportFindings(app.config)) app.log.warn({ advice }, says)
  return http
}

/** With HTTP/2 and a port of its own. In a demo somebody else's port is no reason to stay closed. */
export async function serveGrpc(app: App): Promise<FastifyInstance | null> {
  const { host, grpcPort, tls, mode } = app.config
  if (grpcPort === 0) return null
  const grpc = createGrpcPort(app, tls ? readCertificate(tls) : undefined)
  try {
    await grpc.listen({ host, port: grpcPort })
  } catch (error) {
    await grpc.close()
    const isTaken = (error as { code?: string }).code === 'EADDRINUSE'
    if (isTaken && mode === 'production')
      throw new Error(`Port ${grpcPort} is in use by another program. Set GRPC_PORT to another, or to 0.`, {
        cause: error,
      })
    if (!isTaken) throw error
    app.log.warn({ port: grpcPort }, 'GRPC_PORT is in use by another program, so no gRPC is served')
    return null
  }
  if (tls) grpc.server.once('close', followCertificate(grpc.server as unknown as SecureServer, tls, app.log))
  return grpc
}

/** Asked before the database is opened: who has taken the port is better told at once. */
export async function portIsFree({ host, port }: Config): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen({ host, port, exclusive: true }, resolve)
  })
  await new Promise((resolve) => probe.close(resolve))
}

interface Company {
  handle(request: Request): Promise<Response>
  close(): Promise<void>
}

/** Other companies' servers that happen to share our port: they get the request as it came. */
async function mountSandbox(http: FastifyInstance, app: App, withPayments: boolean): Promise<void> {
  const { answerOver } = await import('./adapters/sandbox/company/door.ts')
  const mount = (path: string, company: Company) => mountCompany(http, app, path, company, answerOver)
  await mount('/sandbox/carrier', await openInsideCarrier(app.config, app.log))
  if (withPayments) await mount('/sandbox', await openInsideCompany(app.config, app.log))
}

async function mountCompany(
  http: FastifyInstance,
  app: App,
  path: string,
  company: Company,
  answerOver: typeof import('./adapters/sandbox/company/door.ts').answerOver,
): Promise<void> {
  await http.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', (_, payload, done) => done(null, payload))
    part.all(`${path}/*`, (request, reply) => {
      reply.hijack()
      answerOver(company.handle, request.raw, reply.raw, app.config.publicUrl).catch((error: unknown) => {
        app.log.error({ err: error }, 'the sandbox could not answer')
        reply.raw.destroy()
      })
    })
    part.addHook('onClose', () => company.close())
  })
}
