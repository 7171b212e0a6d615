/**
 * What is measured and what it stands on: one durable PostgreSQL with a database for each server,
 * the store and the bare server as processes of their own, and the payment company in a third.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openCluster, removeCluster, type Cluster } from '../server/adapters/embedded-postgres/cluster.ts'
import { closeApp, openApp } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { firstStart } from '../server/first-start.ts'
import { openDatabase } from '../server/open-database.ts'
import { silentLog } from '../server/kit/log.ts'
import { perform } from '../server/kit/worker.ts'
import { EARLIER_BUYERS, makeBuyers } from './buyers.ts'
import { seed } from './seed.ts'

const root = join(import.meta.dirname, '..')
const FOLDER = 'bench-'
const SECRET_KEY = 'sk_sandbox_bench'
const WEBHOOK_SECRET = `whsec_${Buffer.from('the bench signs its webhooks').toString('base64')}`
/** Of each server: as many as two cores can keep busy, and few enough that each is soon warm. */
export const POOL = 10
const READY_WITHIN = 20_000 // ms

export interface Server {
  name: 'store' | 'bare'
  port: number
  pid: number
  database: Database
  stop(): Promise<void>
}

/** The bench's own way into a database; its backend is left out of the count. */
export interface Database {
  backend: number
  rows<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

export interface Rig {
  store: Server
  bare: Server
  postmaster: number
  /** What PostgreSQL wrote to its log so far, in bytes; and the rest of it from there on. */
  log: { size(): number; since(bytes: number): string }
  folder: string
  /** The store's database. */
  url: string
  /** The same two started anew, each keeping its answers in memory. */
  keeping(): Promise<Rig>
  close(): Promise<void>
}

export interface RigOptions {
  /** More flags for the store's Node, such as `--cpu-prof`. */
  storeFlags?: string[]
  say: (line: string) => void
}

export async function openRig(options: RigOptions): Promise<Rig> {
  const folder = await newFolder()
  const began = performance.now()
  const cluster = await openCluster({ dataDir: postgresIn(folder) })
  const open: { stop(): Promise<void> }[] = []
  const clients: pg.Client[] = []
  const close = async () => {
    for (const each of open.toReversed()) await each.stop()
    for (const client of clients) await client.end()
    await cluster.stop()
  }
  try {
    await prepareStore(folder, cluster)
    const bareUrl = await cloneDatabase(cluster.url, 'bare')
    options.say(`1,000 products are seeded, twice, in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    const sandbox = await startSandbox(folder)
    open.push(sandbox)
    const database = async (url: string) => {
      const [found, client] = await openOwn(url)
      clients.push(client)
      return found
    }
    const ports = [await freePort(), await freePort()] as const
    const shared = {
      SANDBOX_URL: sandbox.url,
      SANDBOX_SECRET_KEY: SECRET_KEY,
      SANDBOX_WEBHOOK_SECRET: WEBHOOK_SECRET,
    }
    const startBoth = async (keeps: boolean): Promise<Pick<Rig, 'store' | 'bare'>> => {
      const store = await startProcess({
        script: 'server/main.ts',
        flags: ['--enable-source-maps', ...(options.storeFlags ?? [])],
        folder,
        env: {
          ...storeEnv(folder, ports[0]),
          ...shared,
          DATABASE_URL: cluster.url,
          ...(keeps ? { CACHE_MEGABYTES: '64' } : {}),
        },
        ready: `http://127.0.0.1:${ports[0]}/readyz`,
      })
      open.push(store)
      const bare = await startProcess({
        script: 'bench/bare/main.ts',
        flags: [],
        folder,
        env: {
          ...shared,
          PORT: String(ports[1]),
          DATABASE_URL: bareUrl,
          DATABASE_POOL_SIZE: String(POOL),
          KEEPS: keeps ? '1' : '',
        },
        ready: `http://127.0.0.1:${ports[1]}/readyz`,
      })
      open.push(bare)
      return {
        store: { name: 'store', port: ports[0], ...store, database: await database(cluster.url) },
        bare: { name: 'bare', port: ports[1], ...bare, database: await database(bareUrl) },
      }
    }
    const logFile = join(postgresIn(folder), 'server.log')
    const rig: Rig = {
      ...(await startBoth(false)),
      keeping: async () => {
        for (const each of open.splice(-2)) await each.stop()
        return { ...rig, ...(await startBoth(true)) }
      },
      postmaster: cluster.pid,
      log: {
        size: () => readFileSync(logFile).byteLength,
        since: (bytes) => readFileSync(logFile).toString('utf8', bytes),
      },
      folder,
      url: cluster.url,
      close,
    }
    return rig
  } catch (error) {
    await close()
    await removeFolder(folder)
    throw error
  }
}

/** Not in memory: what is stored must reach a disk. What an earlier run left when it was killed is removed. */
async function newFolder(): Promise<string> {
  const home = join(root, '.data')
  mkdirSync(home, { recursive: true })
  for (const name of readdirSync(home)) if (name.startsWith(FOLDER)) await removeFolder(join(home, name))
  const folder = mkdtempSync(join(home, FOLDER))
  chmodSync(folder, 0o755) // the account that runs PostgreSQL must reach its data
  return folder
}

