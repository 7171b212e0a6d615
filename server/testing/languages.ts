/** More languages for a shop of a test, which speaks English by itself. */
import { sql } from 'kysely'
import { settingsChanged, settingsSnapshot } from '../modules/settings/index.ts'
import type { Shop } from './shop.ts'

/** Each with the language it falls back to. */
export async function speak(shop: Shop, languages: Record<string, string>): Promise<void> {
  await shop.inside(async (ctx) => {
    for (const [place, [code, fallback]] of Object.entries(languages).entries())
      await sql`insert into settings.locale (store_id, code, fallback, position) values (${ctx.storeId}, ${code}, ${fallback}, ${place + 1})`.execute(
        ctx.db,
      )
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
  })
  await shop.settle()
  await shop.job('browse.keepUp')
}
