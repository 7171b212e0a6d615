/**
 * Whose account runs the database, and which folders that account can reach.
 *
 * PostgreSQL refuses to run as root. Then the owner of the data folder runs it, or else the account
 * `postgres`, or else `nobody`. For everyone else it is simply their own account.
 */
import { accessSync, chmodSync, constants, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Account = { uid: number; gid: number }

/** `undefined` means our own. `dataDir` need not exist. */
export function accountFor(dataDir: string): Account | undefined {
  const self = process.geteuid?.()
  if (self === undefined) return undefined // Windows
  const owner = ownerOf(dataDir)
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new Error(
        `The data folder ${dataDir} belongs to user ${owner.uid}, and this is user ${self}. ` +
          `Start as that user, or give it away with: chown -R ${self} ${dataDir}`,
      )
    }
    return undefined
  }
  if (owner && owner.uid !== 0) return owner
  const account = accountNamed('postgres') ?? accountNamed('_postgres') ?? accountNamed('nobody')
  if (account) return account
  throw new Error(
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody" to run it. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  )
}

/** Can this account walk into the folder? Looks at the permission bits alone, as access lists are rare. */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (!account) return true
  for (let at = folder; ; at = dirname(at)) {
    const step = statSync(at, { throwIfNoEntry: false })
    if (step) {
      const bit = step.uid === account.uid ? 0o100 : step.gid === account.gid ? 0o010 : 0o001
      if (!(step.mode & bit)) return false
    }
    if (at === dirname(at)) return true
  }
}

/** Makes a folder and those above it, open to walk through whatever the umask says. */
export function makeOpenFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return
  makeOpenFolder(dirname(folder))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** The system's folder for short-lived things, as far as the account reaches it. */
export function temporaryFolder(account: Account | undefined): string {
  return canReach(tmpdir(), account) ? tmpdir() : '/tmp'
}

/**
 * Where things go that the account must reach but cannot where they are: a checkout inside a 0700 home,
 * started as root. Not the temporary folder then: systems empty that, and data may lie here.
 */
export function openPlace(account: Account | undefined): string {
  const self = process.geteuid?.() ?? 0
  if (self !== 0) {
    const own = join(temporaryFolder(account), `quayside-${self}`) // programs only: an ordinary user reaches the data
    makeOpenFolder(own)
    const found = lstatSync(own)
    if (found.isDirectory() && found.uid === self) return own
    throw new Error(`${own} belongs to someone else: remove it, or set TMPDIR to a folder of your own.`)
  }
  for (const place of ['/var/lib/quayside', '/var/tmp/quayside']) {
    try {
      makeOpenFolder(place)
      accessSync(place, constants.W_OK)
      if (canReach(place, account) && lstatSync(place).uid === 0) return place
    } catch {
      // read-only: try the next
    }
  }
  throw new Error(
    `PostgreSQL runs as user ${account?.uid} here, and no folder was found that this user can reach. ` +
      'Move the checkout out of the private folder, or set DATABASE_URL.',
  )
}

function ownerOf(folder: string): Account | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid }
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) return undefined
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } // macOS writes nobody as -2
}
