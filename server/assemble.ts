/**
 * Puts the store together: modules, the adapters that the settings name, and one pool.
 *
 * Opens no port and starts no worker; `run.ts`, the command line and the tests do.
 */
import { createApp, type App } from '#kit/app.ts'
import { createCache, type Cache } from '#kit/cache.ts'
import { systemClock, type Clock } from '#kit/clock.ts'
import type { Config } from '#kit/config.ts'
import { openPool, type Pool } from '#kit/db.ts'
import { createLimits } from '#kit/limits.ts'
import { createLog, type Log } from '#kit/log.ts'
import { createMetrics } from '#kit/metrics.ts'
import { readSet } from '#kit/migrate.ts'
import { fill, type Filling } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { sharedCache } from '#kit/shared-cache.ts'
import { createTail } from '#kit/tail.ts'
import type { Module } from '#kit/module.ts'
import { mailChannel, mailboxChannel, mailboxRoutes } from './modules/messages/index.ts'
import { paymentProvider } from './modules/payments/index.ts'
import { searchEngine } from './modules/browse/index.ts'
import { taxIdCheck, taxProvider, type TaxIdCheck } from './modules/tax/index.ts'
import { migrationSets, modules } from './modules.ts'
import { carriers } from './carriers.ts'
import { openStorage } from './open-storage.ts'
import { paymentProviders } from './payment-providers.ts'
import { readyChecks, type ReadyCheck } from './surfaces/health.ts'

/** Loads what commands compute with while they hold a connection of the pool themselves. */
const SPARE_CONNECTIONS = 2
const spares = new WeakMap<App, Pool>()

export interface Around {
  clock?: Clock
  log?: Log
  /** Besides those in `quayside.config.ts`; for tests. */
  plugins?: Module[]
  /** Instead of what the settings name; for tests. */
  fills?: Filling[]
}

/** `config.databaseUrl` must be set: the address of the store's own PostgreSQL when it runs one. */
export async function openApp(config: Config, around: Around = {}): Promise<App> {
  const clock = around.clock ?? systemClock
  const log = around.log ?? createLog({ level: config.logLevel })
  // A pooler in transaction mode cannot carry named statements.
  const [url, pooler] = [config.databaseUrl!, config.databaseDirectUrl !== null]
  const pool = openPool({ url, size: config.databasePoolSize, log, pooler })
  const spare = openPool({ url, size: SPARE_CONNECTIONS, log, pooler })
  const app = createApp({
    modules: [...modules, ...(around.plugins ?? [])],
    fills: [fill(readyChecks, 'assemble', migrated()), ...(around.fills ?? (await fillsOf(config)))],
    config,
    log,
    clock,
    pool,
    spare,
    cache: await cacheOf(config, log, () => clock().getTime()),
    limits: createLimits({ scale: config.limitScale }),
    metrics: createMetrics(),
    storage: await openStorage(config, log),
    tail: createTail(pool, log),
  })
  spares.set(app, spare)
  return app
}

/** Not ready while another process still has to migrate; once it is, it stays so. */
function migrated(): ReadyCheck {
  const names = migrationSets.flatMap((set) => readSet(set).map(({ name }) => `${set.module}/${name}`))
  let done = false
  return {
    name: 'migrations',
    ready: async (app) => {
      if (done) return true
      const rows = await app.pool.query<{ name: string }>(
        'select module || $1 || name as name from kit.migration',
        ['/'],
      )
      const there = new Set(rows.map((row) => row.name))
      return (done = names.every((name) => there.has(name)))
    },
  }
}

async function cacheOf(config: Config, log: Log, now: () => number): Promise<Cache> {
  if (!config.redisUrl) return createCache({ maxBytes: config.cacheBytes, now })
  const { redisCache } = await import('./adapters/redis/cache.ts')
  return redisCache({ url: config.redisUrl, log, now })
}

async function fillsOf(config: Config): Promise<Filling[]> {
  const fills: Filling[] = []
  if (config.smtpUrl) {
    const { smtpChannel } = await import('./adapters/smtp/channel.ts')
    fills.push(fill(mailChannel, 'smtp', smtpChannel({ url: config.smtpUrl, from: config.mailFrom })))
  } else if (config.mode === 'demo') {
    fills.push(fill(mailChannel, 'mailbox', mailboxChannel))
  }
  if (config.mode === 'demo') fills.push(fill(rawRoutes, 'mailbox', mailboxRoutes))
  for (const name of config.adapters['PAYMENTS_PROVIDERS']?.split(',').filter(Boolean) ?? [])
    fills.push(fill(paymentProvider, name, await paymentProviders[name]!(config)))
  for (const name of config.adapters['CARRIERS']?.split(',').filter(Boolean) ?? [])
    fills.push(...(await carriers[name]!(config)))
  if (config.adapters['TAX_SERVICE_URL']) {
    const { taxService } = await import('./adapters/tax-service/provider.ts')
    const { TAX_SERVICE_URL: url, TAX_SERVICE_KEY: secretKey = '' } = config.adapters
    fills.push(fill(taxProvider, 'tax-service', taxService({ url: url.replace(/\/$/, ''), secretKey })))
  }
  if (config.adapters['CDN_PURGE_URL']) {
    const { cdn } = await import('./adapters/cdn/purge.ts')
    const { CDN_PURGE_URL: url, CDN_PURGE_SECRET: secret = '' } = config.adapters
    fills.push(fill(sharedCache, 'cdn', cdn({ url, secret })))
  }
  const idCheck = await idCheckOf(config)
  if (idCheck) fills.push(fill(taxIdCheck, idCheck.name, idCheck))
  if (config.adapters['MEILISEARCH_URL']) {
    const { meilisearchEngine } = await import('./adapters/meilisearch/engine.ts')
    const { MEILISEARCH_URL: url, MEILISEARCH_KEY: key = '' } = config.adapters
    fills.push(fill(searchEngine, 'meilisearch', meilisearchEngine({ url, key })))
  }
  return fills
}

/** In demo mode nobody outside is asked about tax ids. */
async function idCheckOf(config: Config): Promise<TaxIdCheck | null> {
  const url = config.adapters['VIES_URL']?.replace(/\/$/, '')
  if (!url && config.mode !== 'demo') return null
  const { vies } = await import('./adapters/vies/check.ts')
  if (url) return vies({ url })
  const { twinSend } = await import('./adapters/vies/twin.ts')
  return vies({ url: 'twin:', send: twinSend })
}

export async function closeApp(app: App): Promise<void> {
  await app.tail.stop()
  await app.cache.close()
  await spares.get(app)?.close()
  await app.pool.close()
}
