/**
 * HEAD and PATCH /uploads/:token: an upload in pieces that goes on where it stopped, by the
 * core of tus 1.0.0 (tus.io/protocols/resumable-upload), so that its clients can be used.
 *
 * HEAD says how many bytes are here. PATCH brings more from there on; what has come when
 * the line breaks is kept. With the last byte the file is made, and its JSON is the answer.
 * If that answer is lost, a PATCH without bytes at the end gives it again.
 */
import type { Readable } from 'node:stream'
import type { App } from '#kit/app.ts'
import { TooLarge, Unreadable, invalid, isFailure } from '#kit/failure.ts'
import type { Call } from '#kit/invoke.ts'
import type { RawReply, RawRequest, RawRoute } from '#kit/raw-route.ts'
import { kindOf } from './admit.ts'
import { joined } from './content.ts'
import { WrongOffset } from './failures.ts'
import { readFile, type MediaFile } from './file.ts'
import { dropPieces, keepPiece, piecesOf } from './pieces.ts'
import { fileAnswer, redeem, ticketOf, usableTicket, type Ticket } from './ticket.ts'
import { HEAD_BYTES, MOST_BYTES } from './types.ts'

/** What is kept at once; at most so much is lost with a broken line, and held in memory. */
const PIECE_BYTES = 4 * 1024 * 1024
const TUS = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' }

export const standing: RawRoute = {
  method: 'HEAD',
  path: '/uploads/:token',
  maxBytes: 0,
  async handle({ params: { token } }, { app, call }) {
    const ticket = await app.inTransaction(call, (ctx) => ticketOf(ctx, token))
    const here = ticket.file_id ? ticket.max_bytes : ticket.received_bytes
    return {
      status: 200,
      headers: { ...TUS, 'upload-offset': String(here), 'upload-length': String(ticket.max_bytes) },
    }
  },
}

export const goOn: RawRoute = {
  method: 'PATCH',
  path: '/uploads/:token',
  maxBytes: MOST_BYTES,
  body: 'stream',
  async handle(request, { app, call }) {
    const stream = request.stream!
    stream.on('error', () => {}) // told where it is read
    try {
      return await receive(app, call, request, stream)
    } finally {
      stream.resume()
    }
  },
}

async function receive(app: App, call: Call, request: RawRequest, stream: Readable): Promise<RawReply> {
  const { token } = request.params
  const offset = offsetOf(request)
  const made = await app.inTransaction(call, async (ctx) => {
    const { file_id, max_bytes } = await ticketOf(ctx, token)
    return file_id && offset === max_bytes ? readFile(ctx, file_id) : null
  })
  if (made) return fileAnswer(made, { ...TUS, 'upload-offset': String(offset) })
  const ticket = await app.inTransaction(call, (ctx) => usableTicket(ctx, token))
  if (offset !== ticket.received_bytes) throw WrongOffset({ receivedBytes: ticket.received_bytes })
  const received = await keep(app, call, ticket, stream)
  const headers = { ...TUS, 'upload-offset': String(received) }
  if (received < ticket.max_bytes) return { status: 204, headers }
  return fileAnswer(await makeFile(app, call, token, ticket), headers)
}

async function makeFile(app: App, call: Call, token: string | undefined, ticket: Ticket): Promise<MediaFile> {
  const content = joined(app, await piecesOf(app, call, ticket.id))
  const file = await redeem(app, call, token, content).catch(async (error: unknown) => {
    // What is wrong with the file stays wrong; what is wrong with the store may be over soon.
    if (isFailure(error) && error.status === 422) await dropPieces(app, call, ticket.id)
    throw error
  })
  await dropPieces(app, call, ticket.id)
  return file
}

function offsetOf({ headers }: RawRequest): number {
  if (headers['content-type'] !== 'application/offset+octet-stream')
    throw invalid('Content-Type', 'unsupported', 'Send the bytes as application/offset+octet-stream.')
  const offset = headers['upload-offset']
  if (typeof offset !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(offset))
    throw invalid('Upload-Offset', 'format', 'Say at which byte you go on, as a whole number.')
  return Number(offset)
}

/** Keeps what comes, piece by piece; answers how many bytes are here then. */
async function keep(app: App, call: Call, ticket: Ticket, stream: Readable): Promise<number> {
  let at = ticket.received_bytes
  let chunks: Buffer[] = []
  let bytes = 0
  const keepChunks = async () => {
    if (bytes === 0) return
    const body = Buffer.concat(chunks)
    // A file of the wrong kind need not come whole to be refused.
    if (at === 0 && body.length >= HEAD_BYTES) kindOf(body, ticket)
    await keepPiece(app, call, ticket.id, at, body)
    at += bytes
    chunks = []
    bytes = 0
  }
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (at + bytes + chunk.length > ticket.max_bytes) throw TooLarge({ limitBytes: ticket.max_bytes })
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= PIECE_BYTES) await keepChunks()
    }
  } catch (error) {
    if (isFailure(error) || error !== stream.errored) throw error
    await keepChunks()
    throw Unreadable({}) // broken off: nobody hears it
  }
  await keepChunks()
  return at
}
