/**
 * GET /handed-over/:downloadId?signature: counts a download of what was bought, and leads to the file.
 *
 * The count is one guarded statement, so however many ask at once, no more get through than may. The link it leads to is
 * good for an hour, so that a download that breaks off can go on without counting again.
 */
import { sql } from 'kysely'
import { after, hours } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure } from '#kit/failure.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { Type } from '#kit/types.ts'
import { linkFor } from '../../media/index.ts'
import { DOWNLOAD_PATH, isOurs } from './link.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const GOES_ON_FOR = hours(1)

export const DownloadOver = failure(
  'fulfilment.download_over',
  403,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This can no longer be loaded: its time is over, or it was paid back.',
    de: 'Das lässt sich nicht mehr herunterladen: Die Frist ist vorbei, oder das Geld wurde erstattet.',
    ar: 'لم يعد التنزيل متاحاً: انتهت مدته أو رُدَّ ثمنه.',
  },
)

export const DownloadsUsedUp = failure(
  'fulfilment.downloads_used_up',
  403,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This was loaded as often as it may be. Please ask the shop for help.',
    de: 'Das wurde so oft heruntergeladen, wie es erlaubt ist. Bitte wenden Sie sich an den Shop.',
    ar: 'جرى تنزيل هذا بعدد المرات المسموح بها. يُرجى التواصل مع المتجر.',
  },
)

export const downloads: RawRoute = {
  method: 'GET',
  path: DOWNLOAD_PATH,
  maxBytes: 0,
  async handle({ params: { downloadId = '' }, query }, { app, call }) {
    if (!ID.test(downloadId) || !isOurs(app.config, downloadId, query['signature'])) throw NotFound({})
    const fileId = await app.inTransaction(call, (ctx) => countOne(ctx, downloadId))
    return {
      status: 303,
      headers: {
        location: linkFor(app, fileId, after(app.clock(), GOES_ON_FOR)),
        'cache-control': 'private, no-store',
      },
    }
  },
}

async function countOne(ctx: Ctx, downloadId: string): Promise<string> {
  const { rows } = await sql<{ fileId: string }>`
    update fulfilment.download set downloads = downloads + 1
    where store_id = ${ctx.storeId} and id = ${downloadId} and revoked_at is null and expires_at > ${ctx.now()}
      and (download_limit is null or downloads < download_limit)
    returning file_id as "fileId"`.execute(ctx.db)
  if (rows[0]) return rows[0].fileId
  const { rows: why } = await sql<{ over: boolean }>`
    select revoked_at is not null or expires_at <= ${ctx.now()} as over from fulfilment.download
    where store_id = ${ctx.storeId} and id = ${downloadId}`.execute(ctx.db)
  if (!why[0]) throw NotFound({})
  throw why[0].over ? DownloadOver({}) : DownloadsUsedUp({})
}
