/** The right to upload one file, as the roads that take bytes see it. */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { hashToken } from '#kit/id.ts'
import type { Call } from '#kit/invoke.ts'
import { admit } from './admit.ts'
import type { Content } from './content.ts'
import { TicketExpired, TicketUsed } from './failures.ts'
import { readFile, type MediaFile } from './file.ts'
import { keepRow } from './store.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

export interface Ticket {
  id: string
  name: string
  type: string
  max_bytes: number
  received_bytes: number
  visibility: 'public' | 'private'
  file_id: string | null
  expires_at: Date
}

/** Locks the ticket. */
export async function ticketOf(ctx: Ctx, token: string | undefined): Promise<Ticket> {
  if (!TOKEN.test(token ?? '')) throw NotFound({})
  const { rows } = await sql<Ticket>`
    select id, name, type, max_bytes, received_bytes, visibility, file_id, expires_at from media.ticket
    where token_hash = ${hashToken(token!)} and store_id = ${ctx.storeId} for update`.execute(ctx.db)
  const [ticket] = rows
  if (!ticket) throw NotFound({})
  return ticket
}

/** Refuses one that is over. */
export async function usableTicket(ctx: Ctx, token: string | undefined): Promise<Ticket> {
  const ticket = await ticketOf(ctx, token)
  if (ticket.file_id) throw TicketUsed({})
  if (ticket.expires_at <= ctx.now()) throw TicketExpired({})
  return ticket
}

/**
 * Makes a file of the bytes and uses the ticket up. Of two that end at once one wins; the
 * row is written after the bytes are in storage, and `media.reconcile` finds them after a
 * crash between.
 */
export async function redeem(
  app: App,
  call: Call,
  token: string | undefined,
  content: Content,
): Promise<MediaFile> {
  const ticket = await app.inTransaction(call, (ctx) => usableTicket(ctx, token))
  const file = await admit(app, content, ticket)
  try {
    return await app.inTransaction(call, async (ctx) => {
      const { id } = await usableTicket(ctx, token)
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

export const fileAnswer = (file: MediaFile, headers: Record<string, string> = {}) => ({
  status: 201,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(file),
})
