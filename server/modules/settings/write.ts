/** Makes a store with its first channel and market; for seeds and the first start. */
import { sql } from 'kysely'
import type { Db } from '#kit/db.ts'
import { newId } from '#kit/id.ts'

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
  market: { name: string; countries: string[]; pricesIncludeTax: boolean; taxRounding: 'line' | 'total' }
}

/** No scope exists before the first store does, so this takes a bare transaction. */
export async function writeStore(store: NewStore, db: Db, now: Date): Promise<void> {
  await sql`insert into settings.store (id, code, name, email, currency, locale, country, time_zone, return_days, created_at, updated_at)
    values (${store.id}, ${store.code}, ${store.name}, ${store.email}, ${store.currency}, ${store.locale}, ${store.country}, ${store.timeZone}, ${store.returnDays ?? null}, ${now}, ${now})`.execute(
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
