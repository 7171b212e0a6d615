/**
 * The shortest way to an answer that is kept: what somebody without a name was answered, whoever asks the same next is
 * answered too, while it still holds.
 *
 * All that such an answer hangs on stands in the request's address and in the headers that choose a shop, language and
 * currency, so nothing has to be read again but these. Limits and metrics count it like any other.
 */
import type { FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import type { KeptAnswer } from '#kit/kept.ts'
import type { Operation } from '#kit/operation.ts'
import { limitedBy, type Call } from '#kit/invoke.ts'
import { ANONYMOUS } from '#kit/policy.ts'

/** So many different requests are known again, of each operation. */
const MOST = 5_000
/** An address longer than this is not worth it. */
const LONGEST = 500

export interface KnownAnswers {
  /** Null: the request has to be read. */
  find(request: FastifyRequest): KeptAnswer | null
  /** Draws from the limits, and tells the metrics. */
  count(call: Call): Promise<void>
  /** Only when its answer was all that is kept. */
  learn(request: FastifyRequest, call: Call): void
}

export function knownAnswers(app: App, operation: Operation): KnownAnswers {
  /** Under which name the answer to a request is kept. */
  const names = new Map<string, string>()
  return {
    find(request) {
      const wish = wishOf(request)
      const name = wish === null ? undefined : names.get(wish)
      return name === undefined ? null : ((app.cache.peek(name) as KeptAnswer | undefined) ?? null)
    },
    async count({ address }) {
      const began = performance.now()
      await app.limits.take(operation.limit, limitedBy(ANONYMOUS, address), app.clock())
      app.metrics.operation(operation.id, 'ok', performance.now() - began, 0)
    },
    learn(request, { keptAs }) {
      const wish = wishOf(request)
      if (wish === null || keptAs === undefined) return
      if (names.size >= MOST) names.clear()
      names.set(wish, keptAs)
    },
  }
}

function wishOf(request: FastifyRequest): string | null {
  const { url = '', headers } = request.raw
  if (headers.authorization !== undefined || headers.cookie !== undefined || url.length > LONGEST) return null
  if (headers['quayside-bypass'] !== undefined) return null
  const { 'quayside-store': store, 'quayside-channel': channel } = headers
  const { 'quayside-market': market, 'quayside-currency': currency } = headers
  return `${url}\n${request.host}\n${headers['accept-language'] ?? ''}\n${text(store)}\n${text(channel)}\n${text(market)}\n${text(currency)}`
}

const text = (header: string | string[] | undefined) => (header === undefined ? '' : String(header))
