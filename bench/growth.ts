/**
 * What a shop of a hundred thousand products costs beside one of 65, over HTTP.
 *
 *   node bench/growth.ts                from the demo shop to 100k, some minutes
 *   node bench/growth.ts --size 10k     to see that it works
 *
 * Linux only. Nothing is kept from one request to the next, but where it says so. Told are milliseconds of the clock and of
 * the processors (PostgreSQL, and this process, which is server and shopper at once); ratios are those of the processors.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCluster, removeCluster } from '../server/adapters/embedded-postgres/cluster.ts'
import { closeApp, openApp } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { seedSize, type Size } from '../server/demo/sizes.ts'
import { firstStart } from '../server/first-start.ts'
import { silentLog } from '../server/kit/log.ts'
import { openDatabase } from '../server/open-database.ts'
import { createHttp } from '../server/surfaces/http.ts'
import { casesIn, writeReadModel, type Grown } from './growth/asked.ts'
import { timed, type Times } from './growth/timed.ts'

const { values } = parseArgs({ options: { size: { type: 'string', default: '100k' } } })
const size = values.size as Size

const dataDir = mkdtempSync(join(tmpdir(), 'quayside-growth-'))
const postgres = { dataDir: join(dataDir, 'postgres') }
const cluster = await openCluster(postgres)
const settings = {
  QUAYSIDE_MODE: 'demo',
  DATA_DIR: dataDir,
  PORT: '20001',
  LIMIT_SCALE: '0',
  LOG_LEVEL: 'info',
}
const configWith = (CACHE_MEGABYTES: string) =>
  readConfig({ ...settings, CACHE_MEGABYTES, DATABASE_URL: cluster.url })
const { config } = await openDatabase(configWith('0'), () => {})
const plain = await opened(config)
try {
  await firstStart(plain.app, () => {})
  await measured() // code and plans are warm from now on
  const small = await measured()
  const seeded = await seedSize(plain.app, { actor: { kind: 'system', name: 'bench' } }, { size, shop: 1 })
  console.log(`${seeded.written} products more in ${seeded.seconds} s`)
  show(small, await measured())
} finally {
  await plain.close()
  await cluster.stop()
  await removeCluster(postgres)
  rmSync(dataDir, { recursive: true, force: true })
}

type Measured = Map<string, Grown & Times>

async function measured(): Promise<Measured> {
  const took = await writeReadModel(plain.app)
  console.log(`The read model is written in ${took} s.`)
  await plain.app.pool.pg.query('analyze') // as autovacuum does within a minute
  const keeping = await opened(configWith('64'))
  try {
    const found: Measured = new Map()
    for (const each of await casesIn(plain.app))
      found.set(each.name, {
        ...each,
        ...(await timed((each.keeps ? keeping : plain).http, each, cluster.pid)),
      })
    return found
  } finally {
    await keeping.close()
  }
}

async function opened(of: Parameters<typeof openApp>[0]) {
  const app = await openApp(of, { log: silentLog })
  const http = await createHttp(app)
  await http.listen({ port: 0, host: '127.0.0.1' })
  const close = async () => {
    await http.close()
    await closeApp(app)
  }
  return { app, http, close }
}

function show(small: Measured, large: Measured): void {
  const ms = (value: number) => Math.round(value * 100) / 100
  console.table(
    Object.fromEntries(
      [...large.values()].map(({ name, target, median, p95, cpu }) => {
        const demo = small.get(name)!
        const times = cpu / demo.cpu
        const said = !target ? '' : 'ms' in target ? `≤ ${target.ms} ms` : `≤ ${target.times}x`
        const met = !target || ('ms' in target ? median <= target.ms : times <= target.times)
        const row = {
          'demo, clock': ms(demo.median),
          cpu: ms(demo.cpu),
          [`${size}, clock`]: ms(median),
          p95: ms(p95),
        }
        return [
          name,
          { ...row, [`${size}, cpu`]: ms(cpu), times: ms(times), target: met ? said : `✖ ${said}` },
        ]
      }),
    ),
  )
}
