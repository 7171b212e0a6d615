/**
 * The pages while one works on them: Vite in this process, a fresh build after each edit, hot reload over the
 * shop's own port. Loaded only with `--dev`: Vite is a development dependency.
 *
 * The page's security policy is off meanwhile, because Vite writes styles into the page; what it would refuse
 * shows only in the built pages.
 */
import { Server, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { PagesOptions } from './pages.ts'

const root = join(import.meta.dirname, '../../apps/storefront')

export async function openDevelopment(
  http: FastifyInstance,
): Promise<Required<Pick<PagesOptions, 'build' | 'development'>>> {
  const { createServer, isRunnableDevEnvironment } = await import('vite')
  const vite = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: hotSocketsOf(http.server) } },
  })
  // Before the server closes: it would wait for ever for the sockets of the pages that are open.
  http.addHook('preClose', () => vite.close())
  const ssr = vite.environments['ssr']
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('Vite offers no way to run the pages here.')
  return {
    // NOTE: import on every request; a build kept from before would be stale after an edit.
    build: () => ssr.runner.import('virtual:react-router/server-build'),
    development: (request, reply, next) => vite.middlewares(request, reply, next),
  }
}

/** A server that never listens: sockets of Vite's own come out of it, before the store's roads see them. */
function hotSocketsOf(server: Server): Server {
  const hot = new Server()
  const isHot = ({ headers }: IncomingMessage) => headers['sec-websocket-protocol']?.startsWith('vite-')
  const own = server as Server & { shouldUpgradeCallback(request: IncomingMessage): boolean }
  const opens = own.shouldUpgradeCallback
  own.shouldUpgradeCallback = (request) => isHot(request) || opens(request)
  const emit = server.emit.bind(server)
  server.emit = (event: string, ...of: [IncomingMessage, ...unknown[]]) =>
    event === 'upgrade' && isHot(of[0]) ? hot.emit(event, ...of) : emit(event, ...of)
  return hot
}
