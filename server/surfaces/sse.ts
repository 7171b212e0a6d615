/**
 * Streams as server-sent events: the present shape at once, and again after each change of it.
 *
 * Every sending runs the operation anew, so access is asked each time and a missed or
 * doubled event does no harm; for the same reason `Last-Event-ID` needs no answer. A
 * client that reads slowly gets the newest shape once it has caught up.
 */
import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { TooMany, Unavailable, type Failure } from '#kit/failure.ts'
import { invoke, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { callsOf } from './call.ts'
import { declared, toldOnce } from './declared.ts'
import { failureOf, languageAsked, pathOf, problemText, sendProblem } from './problems.ts'
import { logRequest } from './request-log.ts'
import { inputReader, type Input } from './rest-input.ts'

const HEARTBEAT_MS = seconds(15)
/** A client that takes nothing for so long is gone. */
const STUCK_MS = seconds(45)
/** Then the browser connects anew, and its session is read anew. */
const MAX_AGE_MS = minutes(30)
const RECONNECT_MS = seconds(2)
const MAX_PER_ADDRESS = 200

interface Stream {
  response: ServerResponse
  openedAtMs: number
  blockedAtMs: number | null
  refresh: () => void
  end: () => void
}

export interface Streams {
  handlerOf: (operation: Operation) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  /** Ends all streams and lets no new one begin. */
  close: () => void
  count: () => number
}

export function createStreams(app: App, options: { heartbeatMs?: number } = {}): Streams {
  const open = new Set<Stream>()
  const perAddress = new Map<string, number>()
  const callOf = callsOf(app)
  let closing = false
  const heart = setInterval(beat, options.heartbeatMs ?? HEARTBEAT_MS)
  heart.unref()

  function beat() {
    const now = performance.now()
    for (const stream of open) {
      if (stream.blockedAtMs !== null) {
        if (now - stream.blockedAtMs > STUCK_MS) stream.response.destroy()
      } else if (now - stream.openedAtMs > MAX_AGE_MS) stream.end()
      else write(stream, ': still here\n\n')
    }
  }

  function admit(address: string): () => void {
    if (closing) throw Unavailable({ retryAfterSeconds: 1 })
    const count = perAddress.get(address) ?? 0
    if (app.config.limitScale > 0 && count >= MAX_PER_ADDRESS * app.config.limitScale)
      throw TooMany({ retryAfterSeconds: 10 })
    perAddress.set(address, count + 1)
    return () => {
      const left = (perAddress.get(address) ?? 1) - 1
      if (left > 0) perAddress.set(address, left)
      else perAddress.delete(address)
    }
  }

  function handlerOf(operation: Operation) {
    const reader = inputReader(operation)
    const noted = noting(operation, app.log)
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      let leave: (() => void) | undefined
      try {
        const call = callOf(request)
        const input = reader.read(request, null)
        leave = admit(call.address ?? '')
        return await begin(app, noted, input, call, { request, reply, open, leave })
      } catch (error) {
        leave?.()
        return sendProblem(request, reply, error, app.log)
      }
    }
  }

  return {
    handlerOf,
    close() {
      closing = true
      clearInterval(heart)
      for (const stream of open) stream.end()
    },
    count: () => open.size,
  }
}

interface Noted {
  storeId: string
  text: string
}

/** The stream with its store beside the shape, so that another store's events are passed over. */
function noting(operation: Operation, log: App['log']): Operation {
  const run = operation.run!
  const keep = declared(operation.output, new Map(), toldOnce(log, operation.id))
  return {
    ...operation,
    run: async (input: never, ctx: Ctx) =>
      ({ storeId: ctx.storeId, text: JSON.stringify(keep(await run(input, ctx))) }) satisfies Noted,
  }
}

interface Around {
  request: FastifyRequest
  reply: FastifyReply
  open: Set<Stream>
  leave: () => void
}

async function begin(
  app: App,
  operation: Operation,
  input: Input,
  call: Call,
  around: Around,
): Promise<FastifyReply> {
  const { request, reply, open, leave } = around
  const topic = operation.topic!(operation.check(structuredClone(input)) as never)
  let storeId: string | null = null
  let shown = ''
  let changed = false
  let reading = true
  let stream: Stream | null = null
  let again: NodeJS.Timeout | undefined

  // Listening begins before the first look: a change between the two is seen.
  const unsubscribe = app.tail.subscribe(
    (event) => {
      if (storeId !== null && event.storeId !== storeId) return
      if (event.payload.ids?.includes(topic)) mark()
    },
    { names: operation.events.map(({ name }) => name) },
  )

  function mark() {
    changed = true
    if (stream && !reading && stream.blockedAtMs === null) void show()
  }

  async function look(): Promise<string> {
    const noted = (await invoke(app, operation, input, call)) as Noted
    storeId = noted.storeId
    return noted.text
  }

  async function show(): Promise<void> {
    reading = true
    changed = false
    try {
      const text = await look()
      if (text !== shown) write(stream!, `data: ${(shown = text)}\n\n`)
    } catch (error) {
      failed(failureOf(error))
    }
    reading = false
    if (changed && again === undefined && stream!.blockedAtMs === null) void show()
  }

  /** What passes is tried again; what does not is told, and ends the stream. */
  function failed(refusal: Failure) {
    if (refusal.status === 429 || refusal.status >= 500) {
      changed = true
      const wait = Number(refusal.details['retryAfterSeconds'] ?? 1)
      again = setTimeout(
        () => {
          again = undefined
          if (!reading) void show()
        },
        seconds(Math.max(1, wait)),
      )
      again.unref()
      return
    }
    write(
      stream!,
      `event: problem\ndata: ${problemText(refusal, pathOf(request.raw.url!), request.id, languageAsked(request))}\n\n`,
    )
    stream!.end()
  }

  try {
    shown = await look()
  } catch (error) {
    unsubscribe()
    throw error
  }
  reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no')
  reply.hijack()
  const response = reply.raw
  stream = {
    response,
    openedAtMs: performance.now(),
    blockedAtMs: null,
    refresh: () => changed && !reading && void show(),
    end: () => response.end(),
  }
  const mine = stream
  open.add(mine)
  response.once('close', () => {
    open.delete(mine)
    unsubscribe()
    clearTimeout(again)
    leave()
    if (!response.writableFinished) logRequest(app.log, request, reply) // who goes first ends it without `onResponse`
  })
  response.on('error', () => response.destroy())
  response.writeHead(200, reply.getHeaders() as Record<string, string>)
  write(mine, `retry: ${RECONNECT_MS}\n\ndata: ${shown}\n\n`)
  reading = false
  mine.refresh()
  return reply
}

function write(stream: Stream, text: string): void {
  if (stream.response.writableEnded || stream.response.destroyed) return
  if (stream.response.write(text) || stream.blockedAtMs !== null) return
  stream.blockedAtMs = performance.now()
  stream.response.once('drain', () => {
    stream.blockedAtMs = null
    stream.refresh()
  })
}
