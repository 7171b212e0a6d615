/**
 * What a new store needs before it can open: the store itself, its owner, and in demo mode the demo shop.
 *
 * One process does it, under a lock; a start that was cut off goes on where it stopped.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { sqlState } from '#kit/db.ts'
import { newId, newToken } from '#kit/id.ts'
import { createPerson, grantRole, hashPassword, writeStandardRoles } from './modules/identity/index.ts'
import { writeStore } from './modules/settings/index.ts'

export interface Owner {
  email: string
  password: string
}

const FIRST_START = { kind: 'system', name: 'first start' } as const
const OWNER_FILE = 'owner-password'

/**
 * Answers the owner's log-in in demo mode, to be shown, as long as its password is the one made here. Only a
 * process that also migrates sets up; the others find the store made, or not ready.
 */
export async function firstStart(app: App, say: (line: string) => void): Promise<Owner | null> {
  const { mode, dataDir, roles } = app.config
  if (roles.has('migrate')) {
    await ensureStore(app)
    await ensureOwner(app)
    if (mode === 'demo') await ensureDemo(app, say)
  }
  const email = await seededOwner(app)
  if (mode === 'production' && email !== null)
    throw new Error(
      'This data was made in demo mode and still has a generated password. Change it, or start production with fresh data.',
    )
  const file = join(dataDir, OWNER_FILE)
  if (email === null || !existsSync(file)) return null
  return { email, password: readFileSync(file, 'utf8').trim() }
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
        ...(app.config.mode === 'demo' && { returnDays: 30, newsletterInFooter: true }),
        timeZone: 'Europe/Berlin',
        market: { name: 'European Union', countries: COUNTRIES, pricesIncludeTax: true, taxRounding: 'line' },
      },
      db,
      app.clock(),
    )
  })
}

async function ensureOwner(app: App): Promise<void> {
  const { mode, adapters, dataDir } = app.config
  await app.inTransaction({ actor: FIRST_START }, async (ctx) => {
    await lockFirstStart(ctx)
    const { rows } =
      await sql`select 1 from identity.role where store_id = ${ctx.storeId} and key = 'owner' limit 1`.execute(
        ctx.db,
      )
    if (rows.length > 0) return
    await writeStandardRoles(ctx)
    const given = adapters['OWNER_PASSWORD']
    if (mode === 'production' && !given)
      throw new Error('Production needs OWNER_PASSWORD at its first start: the password of the owner.')
    const password = given || newToken().slice(0, 16)
    const person = await createPerson(ctx, {
      email: adapters['OWNER_EMAIL']!,
      name: 'Owner',
      passwordHash: await hashPassword(password),
      seeded: !given,
    })
    await grantRole(ctx, person!.id, 'owner')
    // Before the commit: a password that only the database knows would lock the owner out.
    if (!given) keepPassword(join(dataDir, OWNER_FILE), password)
  })
}

function keepPassword(file: string, password: string): void {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true }) // an existing file would keep its mode
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
}

/** Whose password is still the generated one; null where none is, or where the tables are not made yet. */
async function seededOwner(app: App): Promise<string | null> {
  const text = `select p.email from identity.person p join identity.password w on w.person_id = p.id
    where w.seeded order by p.created_at limit $1`
  try {
    const [row] = await app.pool.query<{ email: string }>(text, [1])
    return row?.email ?? null
  } catch (error) {
    if (sqlState(error) === '42P01') return null
    throw error
  }
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
