/**
 * One socket: calls and topics, each under its id.
 *
 * What is read is bounded by what is answered: with enough calls under way, or a client that does not take its
 * answers, no more is read from it; and a client that takes nothing for long is sent away.
 */
import type { WebSocket } from 'ws'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import { TooMany, Unavailable, type Failure } from '#kit/failure.ts'
import { refuseOverload } from '../overload.ts'
import { failureOf, problemText, unreadable } from '../problems.ts'
import type { FindReady } from '../ready.ts'
import type { Watch } from '../topic.ts'
import { idOf, messageOf, parseFrame, type CallMessage, type Message } from './messages.ts'
import type { Session } from './session.ts'
import { openTopics } from './topics.ts'

/** At once; what comes meanwhile waits its turn, unread. */
export const MAX_CALLS = 16
export const MAX_TOPICS = 50
/** Unsent bytes from which on a client counts as behind. */
const BEHIND_BYTES = 256 * 1024
/** So long for the end of calls under way, when the store goes. */
const LAST_CALLS_MS = seconds(5)
/** A client that does not answer the closing by then is cut off. */
const CLOSE_WITHIN_MS = seconds(2)
/** How clients spread over the time of coming back. */
const COME_BACK_MS = seconds(4)

/** Why a socket is closed, besides what RFC 6455 has: 4000 and the status that HTTP would have answered. */
export const CODES = {
  unreadable: 4400,
  unauthenticated: 4401,
  slow: 4408,
  restart: 1012,
  noText: 1003,
} as const

export interface Around {
  app: App
  find: FindReady
  watchOf: (id: string) => Watch
  session: Session
  /** The line in the log once it is over. */
  ended: (told: { calls: number; topics: number }) => void
}

export interface LiveSocket {
  /** Asked every few seconds: is it still there, and does it take what it is sent? */
  beat: (stuckMs: number) => void
  recheck: () => void
  topics: () => number
  /** Says that the store goes, lets calls end and closes. */
  drain: () => Promise<void>
}

