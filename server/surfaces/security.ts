/**
 * What every answer carries for a browser's safety, and where a state-changing request may come from.
 *
 * Headers are set once, at the start, and cheaply; a page or a file sets its own over
 * them. Other origins may call this API from a browser with an API key alone (`cors.ts`).
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CrossSite, UnsupportedMedia } from './problems.ts'

const HEADERS: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['referrer-policy', 'same-origin'], // not no-referrer: with it browsers send `Origin: null` with our own forms
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cache-control', 'no-store'],
]
const TWO_YEARS_SECONDS = 63_072_000

export function securityHeaders(publicUrl: string): (request: FastifyRequest, reply: FastifyReply) => void {
  const headers = publicUrl.startsWith('https:')
    ? [
        ...HEADERS,
        ['strict-transport-security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`] as [string, string],
      ]
    : HEADERS
  return (request, reply) => {
    for (const [name, value] of headers) reply.header(name, value)
    reply.header('x-trace-id', request.id)
  }
}

/**
 * Refuses a write that another site's page has sent with our visitor's cookie.
 *
 * Browsers say where a request comes from: `Sec-Fetch-Site` on https and localhost,
 * else `Origin`, else `Referer`. A caller that says none of it is no browser and has
 * no visitor's cookies but its own. A bearer token is never sent by a browser alone.
 */
export function originCheck(publicUrl: string): (request: FastifyRequest) => void {
  const publicOrigin = new URL(publicUrl).origin
  return (request) => {
    const headers = request.raw.headers
    if (isBearer(headers.authorization)) return
    const site = headers['sec-fetch-site']
    if (site !== undefined) {
      if (site === 'same-origin' || site === 'none') return
      throw CrossSite({})
    }
    const from = headers.origin ?? originOf(headers.referer)
    if (from === undefined || from === publicOrigin || from === `${request.protocol}://${request.host}`)
      return
    throw CrossSite({})
  }
}

/** Whether the sender tells where the request comes from, as every browser does with a write. */
export function isBrowser(headers: IncomingHttpHeaders): boolean {
  return (
    headers['sec-fetch-site'] !== undefined || headers.origin !== undefined || headers.referer !== undefined
  )
}

function originOf(referer: string | undefined): string | undefined {
  if (referer === undefined) return undefined
  return URL.canParse(referer) ? new URL(referer).origin : 'null'
}

export function isBearer(authorization: string | undefined): boolean {
  return authorization !== undefined && /^bearer( |$)/i.test(authorization)
}

/** Compressed bodies are refused unread: a small one can hold a very large one. */
export function refuseCompressed(request: FastifyRequest): void {
  const encoding = request.raw.headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw UnsupportedMedia({})
}
