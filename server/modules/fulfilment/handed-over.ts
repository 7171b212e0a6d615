/** What an order's buyer may load, and their licence keys. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import {
  Count,
  Flag,
  Id,
  Instant,
  List,
  Nullable,
  Text,
  Token,
  Type,
  Url,
  shape,
  type Static,
} from '#kit/types.ts'
import { readOwn, seesOwnOrder } from '../orders/index.ts'
import { downloadLink } from './downloads/link.ts'
import { keysOf } from './keys/pool.ts'

const HandedOverFile = shape('HandedOverFile', {
  orderLineId: Id,
  name: Text(200),
  bytes: Count,
  /** Null: it can no longer be loaded. */
  url: Nullable(Url),
  downloads: Count,
  downloadLimit: Nullable(Count),
  expiresAt: Instant,
  /** It was paid back. */
  revoked: Flag,
})
const HandedOverKey = shape('HandedOverKey', { orderLineId: Id, key: Text(500) })

const HandedOver = shape('HandedOver', {
  files: List(HandedOverFile, 4000),
  keys: List(HandedOverKey, 1000),
})
export type HandedOver = Static<typeof HandedOver>

export const handedOver = query({
  id: 'fulfilment.handedOver',
  summary: 'Files and licence keys of an order',
  rest: 'GET /orders/:orderId/handed-over',
  audience: 'shop',
  access: seesOwnOrder,
  input: Type.Object({ orderId: Id, token: Type.Optional(Token) }),
  output: HandedOver,
  run: async ({ orderId }, ctx) => readHandedOver(ctx, (await readOwn(orderId, ctx)).id),
})

interface Row {
  id: string
  orderLineId: string
  name: string
  bytes: number
  downloads: number
  downloadLimit: number | null
  expiresAt: Date
  revoked: boolean
}

export async function readHandedOver(ctx: Ctx, orderId: string): Promise<HandedOver> {
  const { rows } = await sql<Row>`
    select d.id, d.order_line_id as "orderLineId", f.name, f.bytes, d.downloads, d.download_limit as "downloadLimit",
      d.expires_at as "expiresAt", d.revoked_at is not null as revoked
    from fulfilment.download d join media.file f on f.id = d.file_id
    where d.store_id = ${ctx.storeId} and d.order_id = ${orderId} order by d.created_at, f.name, d.id limit 4000`.execute(
    ctx.db,
  )
  const keys = await keysOf(ctx, orderId)
  const now = ctx.now()
  return {
    files: rows.map(({ id, expiresAt, ...row }) => {
      const over = row.revoked || expiresAt <= now || row.downloads >= (row.downloadLimit ?? Infinity)
      return {
        ...row,
        url: over ? null : downloadLink(ctx.app.config, id),
        expiresAt: expiresAt.toISOString(),
      }
    }),
    keys: keys.map(({ orderLineId, text }) => ({ orderLineId, key: text })),
  }
}
