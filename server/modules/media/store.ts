/** Keeps a file: the bytes in storage first, then the row, so that no row is without its object. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { mediaReady } from './events.ts'
import { endingOf } from './types.ts'

export interface NewFile {
  name: string
  type: string
  body: Buffer
  visibility: 'public' | 'private'
  /** In pixels, for pictures. */
  width?: number
  height?: number
}

export interface StoredFile {
  id: string
  key: string
}

export async function storeFile(ctx: Ctx, file: NewFile): Promise<StoredFile> {
  const id = newId()
  const digest = createHash('sha256').update(file.body).digest()
  // The digest in the name makes it immutable: another picture has another address.
  const key = `${id}/${digest.toString('hex').slice(0, 16)}.${endingOf(file.type)}`
  const { bytes } = await ctx.app.storage.put(key, file.body, { type: file.type })
  await sql`insert into media.file (id, store_id, storage_key, name, type, bytes, sha256, width, height, visibility, state, created_at, updated_at)
    values (${id}, ${ctx.storeId}, ${key}, ${file.name}, ${file.type}, ${bytes}, ${digest}, ${file.width ?? null}, ${file.height ?? null},
      ${file.visibility}, 'ready', ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
  ctx.emit(mediaReady, { ids: [id] })
  return { id, key }
}
