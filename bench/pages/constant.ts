/**
 * The storefront's pages with nothing behind them: the build that the store serves, whose loaders answer again what they answered
 * first. Each of PATHS is asked once of a store, which is then closed.
 */
import fastify from 'fastify'
import { closeApp, openApp } from '../../server/assemble.ts'
import { readConfig } from '../../server/config.ts'
import { silentLog } from '../../server/kit/log.ts'
import { inProcess } from '../../server/surfaces/in-process.ts'
import { PLAIN } from '../../server/surfaces/page-locale.ts'
import { freshNonce, mountPages, storefrontBuild } from '../../server/surfaces/pages.ts'

type Loader = (args: { request: Request }) => Promise<unknown>
type Route = { id: string; module: { loader?: Loader } }
type Build = { routes: Record<string, Route> }

const port = Number(process.env['PORT'])
const origin = `http://127.0.0.1:${port}`
const paths = JSON.parse(process.env['PATHS']!) as string[]

const app = await openApp(readConfig(process.env), { log: silentLog })
const store = inProcess(app, { actor: { kind: 'anonymous' } })
const build = remembering((await storefrontBuild()) as Build)
let ready = false
const http = fastify({ logger: false })
http.get('/readyz', (_, reply) => reply.code(ready ? 200 : 503).send({ ready }))
await mountPages(http, {
  build: async () => build,
  locale: async () => PLAIN,
  context: async (request) => ({
    ...PLAIN,
    store,
    session: { kind: 'anonymous', name: null },
    nonce: freshNonce(),
    timeZone: 'Europe/Berlin',
    closed: null,
    origin,
    traceId: String(request.id),
    formOrigins: [],
    cookies: [],
    formToken: 'constant',
    sharing: null,
    saysItIsFromHere: false,
    report(error) {
      throw error
    },
  }),
})
await http.listen({ port, host: '127.0.0.1' })
await Promise.all(paths.map(async (path) => (await fetch(origin + path)).text()))
await closeApp(app)
ready = true

function remembering(real: Build): Build {
  const known = new Map<string, unknown>()
  const constant =
    ({ id, module }: Route): Loader =>
    async (args) => {
      const key = `${id} ${args.request.url}`
      if (!known.has(key)) known.set(key, await module.loader!(args))
      return known.get(key)
    }
  const routes = Object.entries(real.routes).map(([name, route]): [string, Route] => [
    name,
    route.module.loader ? { ...route, module: { ...route.module, loader: constant(route) } } : route,
  ])
  return { ...real, routes: Object.fromEntries(routes) }
}
