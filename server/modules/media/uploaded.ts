/** The bytes of a file, for modules that work on what was uploaded. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { joined, type Content } from './content.ts'

export interface UploadedFile {
  name: string
  type: string
  content: Content
}

export async function uploadedFile(ctx: Ctx, id: string): Promise<UploadedFile | null> {
  const { rows } = await sql<{ name: string; type: string; bytes: number; key: string }>`
    select name, type, bytes, storage_key as key from media.file
    where store_id = ${ctx.storeId} and id = ${id} and state = 'ready' and archived_at is null`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) return null
  const { name, type, bytes, key } = found
  return { name, type, content: joined(ctx.app, [{ atByte: 0, bytes, key }]) }
}
