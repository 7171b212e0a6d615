/**
 * What a new store needs before it can open: the store itself, its owner, and in demo mode the demo shop.
 *
 * One process does it, under a lock; a start that was cut off goes on where it stopped.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId, newToken } from '#kit/id.ts'
import { createPerson, grantRole, hashPassword, writeStandardRoles } from './modules/identity/index.ts'
import { writeStore } from './modules/settings/index.ts'

export interface Owner {
  email: string
  password: string
}

const FIRST_START = { kind: 'system', name: 'first start' } as const

/** Answers the owner's log-in in demo mode, to be shown. */
export async function firstStart(app: App, say: (line: string) => void): Promise<Owner | null> {
  const { mode, dataDir, adapters } = app.config
  await ensureStore(app)
  const owner = await ensureOwner(app)
  if (mode === 'production') {
    await refuseSeededPassword(app)
    return null
  }
  await ensureDemo(app, say)
  const file = join(dataDir, 'owner-password')
  if (owner) writeFileSync(file, `${owner.password}\n`, { mode: 0o600 })
  return existsSync(file)
    ? { email: adapters['OWNER_EMAIL']!, password: readFileSync(file, 'utf8').trim() }
    : null
}

/** Countries of the European Union: where the first market sells. */
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

async function ensureOwner(app: App): Promise<Owner | null> {
  const { mode, adapters } = app.config
  return app.inTransaction({ actor: FIRST_START }, async (ctx) => {
    await lockFirstStart(ctx)
    const { rows } =
      await sql`select 1 from identity.role where store_id = ${ctx.storeId} and key = 'owner' limit 1`.execute(
        ctx.db,
      )
    if (rows.length > 0) return null
    await writeStandardRoles(ctx)
    const given = adapters['OWNER_PASSWORD']
    if (mode === 'production' && !given)
      throw new Error('Production needs OWNER_PASSWORD at its first start: the password of the owner.')
    const owner = { email: adapters['OWNER_EMAIL']!, password: given || newToken().slice(0, 16) }
    const person = await createPerson(ctx, {
      email: owner.email,
      name: 'Owner',
      passwordHash: await hashPassword(owner.password),
      seeded: !given,
    })
    await grantRole(ctx, person!.id, 'owner')
    return owner
  })
}

async function refuseSeededPassword(app: App): Promise<void> {
  const { rows } = await sql`select 1 from identity.password where seeded limit 1`.execute(app.pool.db)
  if (rows.length > 0)
    throw new Error(
      'This data was made in demo mode and still has a generated password. Change it, or start production with fresh data.',
    )
}

async function ensureDemo(app: App, say: (line: string) => void): Promise<void> {
  const { rows } = await sql`select 1 from catalog.product limit 1`.execute(app.pool.db)
  if (rows.length > 0) return
  say('Stocking the demo shop …')
  const { seedDemo } = await import('./demo/seed.ts')
  await seedDemo(app, { actor: FIRST_START })
}

async function lockFirstStart(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('quayside first start', 0))`.execute(ctx.db)
}
