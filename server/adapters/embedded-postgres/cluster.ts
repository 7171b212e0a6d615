/**
 * Quayside's own PostgreSQL: started when nobody else has, adopted when it already runs, brought back when
 * it is killed, and stopped by the last process that uses it.
 *
 * The server outlives a killed Quayside on purpose; the next start finds it, warm, with all rows.
 */
import { rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Account, accountFor, makeOpenFolder } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { lodge, prepare, realFolder } from './data-folder.ts'
import { type Door, loopbackDoor, socketDoor } from './door.ts'
import { type Postmaster, findLive, isUnreachable, launch, shutDown } from './postmaster.ts'
import { isRunning } from './process.ts'
import { underLock } from './start-lock.ts'
import { sentenceFor } from './trouble.ts'
import * as users from './users.ts'

const DATABASE = 'quayside'
const LOOK_AFTER_MS = 150 // a killed server is back well within a second
const LONGEST_PAUSE_MS = 5_000 // between attempts to bring it back, as when the disk is full

export type Cluster = { url: string; pid: number; adopted: boolean; stop(): Promise<void> }
export type ClusterOptions = {
  dataDir: string
  /** `false` trades safety for speed: a cluster for tests. */
  durable?: boolean
  /** Listen on loopback with a password instead of on a socket. */
  loopback?: boolean
  log?: (line: string) => void
}

export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDir = resolve(options.dataDir)
  const durable = options.durable ?? true
  const loopback = options.loopback ?? process.platform === 'win32'
  const log = options.log ?? (() => {})
  const locked = <T>(work: () => Promise<T>) => underLock(`${dataDir}.lock`, work)

  const opened = await inPlainWords(dataDir, async () => {
    makeOpenFolder(dirname(dataDir))
    return locked(async () => {
      const started = await startOrAdopt(dataDir, durable, loopback, log)
      return { ...started, me: users.join(`${dataDir}.users`) }
    })
  })
  const { real, binaries, account, door, me } = opened
  let { running } = opened
  const url = door.url(opened.running, DATABASE)
  await createDatabase(door.url(opened.running, 'postgres'))

  const watch = keepAlive({
    isDown: () => !isRunning(running.pid) || isUnreachable(running),
    log,
    async revive() {
      running = await locked(
        async () =>
          (await findOpen(real, binaries)) ?? (await launch(real, binaries, account, door, durable)),
      )
      log(`PostgreSQL had gone; it is back as process ${running.pid}.`)
    },
  })

  return {
    url,
    adopted: opened.adopted,
    get pid() {
      return running.pid
    },
    async stop() {
      await watch.end()
      await locked(async () => {
        if (users.leave(`${dataDir}.users`, me) > 0) return
        const last = await findLive(real)
        if (last) await shutDown(real, last.pid, binaries)
        door.close()
      })
    },
  }
}

/** Removes a cluster with all its data, unless a living process still uses it. Says whether it is gone. */
export async function removeCluster(options: { dataDir: string }): Promise<boolean> {
  const dataDir = resolve(options.dataDir)
  makeOpenFolder(dirname(dataDir))
  return underLock(`${dataDir}.lock`, async () => {
    if (users.present(`${dataDir}.users`).length > 0) return false
    const real = realFolder(dataDir)
    const running = await findLive(real)
    if (running)
      await shutDown(
        real,
        running.pid,
        findBinaries(accountFor(real), () => {}),
      )
    for (const path of new Set([real, dataDir])) rmSync(path, { recursive: true, force: true })
    return true
  })
}

type Started = {
  real: string
  running: Postmaster
  adopted: boolean
  binaries: Binaries
  account: Account | undefined
  door: Door
}

async function startOrAdopt(
  dataDir: string,
  durable: boolean,
  loopback: boolean,
  log: (line: string) => void,
): Promise<Started> {
  const account = accountFor(realFolder(dataDir))
  const binaries = findBinaries(account, log)
  const live = await findOpen(realFolder(dataDir), binaries)
  const real = live ? realFolder(dataDir) : lodge(dataDir, account, log)
  const door = loopback ? await loopbackDoor(dataDir) : socketDoor(real, account)
  if (live) return { real, running: live, adopted: true, binaries, account, door }
  try {
    await prepare(real, binaries, account, { durable, password: door.password })
    const running = await launch(real, binaries, account, door, durable)
    return { real, running, adopted: false, binaries, account, door }
  } catch (error) {
    door.close()
    throw error
  }
}

async function findOpen(real: string, binaries: Binaries): Promise<Postmaster | undefined> {
  const live = await findLive(real)
  if (!live || !isUnreachable(live)) return live
  await shutDown(real, live.pid, binaries)
  return undefined
}

/** What the system refuses (a full disk, a folder of someone else) has a code; our own sentences have none. */
async function inPlainWords<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code ? sentenceFor(error, dataDir) : error
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // without a listener a lost connection would end the process
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    const twin = ['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '') // made at this very moment
    if (!twin) throw error
  } finally {
    await client.end()
  }
}

/** Looks every moment whether the server lives, without keeping our own process alive for that. */
function keepAlive({
  isDown,
  revive,
  log,
}: {
  isDown: () => boolean
  revive: () => Promise<void>
  log: (line: string) => void
}) {
  const ended = new AbortController()
  let busy: Promise<void> | undefined
  const timer = setInterval(() => {
    if (!busy && isDown()) busy = bringBack().finally(() => (busy = undefined))
  }, LOOK_AFTER_MS).unref()

  async function bringBack() {
    let said = ''
    for (let pause = LOOK_AFTER_MS; !ended.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await revive()
      } catch (error) {
        const { message } = error as Error
        if (message !== said) log((said = message))
        await sleep(pause, undefined, { ref: false, signal: ended.signal }).catch(() => {})
      }
    }
  }

  return {
    async end() {
      ended.abort()
      clearInterval(timer)
      await busy
    },
  }
}
