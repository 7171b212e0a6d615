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
import type { Operation } from '#kit/operation.ts'
import { createAdmission } from './admission.ts'
import { addressOf, callsOf } from './call.ts'
import { languageAsked, pathOf, problemText, sendProblem } from './problems.ts'
import { logRequest } from './request-log.ts'
import { inputReader } from './rest-input.ts'
import { watching, type Topic } from './topic.ts'

const HEARTBEAT_MS = seconds(15)
/** A client that takes nothing for so long is gone. */
const STUCK_MS = seconds(45)
/** Then the browser connects anew, and its session is read anew. */
const MAX_AGE_MS = minutes(30)
const RECONNECT_MS = seconds(2)

interface Stream {
  response: ServerResponse
  openedAtMs: number
  blockedAtMs: number | null
  topic: Topic
}

export interface Streams {
  handlerOf: (operation: Operation) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  /** Ends all streams and lets no new one begin. */
  close: () => void
  count: () => number
}

export function createStreams(app: App, options: { heartbeatMs?: number } = {}): Streams {
  const open = new Set<Stream>()
  const admission = createAdmission(app)
  const callOf = callsOf(app)
  const heart = setInterval(beat, options.heartbeatMs ?? HEARTBEAT_MS)
  heart.unref()

  function beat() {
    const now = performance.now()
    for (const stream of open) {
      if (stream.blockedAtMs !== null) {
        if (now - stream.blockedAtMs > STUCK_MS) stream.response.destroy()
      } else if (now - stream.openedAtMs > MAX_AGE_MS) stream.response.end()
      else write(stream, ': still here\n\n')
    }
  }

  function handlerOf(operation: Operation) {
    const reader = inputReader(operation)
    const watch = watching(app, operation)

    async function begin(request: FastifyRequest, reply: FastifyReply, leave: () => void) {
      const call = callOf(request)
      const input = reader.read(request, null)
      let stream: Stream | null = null
      const topic = await watch(input, {
        call: () => call,
        tell: (text) => text !== null && write(stream!, `data: ${text}\n\n`),
        refused: (refusal) => {
          const problem = problemText(refusal, pathOf(request.raw.url!), request.id, languageAsked(request))
          write(stream!, `event: problem\ndata: ${problem}\n\n`)
          stream!.response.end()
        },
        isBlocked: () => stream!.blockedAtMs !== null,
      })
      reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no')
      reply.hijack()
      const response = reply.raw
      const mine = (stream = { response, openedAtMs: performance.now(), blockedAtMs: null, topic })
      open.add(mine)
      response.once('close', () => {
        open.delete(mine)
        topic.stop()
        leave()
        if (!response.writableFinished) logRequest(app.log, request, reply) // who goes first ends it without `onResponse`
      })
      response.on('error', () => response.destroy())
      response.writeHead(200, reply.getHeaders() as Record<string, string>)
      write(mine, `retry: ${RECONNECT_MS}\n\ndata: ${topic.text}\n\n`)
      topic.start()
      return reply
    }

    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      let leave: (() => void) | undefined
      try {
        leave = admission.admit(addressOf(request))
        return await begin(request, reply, leave)
      } catch (error) {
        leave?.()
        return sendProblem(request, reply, error, app.log)
      }
    }
  }

  return {
    handlerOf,
    close() {
      admission.close()
      clearInterval(heart)
      for (const stream of open) stream.response.end()
    },
    count: () => open.size,
  }
}

function write(stream: Stream, text: string): void {
  if (stream.response.writableEnded || stream.response.destroyed) return
  if (stream.response.write(text) || stream.blockedAtMs !== null) return
  stream.blockedAtMs = performance.now()
  stream.response.once('drain', () => {
    stream.blockedAtMs = null
    stream.topic.refresh()
  })
}
