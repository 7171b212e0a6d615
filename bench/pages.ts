/**
 * What a page costs beyond being drawn: the storefront of the demo shop beside the same build whose loaders return constants.
 *
 *   node bench/pages.ts            some minutes; after `npm run build`
 *   node bench/pages.ts --quick    less exact
 *
 * Linux only. CPU is that of the server's process and PostgreSQL; HTML is asked for as it is, not squeezed. The store keeps its
 * answers in memory, as it is shipped, and once more with nothing kept.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCluster, removeCluster } from '../server/adapters/embedded-postgres/cluster.ts'
import { closeApp, openApp } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { firstStart } from '../server/first-start.ts'
import type { App } from '../server/kit/app.ts'
import { silentLog } from '../server/kit/log.ts'
import { openDatabase } from '../server/open-database.ts'
import { writeReadModel } from './growth/asked.ts'
import { cpuOfCluster, cpuOfTree } from './cpu.ts'
import { median } from './measure.ts'
import { table, verdict } from './report.ts'
import { freePort, startProcess, storeEnv } from './rig.ts'

const MOST = 1.5
const AT_ONCE = 4
/** Milliseconds: each page is drawn once before. */
const READY_WITHIN = 120_000
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const plan = values.quick ? { rounds: 3, ops: 80, warm: 200 } : { rounds: 7, ops: 240, warm: 600 }

const began = performance.now()
const say = (line: string) => console.error(`${Math.round((performance.now() - began) / 1000)} s  ${line}`)

interface Server {
  port: number
  pid: number
  stop(): Promise<void>
}
interface Page {
  name: string
  paths: string[]
}

const folder = mkdtempSync(join(tmpdir(), 'quayside-pages-'))
const postgres = { dataDir: join(folder, 'postgres') }
const cluster = await openCluster(postgres)
const open: Server[] = []
try {
  const pages = await prepared()
  const constant = await started('bench/pages/constant.ts', {
    PATHS: JSON.stringify(pages.flatMap(({ paths }) => paths)),
  })
  const kept = await started('server/main.ts', { CACHE_MEGABYTES: '64' })
  const plain = await started('server/main.ts')
  const rows = [['page', 'CPU ms constant', 'store', 'ratio', 'target', 'nothing kept', 'ratio']]
  for (const page of pages) rows.push(await measured(page, { constant, kept, plain }))
  console.log(`\n${table(rows)}\n`)
} finally {
  for (const each of open) await each.stop()
  await cluster.stop()
  await removeCluster(postgres)
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** The demo shop, its read model written; of its pages a list, and each product. */
async function prepared(): Promise<Page[]> {
  const wanted = readConfig({ ...storeEnv(folder, 1), DATABASE_URL: cluster.url })
  const { config } = await openDatabase(wanted, () => {})
  const app = await openApp(config, { log: silentLog })
  try {
    await firstStart(app, () => {})
    await noCopies(app)
    await writeReadModel(app)
    say('the demo shop stands')
    const { rows } = await app.pool.pg.query<{ slug: string }>(
      `select slug from catalog.product_text where locale = 'en' and live order by slug limit 16`,
    )
    return [
      { name: 'listPage', paths: ['/products', '/products?sort=price', '/products?sort=newest'] },
      { name: 'productPage', paths: rows.map(({ slug }) => `/p/${slug}`) },
    ]
  } finally {
    await closeApp(app)
  }
}

/** The smaller copies of pictures and films are made meanwhile otherwise: minutes of work that no page asks for. */
async function noCopies(app: App): Promise<void> {
  const input = (name: string) => ({ name, reason: 'Pages are measured' })
  for (const name of ['media.renditions', 'media.videos'])
    await app.invoke(app.operations.get('system.jobs.pause')!, input(name), {
      actor: { kind: 'system', name: 'bench' },
    })
}

async function started(script: string, more: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const env = { ...storeEnv(folder, port), DATABASE_URL: cluster.url, ...more }
  const found = await startProcess({
    script,
    flags: [],
    folder,
    env,
    ready: `http://127.0.0.1:${port}/readyz`,
    within: READY_WITHIN,
  })
  open.push({ port, ...found })
  say(`${script} stands${more['CACHE_MEGABYTES'] ? ', keeping its answers' : ''}`)
  return open.at(-1)!
}

async function measured(
  { name, paths }: Page,
  servers: Record<'constant' | 'kept' | 'plain', Server>,
): Promise<string[]> {
  await mustBeAlike(paths, Object.values(servers))
  const found = { constant: [] as number[], kept: [] as number[], plain: [] as number[] }
  const sides = Object.entries(servers) as [keyof typeof found, Server][]
  for (const [side, server] of sides) {
    await ask(server, paths, plan.warm)
    say(`${name}: ${side} is warm`)
  }
  for (let round = 0; round < plan.rounds; round++)
    for (const [side, server] of round % 2 === 0 ? sides : sides.toReversed()) {
      await ask(server, paths, paths.length) // what is kept is so for seconds, and the others had their turn meanwhile
      const before = used(server)
      await ask(server, paths, plan.ops)
      found[side].push((used(server) - before) / plan.ops)
      say(`${name}: round ${round + 1} of ${plan.rounds}, ${side} ${found[side].at(-1)!.toFixed(2)} ms`)
    }
  const ratio = (side: 'kept' | 'plain') => median(found[side].map((cpu, n) => cpu / found.constant[n]!))
  const ms = (side: keyof typeof found) => median(found[side]).toFixed(2)
  return [
    name,
    ms('constant'),
    ms('kept'),
    `${ratio('kept').toFixed(2)}x`,
    verdict(ratio('kept'), MOST, 'x'),
    ms('plain'),
    `${ratio('plain').toFixed(2)}x`,
  ]
}

function used({ pid }: Server): number {
  return cpuOfTree(pid) + cpuOfCluster(cluster.pid, new Set())
}

async function ask({ port }: Server, paths: string[], times: number): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < times) await html(port, paths[next++ % paths.length]!)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function html(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { 'accept-encoding': 'identity' },
  })
  const text = await response.text()
  if (response.status !== 200 || !text.includes('</html>'))
    throw new Error(`${path} answered ${response.status}:\n${text.slice(0, 1000)}`)
  return text
}

/** All but what is drawn anew for each visit. */
async function mustBeAlike(paths: string[], servers: Server[]): Promise<void> {
  for (const path of paths) {
    const texts = await Promise.all(
      servers.map(async ({ port }) =>
        (await html(port, path)).replace(/<script[^]*?<\/script>|<[^>]*>/g, ''),
      ),
    )
    if (new Set(texts).size > 1) throw new Error(`${path} does not say the same everywhere.`)
  }
}
