/**
 * Pages of other sites that call this API from a browser: with an API key that names their origin, and over REST alone.
 *
 * A browser asks before it calls, and shows no key yet: it may, if any key of the store names the page. The call itself is
 * refused by `invoke` when its own key does not. Cookies never count from there, so nobody's session is lent out.
 * https://fetch.spec.whatwg.org/#http-cors-protocol
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { contextFor, limitedBy, type Call } from '#kit/invoke.ts'
import { ANONYMOUS, policy } from '#kit/policy.ts'
import { addressOf } from './call.ts'

const MAY_SEND = [
  'accept-language',
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'quayside-channel',
  'quayside-currency',
  'quayside-market',
  'quayside-store',
].join(', ')
const MAY_READ = 'etag, link, location, ratelimit, ratelimit-policy, retry-after, x-trace-id'
const ASK_AGAIN_AFTER_S = 600
const LONGEST_ORIGIN = 300

/** Adds to the answer of an `OPTIONS` what a browser wants to know before its page calls. */
export async function tellBeforehand(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  methods: string[],
): Promise<void> {
  const { origin, 'access-control-request-method': method } = request.raw.headers
  if (origin === undefined || method === undefined || origin.length > LONGEST_ORIGIN) return
  reply.header('vary', 'origin')
  await app.limits.take('shop.read', limitedBy(ANONYMOUS, addressOf(request)), app.clock())
  const ctx = await contextFor(app, { hint: { host: request.host } })
  if (!(await app.port(policy).opensTo?.(origin, ctx))) return
  reply.header('access-control-allow-origin', origin)
  reply.header('access-control-allow-methods', methods.join(', '))
  reply.header('access-control-allow-headers', MAY_SEND)
  reply.header('access-control-max-age', ASK_AGAIN_AFTER_S)
}

/** Lets the page read the answer, also where that is a refusal. No cache keeps what came with a key, so none has to know whose page it was. */
export function tellPage(call: Call, reply: FastifyReply): void {
  if (!call.opensToPage) return
  reply.header('access-control-allow-origin', call.page)
  reply.header('access-control-expose-headers', MAY_READ)
}