export function openSocket(socket: WebSocket, around: Around): LiveSocket {
  const { app, find, session } = around
  const gone = new AbortController()
  const queue: Buffer[] = []
  let calls = 0
  let underWay = 0
  let blockedAtMs: number | null = null
  let isAlive = true
  let isLeaving = false
  let idle: (() => void) | undefined

  const topics = openTopics({
    ...around,
    send,
    refuse,
    isBlocked: () => blockedAtMs !== null,
  })

  function send(text: string) {
    if (socket.readyState !== socket.OPEN) return
    socket.send(text)
    weigh()
  }

  function refuse(id: string | null, refusal: Failure, instance: string, traceId: string) {
    const problem = problemText(refusal, instance, traceId, session.language())
    send(`{"kind":"problem","id":${JSON.stringify(id)},"problem":${problem}}`)
  }

  /** Answers to pings of the client count as well, which `ws` sends by itself. */
  function weigh() {
    if (blockedAtMs !== null || socket.bufferedAmount <= BEHIND_BYTES) return
    blockedAtMs = performance.now()
    socket.pause()
    // Told when all before it has left.
    socket.ping('', false, () => {
      blockedAtMs = null
      topics.refresh()
      proceed()
    })
  }

  function proceed() {
    while (queue.length > 0 && underWay < MAX_CALLS && blockedAtMs === null) take(queue.shift()!)
    if (socket.readyState !== socket.OPEN) return
    if (queue.length > 0 || underWay >= MAX_CALLS || blockedAtMs !== null) socket.pause()
    else socket.resume()
  }

  function take(bytes: Buffer) {
    let frame: object
    try {
      frame = parseFrame(bytes)
    } catch (error) {
      refuse(null, failureOf(error), '/live', session.call().traceId!)
      close(CODES.unreadable, 'not a message')
      return
    }
    underWay++
    void act(frame).finally(() => {
      underWay--
      if (underWay === 0) idle?.()
      proceed()
    })
  }

  async function act(frame: object): Promise<void> {
    const call = session.call()
    let instance = '/live'
    try {
      const message = messageOf(frame)
      if ('operation' in message) instance = message.operation
      await answer(message, call)
    } catch (error) {
      if (gone.signal.aborted) return
      const refusal = failureOf(error)
      if (refusal.status >= 500 && refusal.status !== 503)
        app.log.error(
          {
            trace: call.traceId,
            road: 'live',
            operation: instance,
            ...call.statements?.about,
            err: refusal.cause ?? error,
          },
          'a request failed',
        )
      refuse(idOf(frame), refusal, instance, call.traceId!)
      if ((frame as Message).kind === 'hello')
        close(refusal.status === 401 ? CODES.unauthenticated : CODES.unreadable, refusal.code)
    }
  }

  async function answer(message: Message, call: ReturnType<Session['call']>): Promise<void> {
    if (message.kind === 'hello') {
      const { as } = await session.greet(message)
      send(JSON.stringify({ kind: 'hello', as }))
      return
    }
    session.spoken()
    if (message.kind === 'ping') send('{"kind":"pong"}')
    else if (message.kind === 'unsubscribe') topics.close(message.id)
    else if (isLeaving) throw Unavailable({ retryAfterSeconds: 1 })
    else if (message.kind === 'call') await once(message, call)
    else if (topics.count() >= MAX_TOPICS) throw TooMany({ retryAfterSeconds: 1 })
    else await topics.open(message)
  }

  async function once(message: CallMessage, call: ReturnType<Session['call']>): Promise<void> {
    const ready = find(message.operation)
    if (!ready) throw unreadable('operation', 'unknown', 'There is no such operation.')
    const { operation } = ready
    if (operation.kind === 'stream')
      throw unreadable('kind', 'stream', 'A stream is subscribed to, not called.')
    refuseOverload(app)
    calls++
    const began = performance.now()
    let status = 0
    try {
      const chosen = { fields: message.fields, expand: message.expand }
      const asked = { ...call, idempotencyKey: message.key, signal: gone.signal }
      const told = await ready.answer(message.input ?? {}, asked, chosen)
      status = told.status
      if (operation.session) session.carry(operation, told.output)
      send(`{"kind":"result","id":${JSON.stringify(message.id)},"status":${status},"output":${told.text}}`)
      if (operation.session) topics.recheck()
    } catch (error) {
      status = failureOf(error).status
      throw error
    } finally {
      const ms = Math.round((performance.now() - began) * 10) / 10
      const { count, about } = call.statements!
      app.log.info(
        {
          road: 'live',
          operation: operation.id,
          status,
          ms,
          statements: count,
          trace: call.traceId,
          ...about,
        },
        'request',
      )
    }
  }

  function close(code: number, reason: string) {
    topics.closeAll()
    queue.length = 0
    if (socket.readyState !== socket.OPEN) return
    socket.close(code, reason)
    socket.resume() // else its answer to the closing is not read
    setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS).unref()
  }

  socket.on('message', (bytes: Buffer, isBinary: boolean) => {
    isAlive = true
    if (socket.readyState !== socket.OPEN) return
    if (isBinary) return close(CODES.noText, 'text only')
    queue.push(bytes)
    proceed()
  })
  socket.on('pong', () => (isAlive = true))
  socket.on('ping', () => {
    isAlive = true
    weigh()
  })
  socket.once('close', () => {
    gone.abort()
    queue.length = 0
    topics.closeAll()
    idle?.()
    around.ended({ calls, topics: topics.opened() })
  })

  return {
    beat(stuckMs) {
      if (blockedAtMs !== null) {
        if (performance.now() - blockedAtMs > stuckMs) close(CODES.slow, 'too slow')
        return
      }
      if (socket.isPaused) return // it waits for us, and its pong is not read
      if (!isAlive) return socket.terminate()
      isAlive = false
      socket.ping()
    },
    recheck: topics.recheck,
    topics: topics.count,
    async drain() {
      isLeaving = true
      send(JSON.stringify({ kind: 'drain', retryAfterMs: Math.round(Math.random() * COME_BACK_MS) }))
      const ended = new Promise<void>((resolve) => {
        if (socket.readyState === socket.CLOSED) resolve()
        else socket.once('close', () => resolve())
      })
      if (underWay > 0) {
        await new Promise<void>((resolve) => {
          idle = resolve
          setTimeout(resolve, LAST_CALLS_MS).unref()
        })
      }
      close(CODES.restart, 'the store restarts')
      await ended
    },
  }
}
