/** Products as the engine is told them: as they are in the catalogue at this moment, in each language of the store. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { toldOf } from '../told.ts'
import type { EngineDocument } from './engine.ts'

/** By language; those that are not for sale have none. At most 1,000 products. */
export async function documentsOf(ctx: Ctx, productIds: string[]): Promise<Map<string, EngineDocument[]>> {
  if (productIds.length === 0) return new Map()
  const { rows } = await sql<{ locale: string; document: EngineDocument }>`
    with recursive ${await toldOf(ctx, productIds)}, document as (
      select t.code, jsonb_build_object('id', t.id, 'name', t.name, 'subtitle', t.subtitle, 'places', t.places, 'rest', t.rest,
        'channelIds', coalesce(t.channel_ids, '{}')) as whole from told t
    )
    select code as locale, whole || jsonb_build_object('stamp', md5(whole::text)) as document from document order by code, whole->>'id'`.execute(
    ctx.db,
  )
  const byLocale = Map.groupBy(rows, ({ locale }) => locale)
  return new Map([...byLocale].map(([locale, all]) => [locale, all.map(({ document }) => document)]))
}
