/**
 * A whole shop for a test: the real app on a database of its own, with people, goods and a payment company.
 *
 * Alice buys here, Bob owns the shop, Charlie is a stranger with an account. Time is
 * `shop.clock`, moved by hand. Nothing runs in the background: `settle` does what the
 * dispatcher and the workers would, until nothing is left.
 */
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import type { Ctx } from '#kit/context.ts'
import type { CustomFields } from '#kit/custom.ts'
import type { Statements } from '#kit/db.ts'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { migrate } from '#kit/migrate.ts'
import type { Typed } from '#kit/operation.ts'
import type { Actor } from '#kit/policy.ts'
import { perform, react } from '#kit/worker.ts'
import { answerOver } from '../adapters/sandbox/company/door.ts'
import { openSandboxCompany, type SandboxCompany } from '../adapters/sandbox/company/company.ts'
import { sandboxSecrets } from '../adapters/sandbox/adapter.ts'
import { openInsideCarrier } from '../adapters/sandbox/carrier/adapter.ts'
import type { SandboxCarrier } from '../adapters/sandbox/carrier/company.ts'
import { closeApp, openApp } from '../assemble.ts'
import type { Module } from '#kit/module.ts'
import { migrationSets } from '../modules.ts'
import { writeProducts } from '../modules/catalog/index.ts'
import { writeDelivery } from '../modules/delivery/index.ts'
import { writeLocation, writeStock } from '../modules/inventory/index.ts'
import { writePrices } from '../modules/pricing/index.ts'
import { writeStore } from '../modules/settings/index.ts'
import { writeTax } from '../modules/tax/index.ts'
import { testDatabase } from './database.ts'

export interface Person {
  actor: Actor
  id: string
  email: string
  call<I, O>(
    operation: Typed<I, O>,
    input: I,
    options?: { key?: string; statements?: Statements; currency?: string; channel?: string; locale?: string },
  ): Promise<O>
}

export interface Goods {
  productId: string
  variantId: string
  sku: string
  slug: string
}

export interface Shop {
  app: App
  storeId: string
  alice: Person
  bob: Person
  charlie: Person
  /** A shopper without an account. */
  guest(): Person
  /** A member of the shop; with permissions, a role of their own that has just these. */
  person(name: string, permissions: string[]): Promise<Person>
  /** Staff with just these permissions. */
  staff(...permissions: string[]): Person
  clock: { now: Date; forward(ms: number): void }
  locationId: string
  methodId: string
  goods(given?: {
    name?: string
    price?: number
    stock?: number
    taxCategory?: 'standard' | 'reduced'
  }): Promise<Goods>
  onHand(variantId: string): Promise<{ onHand: number; reserved: number; available: number }>
  /** Runs work as the store itself, in one transaction. */
  inside<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Does all reactions to what has happened, and to what they cause. */
  settle(): Promise<void>
  job(name: string): Promise<void>
  /** Runs all invariants and throws with the rows that break them. */
  invariants(): Promise<void>
  sandbox: { company: SandboxCompany; origin: string }
  /** At `/sandbox/carrier` of the shop's address; opened when it is first spoken to. */
  carrier(): Promise<SandboxCarrier>
  /** Webhooks of the sandbox as they arrive are handled at once when this is true (default). */
  receiveWebhooks: boolean
  close(): Promise<void>
}

export interface ShopOptions {
  /** More than one connection is needed for tests of parallel use. */
  poolSize?: number
  now?: Date
  /** Settings of adapters, such as where a tax service is. */
  adapters?: Record<string, string>
  /** Hosts from which imports may fetch though they are not public. */
  fetchFrom?: string[]
  /** Hosts to which webhooks go though they are not public. */
  webhooksTo?: string[]
  /** Fields of the store's own. */
  custom?: CustomFields
  /** Of strangers, below the store's own modules. */
  plugins?: Module[]
  /** PostgreSQL's own settings, for all connections to the shop's database. */
  settings?: Record<string, string>
  /** 0 keeps no answers: where what a read costs is the question. */
  cacheBytes?: number
}

