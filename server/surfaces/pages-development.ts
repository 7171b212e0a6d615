/**
 * The pages while one works on them: Vite in this process, a fresh build after each edit, hot reload over the
 * shop's own port. Loaded only with `--dev`: Vite is a development dependency.
 *
 * The page's security policy is off meanwhile, because Vite writes styles into the page; what it would refuse
 * shows only in the built pages.
 */
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
    server: { middlewareMode: true, hmr: { server: http.server } },
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
