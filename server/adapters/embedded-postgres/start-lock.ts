/**
 * One start or stop at a time for a data folder.
 *
 * PostgreSQL guards its folder itself; this guards what is done around it: making the folder, clearing away
 * a dead server's files, and counting who still uses the server. A dead holder's lock is taken over.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { birthOf, isRunning } from './process.ts'

const LOOK_AGAIN_MS = 15

export async function underLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${birthOf(process.pid)} ${Math.random()}`
  while (!take(path, mine)) await sleep(LOOK_AGAIN_MS)
  try {
    return await work()
  } finally {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

function take(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = read(path)
  if (holder && !holds(holder)) clearAway(path, holder)
  return false
}

function holds(holder: string): boolean {
  const [pid, birth] = holder.split(' ')
  return isRunning(Number(pid)) && birthOf(Number(pid)) === birth
}

/** Moves the dead holder's lock aside. Should a quicker one have taken it meanwhile, it gets it back. */
function clearAway(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // another one cleared it
  }
  const taken = read(aside)
  if (taken && taken !== dead) writeFileSync(path, taken, { flag: 'wx' })
  rmSync(aside, { force: true })
}

/** The holder, or nothing when the lock is gone or is being written this very moment. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8') || undefined
  } catch {
    return undefined
  }
}
