/** Keeps a file: the bytes in storage first, then the row, so that no row is without its object. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { joined, sha256Of, type Content } from './content.ts'
import { mediaReady } from './events.ts'
import { QuotaReached } from './failures.ts'
import { COPY_TYPES } from './picture-process.ts'
import { endingOf, isPicture, isVideo } from './types.ts'

export interface NewFile {
  name: string
  type: string
  body: Buffer | Content
  visibility: 'public' | 'private'
  /** In pixels, for pictures and videos. */
  width?: number
  height?: number
  durationMs?: number
  /** The address it was fetched from. */
  source?: string
}

export interface StoredFile {
  id: string
  key: string
}

/** A file whose bytes are in storage and whose row is still to be written. */
export interface PutFile extends StoredFile, Omit<NewFile, 'body'> {
  bytes: number
  digest: Buffer
}

/** Private files have another kind of key, which `GET /files/*` does not know. */
export const PRIVATE = 'private/'

export async function putFile(app: App, { body, ...file }: NewFile): Promise<PutFile> {
  const id = newId()
  const digest = await sha256Of(Buffer.isBuffer(body) ? Readable.from([body]) : body.open())
  // The digest in the name makes it immutable: another picture has another address.
  const name = `${id}/${digest.toString('hex').slice(0, 16)}.${endingOf(file.type)}`
  const key = file.visibility === 'private' ? PRIVATE + name : name
  const { bytes } = await app.storage.put(key, Buffer.isBuffer(body) ? body : body.open(), {
    type: file.type,
  })
  return { ...file, id, key, bytes, digest }
}

export async function keepRow(ctx: Ctx, file: PutFile): Promise<void> {
  const awaits = file.visibility === 'public' ? copiesOf(file.type) : []
  // Who adds to the same store at once waits for the lock, and sees what the other has taken.
  const { rows } = await sql<{ added: boolean; usedBytes: number; quotaBytes: number }>`
    with room as (
      select used_bytes, quota_bytes from media.allowance where store_id = ${ctx.storeId} for update
    ), added as (
      insert into media.file (id, store_id, storage_key, name, type, bytes, sha256, width, height, duration_ms, visibility, state, awaits, source,
        created_at, updated_at)
      select ${file.id}, ${ctx.storeId}, ${file.key}, ${file.name}, ${file.type}, ${file.bytes}::bigint, ${file.digest}, ${file.width ?? null}::int,
        ${file.height ?? null}::int, ${file.durationMs ?? null}::int, ${file.visibility}, 'ready', ${awaits}::text[], ${file.source ?? null}::text, ${ctx.now()}, ${ctx.now()}
      where coalesce((select used_bytes + ${file.bytes}::bigint <= quota_bytes from room), true) returning id
    )
    select exists (select from added) as added, (select used_bytes from room) as "usedBytes", (select quota_bytes from room) as "quotaBytes"`.execute(
    ctx.db,
  )
  const { added, ...room } = rows[0]!
  if (!added) throw QuotaReached(room)
  ctx.emit(mediaReady, { ids: [file.id] })
}

/** Types of copies that jobs make. */
function copiesOf(type: string): readonly string[] {
  if (isPicture(type)) return COPY_TYPES
  return isVideo(type) ? [type] : []
}

/** A stored file as one that is still to be put: a public copy of a private one, say. Null: there is none. */
export async function storedAgain(
  ctx: Ctx,
  fileId: string,
  visibility: NewFile['visibility'],
): Promise<NewFile | null> {
  const { rows } = await sql<{
    name: string
    type: string
    bytes: number
    key: string
    width: number | null
    height: number | null
  }>`
    select name, type, bytes, storage_key as key, width, height from media.file
    where store_id = ${ctx.storeId} and id = ${fileId} and state = 'ready' and archived_at is null`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) return null
  const { name, type, bytes, key, width, height } = found
  const body = joined(ctx.app, [{ atByte: 0, bytes, key }])
  return { name, type, body, visibility, ...(width && height && { width, height }) }
}

export async function storeFile(ctx: Ctx, file: NewFile): Promise<StoredFile> {
  const put = await putFile(ctx.app, file)
  await keepRow(ctx, put)
  return { id: put.id, key: put.key }
}
