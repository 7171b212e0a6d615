/**
 * GET /downloads/:fileId?expires&signature: a file by a link that `media.links.create` gave, offered for saving.
 *
 * Where the storage hands files over itself, the browser is sent there, by a link that is soon over.
 */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { checkLink } from './link.ts'
import { sendFile } from './sending.ts'

/** It is followed at once; a download that was begun goes on after it. */
const LINK_SECONDS = 60
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const download: RawRoute = {
  method: 'GET',
  path: '/downloads/:fileId',
  maxBytes: 0,
  async handle({ params: { fileId = '' }, query, headers }, { app, call }) {
    if (!ID.test(fileId)) throw NotFound({})
    checkLink(app, fileId, query, app.clock())
    const file = await app.inTransaction(call, async (ctx) => {
      const { rows } = await sql<{ name: string; key: string }>`
        select name, storage_key as key from media.file
        where store_id = ${ctx.storeId} and id = ${fileId} and state = 'ready' and archived_at is null`.execute(
        ctx.db,
      )
      return rows[0]
    })
    if (!file) throw NotFound({})
    const disposition = `attachment; filename*=UTF-8''${encoded(file.name)}`
    const aside = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }
    const elsewhere = await app.storage.linkTo(file.key, { seconds: LINK_SECONDS, disposition })
    if (elsewhere) return { status: 307, headers: { ...aside, location: elsewhere } }
    return sendFile(app, file.key, headers.range, { ...aside, 'content-disposition': disposition })
  },
}

/** RFC 8187 lets fewer characters stand than `encodeURIComponent` does. */
const encoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
