/**
 * One page's request and answer: Fastify's request as the web's, the page's response written to the connection
 * as React makes it, and the work stopped when the visitor leaves.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip, type Gzip } from 'node:zlib'
import type { Client } from '@quayside/client'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PageLocale } from './page-locale.ts'
import type { Sharing } from './shared-pages.ts'

/** The server's half of the agreement in apps/storefront/app/context.ts. */
export type PageContext = PageLocale & {
  /** The typed client over `invoke`, speaking for the visitor. */
  store: Client
  session: { kind: 'anonymous' | 'guest' | 'person'; name: string | null }
  /** `freshNonce()`. */
  nonce: string
  timeZone: string
  /** The shop is closed to this visitor for now. */
  closed: { text: string; retryAfterSeconds: number } | null
  /** Scheme, host and port that visitors use. */
  origin: string
  traceId: string
  /** Origins of the payment pages: forms may lead there. */
  formOrigins: string[]
  /** `Set-Cookie` lines that calls made while the page was loaded wish to send. */
  cookies: string[]
  /** What every form of a page says again; null when nothing can be read or written anyway. */
  formToken: string | null
  /** Null: the page is this visitor's alone. */
  sharing: Sharing | null
  /** The browser itself says that a form comes from a page of ours; false where no page is shared. */
  saysItIsFromHere: boolean
  report(error: unknown): void
  /** Filled by the page: writes it straight into the answer. */
  render?: { pipe(to: NodeJS.WritableStream): void; abort(reason?: unknown): void }
}

/** With what each request adds: `isFromHere` is false when the browser says that another site sent it. */
type AskedPage = PageContext & { strict: boolean; isFromHere: boolean }

export type Answer = (request: Request, page: AskedPage) => Promise<Response>

const RETRY_AFTER = 2 // seconds; a database that restarts is back by then

export async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: AskedPage & { gone: AbortSignal },
  answer: Answer,
): Promise<FastifyReply> {
  const { gone } = page
  const response = await answer(toWebRequest(request, page.origin, gone), page)
  if (gone.aborted) return reply.hijack()

  const headers = headersOf(request, response, page)
  const hasBody = page.render !== undefined || response.body !== null
  const gzip = hasBody && acceptsGzip(request) ? squeeze(headers) : undefined
  reply.hijack()
  reply.raw.writeHead(response.status, headers)
  if (page.render) {
    gone.addEventListener('abort', () => page.render?.abort(), { once: true })
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
 * Browsers say where a form comes from; the pages refuse another site's. A caller that says nothing is no
 * browser, and carries no visitor's cookies unless it has them itself.
 */
export function isFromHere(request: FastifyRequest, origin: string): boolean {
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
    ...(response.status === 503 ? { 'retry-after': String(RETRY_AFTER) } : {}),
    ...(page.origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    ...Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
  }
  const cookies = [...page.cookies, ...response.headers.getSetCookie()]
  Object.assign(headers, page.sharing?.headers(response.status, cookies.length > 0))
  // What a cache may give to everybody carries nobody's cookies.
  const isShared = /^public\b/.test(response.headers.get('cache-control') ?? '')
  if (cookies.length > 0 && !isShared) headers['set-cookie'] = cookies
  return headers
}

const acceptsGzip = (request: FastifyRequest) => /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')

/** Flushed after every chunk, so that what React sends early also arrives early. */
function squeeze(headers: Record<string, string | string[]>): Gzip {
  headers['content-encoding'] = 'gzip'
  headers['vary'] ??= 'Accept-Encoding'
  delete headers['content-length']
  return createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH })
}
