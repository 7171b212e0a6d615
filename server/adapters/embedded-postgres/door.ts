/**
 * How clients reach the database.
 *
 * Through a socket in a folder of 0700: no TCP port, no password, no clash with another PostgreSQL.
 * Windows has no such sockets in PostgreSQL's clients, so there it is loopback with a password.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Account, temporaryFolder } from './account.ts'

/** The kernel's limit for a socket's path is 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length

export type Door = {
  flags: string[]
  password?: string
  /** Before every start: someone may have emptied the temporary folder. */
  prepare(): void
  /** Where the running server listens, which may be another folder or port than we would choose today. */
  url(running: { port: string; socketDir: string }, database: string): string
  close(): void
}

export function socketDoor(dataDir: string, account: Account | undefined): Door {
  const uid = account?.uid ?? process.geteuid?.() ?? 0
  const name = `quayside-${uid}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`
  const usual = join(temporaryFolder(account), name)
  const folder = Buffer.byteLength(usual) <= LONGEST_SOCKET_FOLDER ? usual : join('/tmp', name)
  return {
    prepare: () => makePrivateFolder(folder, uid, account),
    flags: ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'port=5432'],
    url: ({ port, socketDir }, database) =>
      `postgres://quayside@localhost:${port}/${database}?host=${encodeURIComponent(socketDir)}`,
    close() {
      try {
        rmdirSync(folder)
      } catch {
        // not empty, or already gone
      }
    },
  }
}

/** Port and password are drawn once and kept beside the data, so that the address stays the same. */
export async function loopbackDoor(dataDir: string): Promise<Door> {
  const file = `${dataDir}.door`
  let kept: { port: number; password: string }
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as typeof kept
  } catch {
    kept = { port: await freePort(), password: randomBytes(24).toString('base64url') }
    writeFileSync(file, JSON.stringify(kept), { mode: 0o600 })
  }
  const { port, password } = kept
  return {
    password,
    prepare() {},
    flags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', `port=${port}`],
    url: (running, database) => `postgres://quayside:${password}@127.0.0.1:${running.port}/${database}`,
    close() {},
  }
}

function makePrivateFolder(folder: string, uid: number, account: Account | undefined): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return
  throw new Error(`The socket folder ${folder} is not private to user ${uid}: remove it and start again.`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
