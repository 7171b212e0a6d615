/**
 * The running server: started, found again, awaited and stopped, by what its `postmaster.pid` says.
 *
 * Lines of that file: 1 process, 4 port, 5 socket folder, 8 state. A log line would tell of readiness
 * too, but only to the process that started it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { environment } from './data-folder.ts'
import type { Door } from './door.ts'
import { isPostgresOf, isRunning, killOrphansOf } from './process.ts'
import { sentenceFor, sentenceOf } from './trouble.ts'

const LOOK_AGAIN_MS = 5
const ORPHANS_MAY_TAKE_MS = 300 // by then only those in the middle of a long query are left
const POLITE_STOP_MS = 20_000
const LOG_BYTES = 1_000_000

export type Postmaster = { pid: number; port: string; socketDir: string; state: string }

/** What the pid file says, or nothing when there is none or it is half written. */
export function readPidFile(dataDir: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid, , , port = '', socketDir = '', , , state = ''] = lines.map((line) => line.trim())
  return pid ? { pid: Number(pid), port, socketDir, state } : undefined
}

/** A live server of this folder, once it is ready. What a dead one left is cleared away. */
export async function findLive(dataDir: string): Promise<Postmaster | undefined> {
  for (let found = readPidFile(dataDir); found; found = readPidFile(dataDir)) {
    if (!isPostgresOf(found.pid, dataDir)) {
      // PostgreSQL clears this away itself, except when the number belongs to a zombie or to someone else.
      rmSync(join(dataDir, 'postmaster.pid'), { force: true })
      if (found.socketDir) rmSync(join(found.socketDir, `.s.PGSQL.${found.port}.lock`), { force: true })
      return undefined
    }
    if (found.state === 'ready') return found
    await sleep(LOOK_AGAIN_MS) // starting, recovering, or on its way out
  }
  return undefined
}

/** A server whose socket was deleted, as by a cleaner of temporary files, lets nobody in any more. */
export function isUnreachable({ socketDir, port }: Postmaster): boolean {
  return socketDir !== '' && !existsSync(join(socketDir, `.s.PGSQL.${port}`))
}

export async function launch(
  dataDir: string,
  binaries: Binaries,
  account: Account | undefined,
  door: Door,
  durable: boolean,
): Promise<Postmaster> {
  const started = Date.now()
  door.prepare()
  for (;;) {
    const attempt = await launchOnce(dataDir, binaries, account, [...door.flags, ...settings(durable)])
    if (typeof attempt !== 'string') return attempt
    // The last children of a killed server still hold its memory.
    if (!/still in use|lock file .* already exists/.test(attempt))
      throw new Error(sentenceOf(attempt, dataDir))
    if (Date.now() - started > ORPHANS_MAY_TAKE_MS) killOrphansOf(dataDir)
    if (Date.now() - started > POLITE_STOP_MS) throw new Error(sentenceOf(attempt, dataDir))
    await sleep(30)
  }
}

/** The server, or what it said when it gave up. */
async function launchOnce(
  dataDir: string,
  binaries: Binaries,
  account: Account | undefined,
  flags: string[],
) {
  const logFile = join(dataDir, 'server.log')
  const before = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (before > LOG_BYTES) truncateSync(logFile)
  const log = openSync(logFile, 'a', 0o600)
  let child: ChildProcess
  try {
    child = start(dataDir, binaries, account, flags, log)
  } finally {
    closeSync(log)
  }
  let failed: Error | undefined
  child.once('error', (error) => (failed = error))
  child.unref()
  while (!failed) {
    const found = readPidFile(dataDir)
    if (found?.state === 'ready' && (found.pid === child.pid || process.platform === 'win32')) return found
    const over = child.exitCode !== null || child.signalCode !== null
    if (over && !(process.platform === 'win32' && child.exitCode === 0)) {
      return readFileSync(logFile, 'utf8').slice(before > LOG_BYTES ? 0 : before) || 'it gave no reason'
    }
    await sleep(LOOK_AGAIN_MS)
  }
  throw sentenceFor(failed, dataDir)
}

function start(
  dataDir: string,
  binaries: Binaries,
  account: Account | undefined,
  flags: string[],
  log: number,
) {
  // Detached: Ctrl-C in a terminal reaches our process first, which then stops the server in good order.
  const options = { ...account, cwd: dataDir, env: environment(), detached: true }
  if (process.platform === 'win32') {
    // pg_ctl gives up an administrator's rights first, without which PostgreSQL refuses to start.
    const line = flags.map((flag) => `"${flag}"`).join(' ')
    return spawn(
      binaries.pgCtl,
      ['start', '-W', '-D', dataDir, '-l', join(dataDir, 'server.log'), '-o', line],
      {
        ...options,
        stdio: 'ignore',
      },
    )
  }
  return spawn(binaries.postgres, ['-D', dataDir, ...flags], { ...options, stdio: ['ignore', log, log] })
}

function settings(durable: boolean): string[] {
  const common = [
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    // Pages lie in memory or on a disk without arms: as dear as it is told by default, no index of a small table would be used.
    'random_page_cost=1.1',
    'log_checkpoints=off',
    'log_min_messages=log',
  ]
  const safe = ['max_connections=100']
  const fast = ['max_connections=200', 'fsync=off', 'full_page_writes=off', 'synchronous_commit=off']
  fast.push('autovacuum=off', 'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=256MB')
  const kind = durable ? safe : fast
  return [...common, ...kind].flatMap((setting) => ['-c', setting])
}

/** Fast shutdown: open transactions are rolled back, all data is written. */
export async function shutDown(dataDir: string, pid: number, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') spawn(binaries.pgCtl, ['stop', '-W', '-m', 'fast', '-D', dataDir])
  else signal(pid, 'SIGINT')
  const asked = Date.now()
  let pressed = false
  while (isRunning(pid)) {
    if (!pressed && Date.now() - asked > POLITE_STOP_MS) {
      pressed = true
      signal(pid, 'SIGQUIT') // stops at once and recovers at the next start
    }
    await sleep(LOOK_AGAIN_MS)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // already gone
  }
}
