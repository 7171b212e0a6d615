/**
 * Serves the storefront: its hashed files from disk, every other GET and POST rendered by React Router in this
 * process, with the store's operations handed in per request (no HTTP hop).
 *
 * Mount it last and once: it takes `/*`, so the API's own routes must already stand. Within it no Fastify
 * parser runs; the form's bytes go to the page that asked for them, 64 KB at most.
 */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, createGzip, type Gzip } from 'node:zlib'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The server's half of the agreement in apps/storefront/app/context.ts. */
export type PageContext = {
  /** The typed client over `invoke`, speaking for the visitor. */
  store: unknown
  session: { kind: 'anonymous' | 'guest' | 'person'; name: string | null }
  /** `freshNonce()`. */
  nonce: string
  locale: string
  timeZone: string
  /** Scheme, host and port that visitors use. */
  origin: string
  traceId: string
  /** Origins of the payment pages: forms may lead there. */
  formOrigins: string[]
  /** `Set-Cookie` lines that calls made while the page was loaded wish to send. */
  cookies: string[]
  report(error: unknown): void
  /** Filled by the page: writes it straight into the answer. */
  render?: { pipe(to: NodeJS.WritableStream): void; abort(reason?: unknown): void }
}

type Answer = (request: Request, page: PageContext & { strict: boolean }) => Promise<Response>
export type PagesBuild = { entry: { module: { openPages(build: unknown, mode: string): Answer } } }

export type PagesOptions = {
  /** The server build: once imported in production, per request in development. */
  build: () => Promise<unknown>
  context: (request: FastifyRequest) => Promise<PageContext>
  /** The client build on disk. */
  files?: string
  /** The build tool's middleware while developing; it serves the files then, and styles may be inline. */
  development?: (request: FastifyRequest['raw'], reply: FastifyReply['raw'], next: () => void) => void
}

const storefront = join(import.meta.dirname, '../../apps/storefront/build')
const FORM_LIMIT = 64 * 1024 // bytes; the longest form, checkout, needs about 2 KB

export const freshNonce = (): string => randomBytes(16).toString('base64')

/** Loads the storefront built by `npm run build`; the same module each time. */
export const storefrontBuild = (): Promise<unknown> =>
  import(pathToFileURL(join(storefront, 'server/index.js')).href)

export async function mountPages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FORM_LIMIT }, (_request, body, done) =>
      done(null, body),
    )
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
        const page = { ...(await options.context(request)), strict: !options.development }
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
}

async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: PageContext & { strict: boolean },
  answer: Answer,
): Promise<FastifyReply> {
  if (request.method === 'POST' && !isFromHere(request, page.origin)) {
    return reply.code(403).type('text/plain; charset=utf-8').send('This form was sent from another site.')
  }
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const response = await answer(toWebRequest(request, page.origin, gone.signal), page)
  if (gone.signal.aborted) return reply.hijack()

  const headers = headersOf(request, response, page)
  const hasBody = page.render !== undefined || response.body !== null
  const gzip = hasBody && acceptsGzip(request) ? squeeze(headers) : undefined
  reply.hijack()
  reply.raw.writeHead(response.status, headers)
  if (page.render) {
    gone.signal.addEventListener('abort', () => page.render?.abort(), { once: true })
    if (gzip) pipeline(gzip, reply.raw).catch(ignoreHangUp)
    page.render.pipe(gzip ?? reply.raw)
  } else if (response.body) {
    const body = Readable.fromWeb(response.body as never)
    await (gzip ? pipeline(body, gzip, reply.raw) : pipeline(body, reply.raw)).catch(ignoreHangUp)
  } else {
    reply.raw.end()
  }
  return reply
}

/** A visitor who leaves in mid-page is no error. */
function ignoreHangUp(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}

/**
 * Browsers say where a form comes from; another site's form is refused. A caller that says nothing is no
 * browser, and carries no visitor's cookies unless it has them itself.
 */
function isFromHere(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = request.headers.origin
  if (from === undefined) return true
  return from === origin || from.replace(/^https?:\/\//, '') === request.host
}

function toWebRequest(request: FastifyRequest, origin: string, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  // React Router compares the form's origin with the address of the request: both are where the visitor is.
  const from = request.method === 'POST' ? request.headers.origin : undefined
  const base = from !== undefined && from !== 'null' ? from : origin
  const body = request.method === 'POST' && request.body instanceof Buffer ? request.body : undefined
  return new Request(base + request.url, {
    method: request.method,
    headers,
    signal,
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
}

function headersOf(
  request: FastifyRequest,
  response: Response,
  page: PageContext,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin', // signed links stay with us, and forms keep telling their origin
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cache-control': 'private, no-cache',
    'x-trace-id': page.traceId,
    ...(page.origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    ...Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
  }
  const cookies = [...page.cookies, ...response.headers.getSetCookie()]
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return headers
}

const acceptsGzip = (request: FastifyRequest) => /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')

/** Flushed after every chunk, so that what React sends early also arrives early. */
function squeeze(headers: Record<string, string | string[]>): Gzip {
  headers['content-encoding'] = 'gzip'
  headers['vary'] = 'Accept-Encoding'
  delete headers['content-length']
  return createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH })
}
