/**
 * PUT /uploads/:token: takes the bytes of one file in one go and makes it ready.
 *
 * The ticket is looked at before a byte is read. What is too large for one go, or for the
 * line, comes in pieces: `resume.ts`.
 */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { TooLarge, Unreadable, isFailure } from '#kit/failure.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { contentOf } from './content.ts'
import { fileAnswer, redeem, usableTicket, type Ticket } from './ticket.ts'
import { MOST_AT_ONCE } from './types.ts'

export const upload: RawRoute = {
  method: 'PUT',
  path: '/uploads/:token',
  maxBytes: MOST_AT_ONCE,
  body: 'stream',
  async handle({ params: { token }, stream }, { app, call }) {
    stream!.on('error', () => {}) // told where it is read
    try {
      const ticket = await app.inTransaction(call, (ctx) => usableTicket(ctx, token))
      const body = await bodyOf(stream!, ticket)
      return fileAnswer(await redeem(app, call, token, contentOf(body)))
    } finally {
      stream!.resume() // what was not read is thrown away, so that the connection can go on
    }
  },
}

async function bodyOf(stream: Readable, ticket: Ticket): Promise<Buffer> {
  let bytes = 0
  const bounded = async function* () {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > ticket.max_bytes) throw TooLarge({ limitBytes: ticket.max_bytes })
      yield chunk
    }
  }
  return buffer(bounded()).catch((error: unknown) => {
    throw isFailure(error) ? error : Unreadable({}) // broken off: nobody hears it
  })
}
