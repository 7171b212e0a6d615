/** Makes a store with its first channel and market, and further markets; for seeds and the first start. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Db } from '#kit/db.ts'
import { newId } from '#kit/id.ts'
import { settingsSnapshot, type Market } from './settings.ts'

export interface NewStore {
  id: string
  code: string
  name: string
  email: string
  currency: string
  locale: string
  country: string
  timeZone: string
  returnDays?: number
  newsletterInFooter?: boolean
  market: { name: string; countries: string[]; pricesIncludeTax: boolean; taxRounding: 'line' | 'total' }
}

/** No scope exists before the first store does, so this takes a bare transaction. */
export async function writeStore(store: NewStore, db: Db, now: Date): Promise<void> {
  await sql`insert into settings.store (id, code, name, email, currency, locale, country, time_zone, return_days, newsletter_in_footer, created_at, updated_at)
    values (${store.id}, ${store.code}, ${store.name}, ${store.email}, ${store.currency}, ${store.locale}, ${store.country}, ${store.timeZone}, ${store.returnDays ?? null}, ${store.newsletterInFooter ?? false}, ${now}, ${now})`.execute(
    db,
  )
  await sql`insert into settings.channel (id, store_id, code, name, created_at, updated_at)
    values (${newId()}, ${store.id}, 'web', 'Web shop', ${now}, ${now})`.execute(db)
  await sql`insert into settings.market (id, store_id, code, name, currency, countries, prices_include_tax, tax_rounding, created_at, updated_at)
    values (${newId()}, ${store.id}, 'main', ${store.market.name}, ${store.currency}, ${store.market.countries}, ${store.market.pricesIncludeTax},
      ${store.market.taxRounding}, ${now}, ${now})`.execute(db)
  await sql`insert into settings.locale (store_id, code, fallback, position) values (${store.id}, ${store.locale}, null, 0)`.execute(
    db,
  )
  await sql`insert into settings.currency (store_id, code, position) values (${store.id}, ${store.currency}, 0)`.execute(
    db,
  )
}

/** Further markets, each with its currency, which the store then sells in. */
export async function writeMarkets(markets: Omit<Market, 'id' | 'version'>[], ctx: Ctx): Promise<void> {
  const { storeId, db } = ctx
  const rows = JSON.stringify(markets.map((market) => ({ ...market, id: newId() })))
  const currencies = [...new Set(markets.map(({ currency }) => currency))]
  await sql`insert into settings.currency (store_id, code, position)
    select ${storeId}, c.code, (select count(*) from settings.currency where store_id = ${storeId}) + c.place
    from unnest(${currencies}::text[]) with ordinality as c(code, place) on conflict (store_id, code) do nothing`.execute(
    db,
  )
  await sql`insert into settings.market (id, store_id, code, name, currency, countries, prices_include_tax, tax_rounding, created_at, updated_at)
    select id, ${storeId}, code, name, currency, array(select json_array_elements_text(countries)), "pricesIncludeTax", "taxRounding", ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${rows}) as m(id uuid, code text, name text, currency text, countries json, "pricesIncludeTax" boolean, "taxRounding" text)`.execute(
    db,
  )
  await ctx.app.snapshots.changed(settingsSnapshot, ctx)
}