/** Unless another run uses it. */
export async function removeFolder(folder: string): Promise<void> {
  if (await removeCluster({ dataDir: postgresIn(folder) })) rmSync(folder, { recursive: true, force: true })
}

const postgresIn = (folder: string) => join(folder, 'store', 'postgres')

/** The settings of the store; without DATABASE_URL it runs the cluster of the same folder itself. */
export function storeEnv(folder: string, port: number): Record<string, string> {
  return {
    QUAYSIDE_MODE: 'demo', // production refuses the sandbox; the rest is as in production
    NODE_ENV: 'production',
    DATA_DIR: join(folder, 'store'),
    PORT: String(port),
    DATABASE_POOL_SIZE: String(POOL),
    LIMIT_SCALE: '0',
    LOG_LEVEL: 'info',
    CACHE_MEGABYTES: '0', // the bare server keeps nothing either
  }
}

async function prepareStore(folder: string, cluster: Cluster): Promise<void> {
  const wanted = readConfig({ ...storeEnv(folder, 1), DATABASE_URL: cluster.url })
  const { config } = await openDatabase(wanted, () => {})
  const app = await openApp(config, { log: silentLog })
  try {
    await seed(app)
    await firstStart(app, () => {})
    const rows = async (text: string, values?: unknown[]) => (await app.pool.pg.query(text, values)).rows
    await makeBuyers({ rows }, EARLIER_BUYERS)
    // What a store that has been running for a while has behind it; otherwise it would be at work while it is measured idle.
    const [store] = await rows('select id from settings.store')
    await perform(app, app.jobs, {
      job: 'browse.keepUp',
      storeId: (store as { id: string }).id,
      payload: {} as never,
    })
    await rows('vacuum analyze')
  } finally {
    await closeApp(app)
  }
}

async function cloneDatabase(url: string, name: string): Promise<string> {
  const template = new URL(url).pathname.slice(1)
  const admin = new pg.Client({ connectionString: databaseAt(url, 'postgres') })
  await admin.connect()
  for (let left = 50; ; left--) {
    try {
      await admin.query(`create database ${name} template ${template}`)
      break
    } catch (error) {
      // The connections that seeded it are closed, but their backends may take a moment.
      if (left === 0 || (error as pg.DatabaseError).code !== '55006') throw error
      await sleep(100)
    }
  }
  await admin.end()
  return databaseAt(url, name)
}

function databaseAt(url: string, name: string): string {
  const at = new URL(url)
  at.pathname = `/${name}`
  return at.href
}

async function openOwn(url: string): Promise<[Database, pg.Client]> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const database: Database = {
    backend: rows[0]!.pid,
    rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows,
  }
  return [database, client]
}

async function startSandbox(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const args = ['--port', String(port), '--book', join(folder, 'sandbox')]
  const started = await startProcess({
    script: 'server/adapters/sandbox/company/main.ts',
    flags: [],
    args: [...args, '--secret-key', SECRET_KEY, '--webhook-secret', WEBHOOK_SECRET],
    folder,
    env: {},
    ready: `http://127.0.0.1:${port}/sandbox/style.css`,
  })
  return { url: `http://127.0.0.1:${port}/sandbox`, stop: started.stop }
}

export interface Start {
  script: string
  flags: string[]
  args?: string[]
  folder: string
  env: Record<string, string>
  /** Asked until it answers 200. */
  ready: string
  /** Milliseconds; for one that has work to do before. */
  within?: number
}

/** Its log goes to /dev/null, as the measured work; what it says to stderr is kept in the folder. */
export async function startProcess(start: Start): Promise<{ pid: number; stop(): Promise<void> }> {
  const errors = join(start.folder, `${start.script.replace(/\W+/g, '-')}.errors`)
  const [out, err] = [openSync('/dev/null', 'w'), openSync(errors, 'a')]
  const child = spawn(process.execPath, [...start.flags, join(root, start.script), ...(start.args ?? [])], {
    cwd: start.folder, // so that no .env of the checkout is read
    env: { PATH: process.env['PATH'], ...start.env },
    stdio: ['ignore', out, err],
  })
  closeSync(out)
  closeSync(err)
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  await untilReady(start, child, errors)
  return {
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function untilReady(
  { ready: url, within = READY_WITHIN }: Start,
  child: ChildProcess,
  errors: string,
): Promise<void> {
  const began = performance.now()
  for (;;) {
    const ok = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer()
        return response.ok
      },
      () => false,
    )
    if (ok) return
    if (child.exitCode !== null || performance.now() - began > within) {
      child.kill('SIGKILL')
      throw new Error(`${url} does not answer:\n${readFileSync(errors, 'utf8').slice(-2000)}`)
    }
    await sleep(5)
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((done) => server.close(() => done()))
  return port
}
