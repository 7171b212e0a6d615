/**
 * What a shop of a hundred thousand products costs beside one of 64, over HTTP, nothing kept from one request to the next.
 *
 *   node bench/growth.ts                from the demo shop to 100k, some minutes
 *   node bench/growth.ts --size 10k     to see that it works
 *
 * Told is the median and the 95th of a hundred of each by one shopper, one request after the other.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeApp, openApp } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { seedSize, type Size } from '../server/demo/sizes.ts'
import { firstStart } from '../server/first-start.ts'
import type { App } from '../server/kit/app.ts'
import { silentLog } from '../server/kit/log.ts'
import { perform } from '../server/kit/worker.ts'
import { openDatabase } from '../server/open-database.ts'
import { createHttp } from '../server/surfaces/http.ts'
import { must } from './cases.ts'
import { openConnection, requestOf } from './load.ts'

const ROUNDS = 100
const WARM = 30
/** Of all products: what a broad word matches, and how many a narrow one does at most. */
const BROAD = 0.08
const NARROW = 200

const { values } = parseArgs({ options: { size: { type: 'string', default: '100k' } } })
const size = values.size as Size

const dataDir = mkdtempSync(join(tmpdir(), 'quayside-growth-'))
const database = await openDatabase(
  readConfig({
    QUAYSIDE_MODE: 'demo',
    DATA_DIR: dataDir,
    PORT: '20001',
    LIMIT_SCALE: '0',
    LOG_LEVEL: 'info',
    CACHE_MEGABYTES: '0',
  }),
  () => {},
)
const app = await openApp(database.config, { log: silentLog })
const http = await createHttp(app)
try {
  await firstStart(app, () => {})
  await http.listen({ port: 0, host: '127.0.0.1' })
  await measured(app) // code and plans are warm from now on
  const small = await measured(app)
  const seeded = await seedSize(app, { actor: { kind: 'system', name: 'bench' } }, { size, shop: 1 })
  console.log(`${seeded.written} products more in ${seeded.seconds} s`)
  const large = await measured(app)
  console.table(
    Object.fromEntries(
      Object.entries(large).map(([name, { median, p95 }]) => [
        name,
        { demo: small[name]!.median, [size]: median, ratio: round(median / small[name]!.median), p95 },
      ]),
    ),
  )
} finally {
  await http.close()
  await closeApp(app)
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
}

interface Times {
  /** Milliseconds. */
  median: number
  p95: number
}

async function measured(of: App): Promise<Record<string, Times>> {
  const rows = async (text: string) =>
    (await of.pool.pg.query<{ text: string }>(text)).rows.map((row) => row.text)
  const [store] = await rows('select id::text as text from settings.store')
  await perform(of, of.jobs, { job: 'browse.keepUp', storeId: store!, payload: {} as never })
  await of.pool.pg.query('vacuum analyze')
  const slugs = await rows(
    `select slug as text from catalog.product_text where locale = 'en' order by md5(slug) limit ${ROUNDS}`,
  )
  const names = await rows(
    `select name as text from browse.entry where locale = 'en' order by md5(name) limit ${ROUNDS}`,
  )
  const word = (which: string) =>
    rows(`with words as materialized (select word, ndoc from ts_stat('select words from browse.entry where locale = ''en'''))
      select word as text from words, (select count(*) as n from browse.entry where locale = 'en') all_of where length(word) > 3 and word ~ '^[a-z]+$' ${which} limit 8`)
  const narrow = await word(`and ndoc between 3 and ${NARROW} order by ndoc desc, word`)
  const broad = await word(`order by abs(ndoc - ${BROAD} * n), word`)
  const search = (q: string, more = '') => `/v1/search?limit=24&q=${encodeURIComponent(q)}${more}`
  const cases: Record<string, (n: number) => string> = {
    list: () => '/v1/products?limit=24',
    'list by price': () => '/v1/products?limit=24&sort=price',
    detail: (n) => `/v1/products/${encodeURIComponent(slugs[n % slugs.length]!)}`,
    'search, narrow': (n) => search(narrow[n % narrow.length]!),
    'search, broad': (n) => search(broad[n % broad.length]!),
    'search, broad, facets': (n) => search(broad[n % broad.length]!, '&facets=true'),
    'search, mistyped and begun': (n) => search(mistyped(names[n % names.length]!)),
    suggest: (n) => `/v1/suggestions?q=${encodeURIComponent(names[n % names.length]!.slice(0, 3))}`,
  }
  const found: Record<string, Times> = {}
  for (const [name, path] of Object.entries(cases)) found[name] = await timed(path)
  return found
}

/** As a hurried shopper types it: a letter left out of each longer word, the last one not to its end. */
function mistyped(name: string): string {
  const words = name.toLowerCase().split(' ').slice(0, 2)
  const missing = words.map((word) => (word.length > 5 ? word.slice(0, 2) + word.slice(3) : word))
  return missing.join(' ').slice(0, -1)
}

async function timed(path: (n: number) => string): Promise<Times> {
  const connection = await openConnection((http.server.address() as AddressInfo).port)
  const times: number[] = []
  for (let n = 0; n < WARM + ROUNDS; n++) {
    const request = requestOf({ method: 'GET', path: path(n) })
    const began = performance.now()
    must(await connection.send(request), 200, '{')
    if (n >= WARM) times.push(performance.now() - began)
  }
  connection.close()
  times.sort((a, b) => a - b)
  return { median: round(times[Math.floor(ROUNDS / 2)]!), p95: round(times[Math.floor(ROUNDS * 0.95)]!) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
