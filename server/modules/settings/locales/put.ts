/** Writes down which languages the store speaks, in their order; the store's own is the first. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Static } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { settingsSnapshot } from '../settings.ts'
import type { StoreLocale } from './list.ts'

export async function putLocales(ctx: Ctx, locales: Static<typeof StoreLocale>[]): Promise<void> {
  await sql`
    with given as (select * from rows from (json_to_recordset(${JSON.stringify(locales)}) as (code text, fallback text)) with ordinality as g(code, fallback, place)),
    gone as (delete from settings.locale where store_id = ${ctx.storeId} and code not in (select code from given))
    insert into settings.locale (store_id, code, fallback, position)
    select ${ctx.storeId}, code, fallback, place from given
    on conflict (store_id, code) do update set fallback = excluded.fallback, position = excluded.position`.execute(
    ctx.db,
  )
  await ctx.app.snapshots.changed(settingsSnapshot, ctx)
  ctx.emit(settingsChanged, { ids: [ctx.storeId] })
}