export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const database = await testDatabase()
  await applySettings(database.url, options.settings ?? {})
  const dataDir = mkdtempSync(join(tmpdir(), 'quayside-shop-'))
  const clock = {
    now: options.now ?? new Date('2026-03-02T10:00:00.000Z'),
    forward(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms)
    },
  }
  let company: SandboxCompany | undefined
  let carrier: Promise<SandboxCarrier> | undefined
  const carrierNow = () => (carrier ??= openInsideCarrier(config, silentLog, () => clock.now))
  const server: Server = createServer((incoming, outgoing) => {
    const { url = '' } = incoming
    const host = async () => (url.startsWith('/sandbox/carrier') ? carrierNow() : company!)
    const work = url.startsWith('/webhooks/')
      ? receive(incoming, outgoing)
      : host().then(({ handle }) => answerOver(handle, incoming, outgoing, base))
    work.catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  const usual = testConfig(database.url, dataDir, port, options.poolSize ?? 10)
  const config = {
    ...usual,
    cacheBytes: options.cacheBytes ?? usual.cacheBytes,
    adapters: { ...usual.adapters, ...options.adapters },
    custom: options.custom ?? {},
    fetchFrom: options.fetchFrom ?? [],
    webhooksTo: options.webhooksTo ?? [],
  }
  if (options.custom) await migrate(database.url, migrationSets, { custom: options.custom })
  company = await openSandboxCompany({
    book: join(dataDir, 'sandbox'),
    origin: `${base}/sandbox`,
    clock: () => clock.now,
    ...sandboxSecrets(config),
  })
  const app = await openApp(config, {
    clock: () => clock.now,
    log: silentLog,
    plugins: options.plugins ?? [],
  })

  const storeId = newId()
  await app.pool.db.transaction().execute((db) =>
    writeStore(
      {
        id: storeId,
        code: 'test',
        name: 'Test shop',
        email: 'shop@example.com',
        currency: 'EUR',
        locale: 'en',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        market: { name: 'EU', countries: ['DE', 'FR', 'AT'], pricesIncludeTax: true, taxRounding: 'line' },
      },
      db,
      clock.now,
    ),
  )
  const system = { actor: { kind: 'system', name: 'test' } as Actor, hint: { storeId } }
  const inside = <T>(work: (ctx: Ctx) => Promise<T>) => app.inTransaction(system, work)
  const [standard, reduced, zoneId, methodId, locationId] = [newId(), newId(), newId(), newId(), newId()]
  await inside(async (ctx) => {
    await writeTax(
      {
        categories: [
          { id: standard, key: 'standard', name: 'Standard' },
          { id: reduced, key: 'reduced', name: 'Reduced' },
        ],
        rates: ['DE', 'FR', 'AT'].flatMap((country) => [
          {
            id: newId(),
            categoryId: standard,
            country,
            name: 'VAT',
            rateBasisPoints: 1900,
            startsOn: '2020-01-01',
          },
          {
            id: newId(),
            categoryId: reduced,
            country,
            name: 'VAT reduced',
            rateBasisPoints: 700,
            startsOn: '2020-01-01',
          },
        ]),
      },
      ctx,
    )
    await writeDelivery(
      {
        zones: [{ id: zoneId, key: 'eu', name: 'EU', countries: ['DE', 'FR', 'AT'] }],
        methods: [
          {
            id: methodId,
            zoneId,
            key: 'parcel',
            taxCategoryId: standard,
            minDays: 2,
            maxDays: 4,
            position: 0,
          },
        ],
        texts: [{ methodId, locale: 'en', name: 'Parcel', description: '2 to 4 working days' }],
        rates: [{ id: newId(), methodId, currency: 'EUR', amount: 490, freeFrom: 6000 }],
      },
      ctx,
    )
    await writeLocation({ id: locationId, key: 'main', name: 'Warehouse', country: 'DE', position: 0 }, ctx)
  })

  async function person(name: string, permissions: string[]): Promise<Person> {
    const id = newId()
    const email = `${name}@example.com`
    await inside(async (ctx) => {
      await sql`insert into identity.person (id, store_id, email, name, locale, state, created_at, updated_at)
        values (${id}, ${storeId}, ${email}, ${name}, 'en', 'active', ${ctx.now()}, ${ctx.now()})`.execute(
        ctx.db,
      )
      await sql`insert into customers.customer (id, store_id, created_at, updated_at) values (${id}, ${storeId}, ${ctx.now()}, ${ctx.now()})`.execute(
        ctx.db,
      )
      if (permissions.length > 0) await giveRole(ctx, id, permissions)
    })
    return acting(
      { kind: 'person', sessionId: newId(), personId: id, permissions: new Set(permissions) },
      id,
      email,
    )
  }

  function acting(actor: Actor, id: string, email: string): Person {
    return {
      actor,
      id,
      email,
      call: (operation, input, given = {}) =>
        app.invoke(operation, input, {
          actor,
          hint: {
            storeId,
            ...(given.currency ? { currency: given.currency } : {}),
            ...(given.channel ? { channel: given.channel } : {}),
            ...(given.locale ? { locale: given.locale } : {}),
          },
          origin: config.publicUrl,
          address: '127.0.0.1',
          ...(given.key ? { idempotencyKey: given.key } : {}),
          ...(given.statements ? { statements: given.statements } : {}),
        }),
    }
  }

  async function receive(
    incoming: import('node:http').IncomingMessage,
    outgoing: import('node:http').ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    if (!shop.receiveWebhooks) return void outgoing.writeHead(503).end()
    const { webhook } = await import('../modules/payments/inbox.ts')
    const { carrierWebhook } = await import('../modules/fulfilment/carriers/webhook.ts')
    const route = incoming.url === '/webhooks/sandbox' ? webhook : carrierWebhook
    try {
      const reply = await route.handle(
        {
          method: 'POST',
          params: { provider: 'sandbox', carrier: 'sandbox' },
          query: {},
          headers: incoming.headers,
          body: Buffer.concat(chunks),
          stream: null,
        },
        { app, address: '127.0.0.1', traceId: newId(), call: { hint: { storeId } } },
      )
      outgoing.writeHead(reply.status).end()
    } catch {
      outgoing.writeHead(400).end()
    }
  }

  const done = new Set<string>()
  async function settle(): Promise<void> {
    for (let round = 0; round < 50; round++) {
      const { rows } = await sql<{ id: string; name: string; payload: never; trace_id: string }>`
        select id, name, payload, trace_id from kit.event where store_id = ${storeId} order by tx, id`.execute(
        app.pool.db,
      )
      const fresh = rows.filter((row) => !done.has(row.id))
      if (fresh.length === 0) return
      for (const row of fresh) {
        for (const reaction of app.reactions.get(row.name) ?? []) {
          await react(app, {
            eventId: row.id,
            storeId,
            name: row.name,
            payload: row.payload,
            traceId: row.trace_id,
            reaction: reaction.name,
          })
        }
        done.add(row.id)
      }
    }
    throw new Error('Reactions cause each other without end.')
  }

  const shop: Shop = {
    app,
    storeId,
    alice: await person('alice', []),
    bob: await person('bob', ['*']),
    charlie: await person('charlie', []),
    person,
    guest: () => {
      const id = newId()
      return acting(
        { kind: 'guest', sessionId: newId(), guestId: id },
        id,
        `guest-${id.slice(-6)}@example.com`,
      )
    },
    staff: (...permissions) => {
      const id = newId()
      return acting(
        { kind: 'person', sessionId: newId(), personId: id, permissions: new Set(permissions) },
        id,
        'staff@example.com',
      )
    },
    clock,
    locationId,
    methodId,
    goods: async ({ name = 'Tea', price = 1000, stock = 10, taxCategory = 'standard' } = {}) => {
      const [productId, variantId] = [newId(), newId()]
      const sku = `SKU-${productId.slice(-8)}`
      const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${productId.slice(-8)}`
      await inside(async (ctx) => {
        await writeProducts(
          [
            {
              id: productId,
              taxCategoryId: taxCategory === 'standard' ? standard : reduced,
              position: 0,
              featured: false,
              categoryIds: [],
              optionIds: [],
              media: [],
              texts: [{ locale: 'en', name, slug, subtitle: null, description: `${name}.`, facts: [] }],
              variants: [{ id: variantId, sku, position: 0, weightGrams: 100, values: [] }],
            },
          ],
          ctx,
        )
        await writePrices([{ variantId, currency: 'EUR', amount: price }], ctx)
        await writeStock([{ variantId, sku, locationId, onHand: stock }], ctx)
      })
      return { productId, variantId, sku, slug }
    },
    onHand: async (variantId) => {
      const { rows } = await sql<{ onHand: number; reserved: number; available: number }>`
        select sum(on_hand)::int as "onHand", sum(reserved)::int as reserved, sum(on_hand + backorder_limit - safety_stock - reserved)::int as available
        from inventory.level l join inventory.variant_item vi on vi.item_id = l.item_id where l.store_id = ${storeId} and vi.variant_id = ${variantId}`.execute(
        app.pool.db,
      )
      return rows[0]!
    },
    inside,
    settle,
    job: (name) => perform(app, app.jobs, { job: name, storeId, payload: {} as never }),
    invariants: async () => {
      const broken: string[] = []
      for (const { id, says, sql: text } of app.modules.flatMap((module) => module.invariants)) {
        const { rows } = await app.pool.pg.query(text)
        if (rows.length > 0) broken.push(`${id} ${says}: ${JSON.stringify(rows.slice(0, 3))}`)
      }
      if (broken.length > 0) throw new Error(`Invariants are broken:\n${broken.join('\n')}`)
    },
    sandbox: { company, origin: `${base}/sandbox` },
    carrier: carrierNow,
    receiveWebhooks: true,
    close: async () => {
      await (await carrier)?.close()
      await company.close()
      server.closeAllConnections()
      server.close()
      await closeApp(app)
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return shop
}

async function applySettings(url: string, settings: Record<string, string>): Promise<void> {
  const entries = Object.entries(settings)
  if (entries.length === 0) return
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const name = client.escapeIdentifier(client.database!)
  for (const [key, value] of entries)
    await client.query(`alter database ${name} set ${key} = ${client.escapeLiteral(value)}`)
  await client.end()
}

/** A role of this person's own, so that sessions over HTTP have the same rights as `call`. */
async function giveRole(ctx: Ctx, personId: string, permissions: string[]): Promise<void> {
  const roleId = newId()
  await sql`insert into identity.role (id, store_id, key, name, permissions, created_at, updated_at)
    values (${roleId}, ${ctx.storeId}, ${`role-${roleId}`}, 'Of one person', ${permissions}, ${ctx.now()}, ${ctx.now()})`.execute(
    ctx.db,
  )
  await sql`insert into identity.person_role (store_id, person_id, role_id, granted_at, granted_by)
    values (${ctx.storeId}, ${personId}, ${roleId}, ${ctx.now()}, 'test')`.execute(ctx.db)
}

export function testConfig(databaseUrl: string, dataDir: string, port: number, poolSize: number): Config {
  return {
    mode: 'demo',
    roles: new Set(['serve', 'work']),
    host: '127.0.0.1',
    port,
    tls: null,
    httpPort: null,
    healthPort: null,
    grpcPort: 0,
    dataDir,
    databaseUrl,
    databaseDirectUrl: null,
    databasePoolSize: poolSize,
    redisUrl: null,
    cacheBytes: 32 * 1024 * 1024,
    publicUrl: `http://127.0.0.1:${port}`,
    fetchFrom: [],
    webhooksTo: [],
    trustedProxies: [],
    secret: 'a secret for tests that is long enough',
    smtpUrl: null,
    mailFrom: 'Test shop <shop@example.com>',
    logLevel: 'silent',
    limitScale: 0,
    custom: {},
    adapters: { PAYMENTS_PROVIDERS: 'sandbox', CARRIERS: 'sandbox' },
  }
}
