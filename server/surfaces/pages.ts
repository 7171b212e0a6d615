/**
 * Serves the storefront: its hashed files from disk, every other GET and POST rendered by React Router in this
 * process, with the store's operations handed in per request (no HTTP hop).
 *
 * Mount it last and once: it takes `/*`, so the API's own routes must already stand. Within it no Fastify
 * parser runs; the form's bytes go to the page that asked for them, 64 KB at most.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Client } from '@quayside/client'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendBarePage, wantsPage } from './bare-page.ts'
import { goneSignal } from './gone.ts'
import { PLAIN, type PageLocale } from './page-locale.ts'
import { answerPage, isFromHere, type Answer, type PageContext } from './page-answer.ts'

export type { PageContext } from './page-answer.ts'

export type PagesBuild = { entry: { module: { openPages(build: unknown, mode: string): Answer } } }

export type PagesOptions = {
  /** The server build: once imported in production, per request in development. */
  build: () => Promise<unknown>
  locale: (request: FastifyRequest) => Promise<PageLocale>
  /** `gone` falls when the visitor leaves. */
  context: (request: FastifyRequest, locale: PageLocale, gone: AbortSignal) => Promise<PageContext>
  /** The client build on disk. */
  files?: string
  /** The build tool's middleware while developing; it serves the files then, and styles may be inline. */
  development?: (request: FastifyRequest['raw'], reply: FastifyReply['raw'], next: () => void) => void
}

const storefront = join(import.meta.dirname, '../../apps/storefront/build')
const FORM_LIMIT = 64 * 1024 // bytes; the longest form, checkout, needs about 2 KB

export const freshNonce = (): string => randomBytes(16).toString('base64')

let built: Promise<unknown> | undefined

/** Loads the storefront built by `npm run build`, once. */
export const storefrontBuild = (): Promise<unknown> =>
  (built ??= import(pathToFileURL(join(storefront, 'server/index.js')).href))

export async function mountPages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FORM_LIMIT }, (_request, body, done) =>
      done(null, body),
    )
    pages.setErrorHandler((error, request, reply) => {
      if (!wantsPage(request)) throw error
      request.log.error({ err: error }, 'a page could not be rendered')
      return sendBarePage(request, reply, error)
    })
    if (options.development) {
      const develop = options.development
      pages.addHook('onRequest', (request, reply, done) => develop(request.raw, reply.raw, done))
    } else {
      await serveFiles(pages, options.files ?? join(storefront, 'client'))
    }
    const mode = options.development ? 'development' : 'production'
    const open = opener(mode)
    pages.route({
      method: ['GET', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        const answer = open(await options.build())
        const gone = goneSignal(reply)
        const locale = await options.locale(request).catch(() => PLAIN)
        const context = await options
          .context(request, locale, gone)
          .catch((error: unknown) => withoutStore(request, locale, error))
        const page = {
          ...context,
          strict: !options.development,
          gone,
          isFromHere: isFromHere(request, context.origin),
        }
        return answerPage(request, reply, page, answer)
      },
    })
  })
}

/** A build is opened once; while developing each edit brings a new one. */
function opener(mode: string): (build: unknown) => Answer {
  let last: unknown
  let answer: Answer
  return (build) => {
    if (build !== last) answer = (build as PagesBuild).entry.module.openPages(build, mode)
    last = build
    return answer
  }
}

async function serveFiles(pages: FastifyInstance, folder: string): Promise<void> {
  await pages.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    schemaHide: true,
    setHeaders: (reply) => void reply.header('X-Content-Type-Options', 'nosniff'),
  })
  pages.get('/favicon.svg', (_request, reply) =>
    reply.sendFile('favicon.svg', folder, { maxAge: '1d', immutable: false }),
  )
  // At the root, for it speaks for all pages; asked for anew each time, for it is what brings the next one.
  pages.get('/service-worker.js', (_request, reply) =>
    reply
      .header('Content-Security-Policy', `default-src 'none'; connect-src 'self'`) // what it may fetch
      .sendFile('service-worker.js', folder, { maxAge: 0, immutable: false }),
  )
}

/**
 * When not even the visitor can be told, because the database is away, the page is still a page: every call of
 * its store fails the same way, and the storefront draws what it shows for that.
 */
function withoutStore(request: FastifyRequest, locale: PageLocale, error: unknown): PageContext {
  const failing: unknown = new Proxy(() => Promise.reject(error as Error), {
    get: (_, name) => (name === 'then' ? undefined : failing),
  })
  return {
    store: failing as Client,
    session: { kind: 'anonymous', name: null },
    ...locale,
    nonce: freshNonce(),
    timeZone: 'UTC',
    closed: null,
    origin: `${request.protocol}://${request.host}`,
    traceId: String(request.id),
    formOrigins: [],
    cookies: [],
    formToken: null,
    sharing: null,
    saysItIsFromHere: false,
    report: (reported) => request.log.error({ err: reported }, 'a page could not be rendered'),
  }
}
