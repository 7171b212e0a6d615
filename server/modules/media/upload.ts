/**
 * PUT /uploads/:token: takes the bytes of one file and makes it ready.
 *
 * The ticket is looked at before a byte is read. The kind of the file is what its first
 * bytes say; SVG and HTML, which can act in a browser, are none of the kinds. The row is
 * written after the bytes are in storage; after a crash between, `media.reconcile` finds them.
 */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, TooLarge } from '#kit/failure.ts'
import { hashToken } from '#kit/id.ts'
import type { Call } from '#kit/invoke.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { PictureUnreadable, TicketExpired, TicketUsed, TypeRefused, tooManyPixels } from './failures.ts'
import { readFile } from './file.ts'
import { startPictureProcess } from './picture-process.ts'
import { keepRow, putFile, type NewFile } from './store.ts'
import { MOST_BYTES, TYPES, isPicture, typeOf } from './types.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

interface Ticket {
  id: string
  name: string
  type: string
  max_bytes: number
  visibility: 'public' | 'private'
  file_id: string | null
  expires_at: Date
}

export const upload: RawRoute = {
  method: 'PUT',
  path: '/uploads/:token',
  maxBytes: MOST_BYTES,
  body: 'stream',
  async handle({ params, stream }, { app, call }) {
    stream!.on('error', () => {}) // told where it is read
    try {
      const token = params['token'] ?? ''
      if (!TOKEN.test(token)) throw NotFound({})
      const ticket = await app.inTransaction(call, (ctx) => usable(ctx, token))
      const file = await take(app, call, token, await bodyOf(stream!, ticket), ticket)
      return {
        status: 201,
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
        body: JSON.stringify(file),
      }
    } finally {
      stream!.resume() // what was not read is thrown away, so that the connection can go on
    }
  },
}

/** Locks the ticket and refuses one that is over. */
async function usable(ctx: Ctx, token: string): Promise<Ticket> {
  const { rows } = await sql<Ticket>`
    select id, name, type, max_bytes, visibility, file_id, expires_at from media.ticket
    where token_hash = ${hashToken(token)} and store_id = ${ctx.storeId} for update`.execute(ctx.db)
  const [ticket] = rows
  if (!ticket) throw NotFound({})
  if (ticket.file_id) throw TicketUsed({})
  if (ticket.expires_at <= ctx.now()) throw TicketExpired({})
  return ticket
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
  return buffer(bounded())
}

async function take(app: App, call: Call, token: string, body: Buffer, ticket: Ticket) {
  const { name, visibility } = ticket
  const type = typeOf(body)
  // A photo saved under the ending of another format is still a photo; a document is none.
  if (!type || isPicture(type) !== isPicture(ticket.type)) throw TypeRefused({ allowed: TYPES })
  const fit = isPicture(type) ? await cleaned(body, type) : { body }
  const file = await putFile(app, { name, type, visibility, ...fit })
  try {
    return await app.inTransaction(call, async (ctx) => {
      const { id } = await usable(ctx, token)
      await keepRow(ctx, file)
      await sql`update media.ticket set file_id = ${file.id} where store_id = ${ctx.storeId} and id = ${id}`.execute(
        ctx.db,
      )
      return readFile(ctx, file.id)
    })
  } catch (error) {
    await app.storage.remove(file.key)
    throw error
  }
}

async function cleaned(body: Buffer, type: string): Promise<Pick<NewFile, 'body' | 'width' | 'height'>> {
  const pictures = startPictureProcess()
  try {
    const answer = await pictures.clean(body, type)
    if (answer.kind === 'too_large') throw tooManyPixels(answer.width, answer.height)
    if (answer.kind === 'unreadable') throw PictureUnreadable({})
    const { width, height } = answer
    return { body: answer.body ? Buffer.from(answer.body) : body, width, height }
  } finally {
    await pictures.end()
  }
}
