/** On which terms a variant is handed over by files or licence keys. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { Count, Id, Int, List, Nullable, OneOf, Text, Version, shape, type Static } from '#kit/types.ts'

export const MOST_FILES = 20
export const LINK_DAYS = 30

export const DownloadLimit = Int(1, 1000)
export const LinkDays = Int(1, 3650)
/** `wait`: who buys when the pool is empty gets a key as soon as there is one; `sold_out`: there are as many as keys. */
export const KeyUse = OneOf('none', 'wait', 'sold_out')

export const DigitalTerms = shape('DigitalTerms', {
  variantId: Id,
  files: List(
    shape('DigitalFile', { fileId: Id, name: Text(200), type: Text(60), bytes: Count }),
    MOST_FILES,
  ),
  /** Of each file, for one piece; null: as often as one likes. */
  downloadLimit: Nullable(DownloadLimit),
  /** From the hand-over on. */
  linkDays: LinkDays,
  keys: KeyUse,
  keysLeft: Count,
  version: Version,
})
export type DigitalTerms = Static<typeof DigitalTerms>

export async function findTerms(ctx: Ctx, variantId: string): Promise<DigitalTerms | undefined> {
  const { rows } = await sql<DigitalTerms>`
    select d.variant_id as "variantId", d.download_limit as "downloadLimit", d.link_days as "linkDays", d.keys, d.version,
      (select count(*)::int from fulfilment.licence_key k where k.variant_id = d.variant_id and k.state = 'free') as "keysLeft",
      coalesce((select json_agg(json_build_object('fileId', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes) order by df.position)
        from fulfilment.digital_file df join media.file f on f.id = df.file_id where df.variant_id = d.variant_id), '[]') as files
    from fulfilment.digital d where d.store_id = ${ctx.storeId} and d.variant_id = ${variantId}`.execute(
    ctx.db,
  )
  return rows[0]
}

export async function readTerms(ctx: Ctx, variantId: string): Promise<DigitalTerms> {
  const found = await findTerms(ctx, variantId)
  if (!found) throw NotFound({})
  return found
}
