/**
 * Subscriptions over WebSocket, by the protocol `graphql-transport-ws` as the graphql-ws library has it.
 *
 * Who asks is known from the handshake's cookie, or from `authorization` in the first message. Only subscriptions go
 * this way: all else has its limits, its idempotency and its cookies over HTTP.
 */
import { GraphQLError } from 'graphql'
import { makeServer } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import { TooMany, Unauthenticated, isFailure } from '#kit/failure.ts'
import { parseJsonBody } from '../json-body.ts'
import type { Session } from '../live/session.ts'
import { refuseOverload } from '../overload.ts'
import { codesOf } from '../failure-codes.ts'
import type { Around, Engine, Query, Ready } from './engine.ts'
import { toldOf, toldOfFields, type About } from './refused.ts'
import { isObject, queryOf } from './request.ts'

/** Of one socket. */
export const MAX_SUBSCRIPTIONS = 50
/** Being looked at for the first time. */
const MAX_BEGINNING = 8
/** Unsent bytes from which on nothing more is read from a client. */
const BEHIND_BYTES = 256 * 1024
/** A client that does not answer the closing by then is cut off. */
const CLOSE_WITHIN_MS = seconds(2)

export interface SocketAround {
  app: App
  engine: Engine
  session: Session
  about: (traceId: string) => About
}

export interface GraphqlSocket {
  /** Asked every few seconds: is it still there, and does it take what it is sent? */
  beat: (stuckMs: number) => void
  close: (code: number, reason: string) => void
  subscriptions: () => number
}

interface Followed {
  query: Query
  ready: Ready
}
const ONLY = new Set(['subscription'])

export function openGraphqlSocket(
  socket: WebSocket,
  { app, engine, session, about }: SocketAround,
): GraphqlSocket {
  let isAlive = true
  let beginning = 0
  let open = 0
  /** Since when something has not been taken. */
  let sinceMs: number | null = null

  /** Kept until the client takes it: a subscription goes on when its last result has left. */
  async function send(text: string): Promise<void> {
    if (socket.readyState !== socket.OPEN) return
    sinceMs ??= performance.now()
    await new Promise<void>((resolve) => {
      socket.send(text, () => resolve())
      weigh()
    })
    if (socket.bufferedAmount === 0) sinceMs = null
  }

  /** Answers to pings count as well, which `ws` sends by itself: who does not take them is not read. */
  function weigh() {
    if (socket.isPaused || socket.bufferedAmount <= BEHIND_BYTES) return
    sinceMs ??= performance.now()
    socket.pause()
    // Told when all before it has left.
    socket.ping('', false, () => {
      sinceMs = null
      socket.resume()
    })
  }

  function close(code: number, reason: string) {
    if (socket.readyState !== socket.OPEN) return
    socket.close(code, reason)
    socket.resume() // else its answer to the closing is not read
    setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS).unref()
  }

  const server = makeServer<Record<string, unknown>>({
    async onConnect({ connectionParams = {} }) {
      const { authorization, ...said } = lowered(connectionParams)
      const token = /^bearer +(\S{1,1024})$/i.exec(authorization ?? '')?.[1]
      try {
        if (authorization !== undefined && token === undefined) throw Unauthenticated({})
        await session.greet({
          kind: 'hello',
          ...(token !== undefined && { token }),
          ...hintOf(said),
        })
      } catch (error) {
        const { status, code } = isFailure(error) ? error : { status: 500, code: 'internal' }
        close(status === 401 ? 4401 : status === 429 ? 4429 : codesOf(error).http === 500 ? 4500 : 4400, code)
        return false
      }
      return true
    },
    async onSubscribe(ctx, _id, payload) {
      beginning++
      try {
        if (Object.keys(ctx.subscriptions).length > MAX_SUBSCRIPTIONS || beginning > MAX_BEGINNING)
          throw TooMany({ retryAfterSeconds: 1 })
        refuseOverload(app)
        const query = queryOf(payload, '')
        const around: Around = {
          call: session.call,
          idempotencyKey: undefined,
          allowed: ONLY,
          mayWrite: () => {},
          spent: { cost: 0 },
          done: () => {},
        }
        const ready = await engine.prepare(query, around)
        const followed: Followed = { query, ready }
        return {
          schema: engine.schema,
          document: ready.document.ast,
          operationName: query.operationName,
          contextValue: followed,
        }
      } catch (error) {
        return [new GraphQLError('refused', { originalError: error as Error })]
      } finally {
        beginning--
      }
    },
    subscribe({ contextValue }) {
      const { query, ready } = contextValue as Followed
      return engine.follow(query, ready, session.call)
    },
    onNext: (_ctx, _id, _payload, _args, { errors, ...result }) =>
      errors ? { ...result, errors: toldOfFields(errors, about(session.call().traceId!)) } : undefined,
    onError: (_ctx, _id, _payload, errors) =>
      errors.flatMap((error) => toldOf(error.originalError ?? error, about(session.call().traceId!))),
    onOperation: () => void open++,
    onComplete: () => void open--,
  } as Parameters<typeof makeServer>[0])

  const closed = server.opened(
    {
      protocol: socket.protocol,
      send,
      close: (code, reason) => close(code!, reason!),
      onMessage: (take) =>
        socket.on('message', (bytes: Buffer, isBinary: boolean) => {
          isAlive = true
          try {
            if (isBinary) throw new TypeError('text only')
            parseJsonBody(bytes)
          } catch {
            return close(4400, 'not a message')
          }
          void take(bytes.toString('utf8')).catch((error: unknown) => {
            app.log.error({ road: 'graphql', err: error }, 'a request failed')
            close(4500, 'internal')
          })
        }),
    },
    {},
  )
  socket.on('pong', () => (isAlive = true))
  socket.on('ping', () => {
    isAlive = true
    weigh()
  })
  socket.on('error', () => socket.terminate())
  socket.once('close', (code: number, reason: Buffer) => void closed(code, reason.toString()))

  return {
    beat(stuckMs) {
      if (sinceMs !== null && performance.now() - sinceMs > stuckMs) return socket.terminate()
      if (socket.isPaused) return // its pong is not read
      if (!isAlive) return socket.terminate()
      isAlive = false
      socket.ping()
    },
    close,
    subscriptions: () => open,
  }
}

/** As headers are: `Authorization` and `authorization` are the same. */
function lowered(params: Record<string, unknown>): Record<string, string | undefined> {
  const texts = Object.entries(isObject(params) ? params : {}).filter(
    (each): each is [string, string] => typeof each[1] === 'string' && each[1].length <= 1100,
  )
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]))
}

const HINTS = {
  store: 'quayside-store',
  channel: 'quayside-channel',
  market: 'quayside-market',
  currency: 'quayside-currency',
  bypass: 'quayside-bypass',
  locale: 'accept-language',
} as const

function hintOf(said: Record<string, string | undefined>): Partial<Record<keyof typeof HINTS, string>> {
  const given = Object.entries(HINTS).flatMap(([name, header]) => {
    const value = said[header]
    return value !== undefined && value !== '' && value.length <= 100 ? [[name, value]] : []
  })
  return Object.fromEntries(given) as ReturnType<typeof hintOf>
}
