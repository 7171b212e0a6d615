/** The right to upload one file, given to whoever may: staff by their permission, others by the rules of their module. */
import { sql } from 'kysely'
import { after, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { hashToken, newId, newToken } from '#kit/id.ts'
import { tidy } from '#kit/text.ts'
import { Instant, Link, Token, shape, type Static } from '#kit/types.ts'
import { TypeRefused } from './failures.ts'
import { mustHaveRoom } from './quota.ts'
import { TYPES, isTable, mostBytesOf } from './types.ts'

const LIVES_SECONDS = 15 * 60 // enough for 20 MB over a slow line

export const UploadTicket = shape('UploadTicket', { token: Token, uploadUrl: Link, expiresAt: Instant })

export interface WantedFile {
  name: string
  type: string
  bytes: number
  visibility: 'public' | 'private'
  expiresInSeconds?: number | undefined
}

export async function giveTicket(
  ctx: Ctx,
  { name, type, bytes, visibility, expiresInSeconds = LIVES_SECONDS }: WantedFile,
): Promise<Static<typeof UploadTicket> & { id: string }> {
  if (!TYPES.includes(type)) throw TypeRefused({ allowed: TYPES })
  if (bytes > mostBytesOf(type))
    throw invalid('bytes', 'too_large', `Of this kind the store takes at most ${mostBytesOf(type)} bytes.`)
  if (isTable(type) && visibility === 'public')
    throw invalid('visibility', 'not_allowed', 'Tables are private files.')
  await mustHaveRoom(ctx, bytes)
  const [id, token, expiresAt] = [newId(), newToken(), after(ctx.now(), seconds(expiresInSeconds))]
  await sql`insert into media.ticket (id, store_id, token_hash, name, type, max_bytes, visibility, expires_at, created_at)
    values (${id}, ${ctx.storeId}, ${hashToken(token)}, ${tidy(name)}, ${type}, ${bytes}, ${visibility}, ${expiresAt}, ${ctx.now()})`.execute(
    ctx.db,
  )
  return { id, token, uploadUrl: `/uploads/${token}`, expiresAt: expiresAt.toISOString() }
}

/** What was uploaded by these tickets, as far as it was: whoever holds a ticket may say what its file is for. */
export async function filesOfTickets(
  ctx: Ctx,
  tokens: string[],
): Promise<Map<string, { fileId: string; type: string }>> {
  const { rows } = await sql<{ place: number; fileId: string; type: string }>`
    select a.place::int as place, f.id as "fileId", f.type
    from unnest(${tokens.map(hashToken)}::bytea[]) with ordinality as a(hash, place)
    join media.ticket t on t.token_hash = a.hash and t.store_id = ${ctx.storeId}
    join media.file f on f.store_id = t.store_id and f.id = t.file_id and f.state = 'ready' and f.archived_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ place, fileId, type }) => [tokens[place - 1]!, { fileId, type }]))
}
