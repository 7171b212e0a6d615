/** The pieces of an upload: an object each, and a row that is written after it. */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import type { Call } from '#kit/invoke.ts'
import type { Piece } from './content.ts'
import { WrongOffset } from './failures.ts'

/** Their keys begin so, with the ticket's id after it. */
export const PIECES = 'uploads/'

/** Of two that go on from the same byte, one is told where the other has come to. */
export async function keepPiece(
  app: App,
  call: Call,
  ticketId: string,
  atByte: number,
  body: Buffer,
): Promise<void> {
  const key = `${PIECES}${ticketId}/${newId()}`
  await app.storage.put(key, body, { type: 'application/octet-stream' })
  try {
    await app.inTransaction(call, async (ctx) => {
      const { rows } = await sql`
        update media.ticket set received_bytes = received_bytes + ${body.length}
        where store_id = ${ctx.storeId} and id = ${ticketId} and received_bytes = ${atByte} and file_id is null returning id`.execute(
        ctx.db,
      )
      if (rows.length === 0) throw WrongOffset({ receivedBytes: await receivedBytes(ctx, ticketId) })
      await sql`insert into media.piece (store_id, ticket_id, at_byte, bytes, storage_key)
        values (${ctx.storeId}, ${ticketId}, ${atByte}, ${body.length}, ${key})`.execute(ctx.db)
    })
  } catch (error) {
    await app.storage.remove(key)
    throw error
  }
}

async function receivedBytes(ctx: Ctx, ticketId: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select received_bytes as bytes from media.ticket where store_id = ${ctx.storeId} and id = ${ticketId}`.execute(
    ctx.db,
  )
  return rows[0]?.bytes ?? 0
}

export function piecesOf(app: App, call: Call, ticketId: string): Promise<Piece[]> {
  return app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Piece>`
      select at_byte as "atByte", bytes, storage_key as key from media.piece
      where store_id = ${ctx.storeId} and ticket_id = ${ticketId} order by at_byte`.execute(ctx.db)
    return rows
  })
}

/** Once the file is made, or refused. The objects first: a row that stays names what is still to be taken away. */
export async function dropPieces(app: App, call: Call, ticketId: string): Promise<void> {
  for (const { key } of await piecesOf(app, call, ticketId)) await app.storage.remove(key)
  await app.inTransaction(call, async (ctx) => {
    await sql`delete from media.piece where store_id = ${ctx.storeId} and ticket_id = ${ticketId}`.execute(
      ctx.db,
    )
    await sql`update media.ticket set received_bytes = 0 where store_id = ${ctx.storeId} and id = ${ticketId} and file_id is null`.execute(
      ctx.db,
    )
  })
}
