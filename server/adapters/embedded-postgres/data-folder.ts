/**
 * The folder the database lives in: made once, checked at every start, and lodged elsewhere when the
 * account that runs the database cannot walk to it.
 *
 * Everything here runs under the start lock.
 */
import { execFile } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, canReach, openPlace } from './account.ts'
import type { Binaries } from './binaries.ts'
import { sentenceFor } from './trouble.ts'

type Log = (line: string) => void

const FLAGS = [
  '--username=quayside',
  '--encoding=UTF8',
  '--no-instructions',
  // The same order of texts on every machine; people's order comes from a collation named in the query.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
]

/** Where the folder really is. A folder that had to be lodged elsewhere is a link to that place. */
export function realFolder(dataDir: string): string {
  const entry = lstatSync(dataDir, { throwIfNoEntry: false })
  if (!entry?.isSymbolicLink()) return dataDir
  try {
    return realpathSync(dataDir)
  } catch (cause) {
    throw new Error(
      `The data folder ${dataDir} points to a place that is gone. ` +
        'Bring that place back, or remove the link to start with an empty shop.',
      { cause },
    )
  }
}

/** Returns the real folder, which from now on the account can reach. */
export function lodge(dataDir: string, account: Account | undefined, log: Log): string {
  const real = realFolder(dataDir)
  if (canReach(dirname(real), account)) return real
  const home = mkdtempSync(join(openPlace(account), 'data-'))
  if (existsSync(real)) {
    cpSync(real, home, { recursive: true, verbatimSymlinks: true })
    renameSync(real, `${real}.moved`)
  }
  give(home, account)
  symlinkSync(home, dataDir)
  log(`PostgreSQL cannot reach ${dataDir}, a private folder; its data lies in ${home}.`)
  return home
}

export async function prepare(
  dataDir: string,
  { initdb, major }: Binaries,
  account: Account | undefined,
  { durable, password }: { durable: boolean; password?: string | undefined },
): Promise<void> {
  const made = readVersion(dataDir)
  if (made === major) return
  if (made !== undefined) {
    throw new Error(
      `The data folder ${dataDir} was made by PostgreSQL ${made}; this Quayside brings PostgreSQL ${major}. ` +
        `Move the folder away to start with an empty shop, or run PostgreSQL ${made} on it yourself, ` +
        'copy its contents into a PostgreSQL 18 and set DATABASE_URL to that.',
    )
  }
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Error(
      `The folder ${dataDir} is not empty, and holds no database: move it away, or name another.`,
    )
  }
  for (const left of readdirSync(dirname(dataDir))) {
    if (left.startsWith(`${basename(dataDir)}.new`)) rmSync(join(dirname(dataDir), left), { recursive: true }) // its maker was killed
  }
  const fresh = `${dataDir}.new`
  const passwordFile = `${fresh}.password`
  mkdirSync(fresh, { mode: 0o700 })
  give(fresh, account)
  if (password !== undefined) {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    give(passwordFile, account)
  }
  const flags = [...FLAGS, `--pgdata=${fresh}`]
  if (!durable) flags.push('--no-sync')
  if (password === undefined) flags.push('--auth=trust') // only the owner reaches the socket
  else flags.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`)
  try {
    await promisify(execFile)(initdb, flags, { ...account, cwd: fresh, env: environment() })
    renameSync(fresh, dataDir)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw sentenceFor(error, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function readVersion(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * A backend's heap grows by what a statement needs; with the C library's default it is given back and taken again with
 * every execution. Kept are 4 MiB a backend (seen: a product page's statement took 0.43 ms instead of 0.81 ms).
 */
const KEPT_HEAP = String(4 * 1024 * 1024)

/** Nothing inherited that could point PostgreSQL elsewhere; Windows needs its own variables. */
export function environment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', MALLOC_TOP_PAD_: KEPT_HEAP }
}

function give(folder: string, account: Account | undefined): void {
  if (!account) return
  chownSync(folder, account.uid, account.gid)
  if (!statSync(folder).isDirectory()) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, name), account.uid, account.gid)
  }
}
