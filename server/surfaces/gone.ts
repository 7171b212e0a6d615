import type { FastifyReply } from 'fastify'

/** A signal that falls when the caller hangs up before it has the whole answer. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
