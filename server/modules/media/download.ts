/** GET /downloads/:fileId?expires&signature: a file by a link that `media.links.create` gave, offered for saving. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { checkLink } from './link.ts'
import { sendFile } from './sending.ts'

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
    return sendFile(app, file.key, headers.range, {
      'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
      'cache-control': 'private, no-store',
    })
  },
}

/** RFC 8187 lets fewer characters stand than `encodeURIComponent` does. */
const encoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
