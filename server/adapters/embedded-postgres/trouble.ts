/**
 * What PostgreSQL and the system say when it does not start, as one sentence that tells what to do.
 */
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

const ROOM = 64_000_000 // bytes; an empty database takes 47 MB

const NO_ACCOUNT =
  'This user has no entry in /etc/passwd, and PostgreSQL cannot create a database without one. ' +
  'Set DATABASE_URL to a PostgreSQL 18 of your own, or start as a user that has a name.'

export function sentenceFor(error: unknown, dataDir: string): Error {
  const { message, stderr } = error as { message?: string; stderr?: string }
  return new Error(sentenceOf(`${stderr ?? ''}\n${message ?? ''}`, dataDir), { cause: error })
}

export function sentenceOf(said: string, dataDir: string): string {
  const full = `The disk that holds ${dataDir} is full: free some space (about 100 MB) and start again.`
  if (/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/.test(said)) return full
  if (/could not look up effective user ID/.test(said)) return NO_ACCOUNT
  if (/EACCES|EROFS|Permission denied|Read-only file system/.test(said)) {
    return `PostgreSQL may not write to ${dataDir}: ${last(said)} Give it that folder, or name another.`
  }
  if (/spawn .* EPERM|setuid|setgid/.test(said)) {
    return (
      'Root may not change to an ordinary user here, and PostgreSQL does not run as root. ' +
      'Start as an ordinary user, or set DATABASE_URL.'
    )
  }
  if (freeBytes(dataDir) < ROOM) return full // PostgreSQL may give a later consequence as its reason
  return `PostgreSQL did not start in ${dataDir}: ${last(said)}`
}

/** The line that gives the reason: the last fatal one, else the last one. */
function last(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim())
  const reason =
    lines.findLast((line) => /FATAL|PANIC|error:|could not/.test(line)) ?? lines.at(-1) ?? 'it gave no reason'
  const plain = reason.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()
  return plain.endsWith('.') ? plain : `${plain}.`
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return folder === dirname(folder) ? Infinity : freeBytes(dirname(folder))
  }
}
