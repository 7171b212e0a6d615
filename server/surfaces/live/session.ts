/** Who speaks on a socket, and how they are answered: from the handshake, then from `hello`, then from a log-in over the socket itself. */
import type { App } from '#kit/app.ts'
import type { Call } from '#kit/invoke.ts'
import { languageOf } from '#kit/language.ts'
import type { Operation } from '#kit/operation.ts'
import { preferredLocales } from '../accept-language.ts'
import { callerContext } from '../call.ts'
import { unreadable } from '../problems.ts'
import { newTraceId } from '../trace.ts'
import type { Hello } from './messages.ts'

export interface Session {
  /** A call of its own for each message. */
  call: () => Call
  language: () => ReturnType<typeof languageOf>
  /** Only as the first message: nobody changes who they are in the middle. A token that holds no session is refused. */
  greet: (hello: Hello) => Promise<{ as: string }>
  /** An operation that begins or ends a session speaks for the socket from then on. */
  carry: (operation: Operation, output: unknown) => void
  /** Some other message has come: `hello` would be too late. */
  spoken: () => void
}

export function sessionOf(app: App, handshake: Call): Session {
  const { statements: _, traceId: __, signal: ___, ...rest } = handshake
  let base: Call = rest
  let hasSpoken = false
  const call = (): Call => ({ ...base, traceId: newTraceId(), statements: { count: 0 } })
  return {
    call,
    language: () => languageOf(base.hint?.locale),
    spoken: () => void (hasSpoken = true),
    async greet(hello) {
      if (hasSpoken) throw unreadable('kind', 'order', 'A hello is the first message, or there is none.')
      hasSpoken = true
      const { token, store, channel, market, locale, currency, bypass } = hello
      const said = { storeId: store, channel, market, locale: preferredLocales(locale), currency, bypass }
      const hint = { ...base.hint }
      for (const [name, value] of Object.entries(said))
        if (value !== undefined) hint[name as 'channel'] = value
      base = { ...base, hint, ...(token === undefined ? {} : { credentials: { bearerToken: token } }) }
      const asked = call()
      // Guessing tokens is counted as reading is.
      await app.limits.take('shop.read', asked.address || 'anonymous', app.clock())
      const { actor } = await callerContext(app, asked)
      return { as: actor.kind }
    },
    carry({ session }, output) {
      const { token } = (output ?? {}) as { token?: unknown }
      if (session === 'ends') base = { ...base, credentials: {} }
      else if (session === 'starts' && typeof token === 'string')
        base = { ...base, credentials: { bearerToken: token } }
    },
  }
}
