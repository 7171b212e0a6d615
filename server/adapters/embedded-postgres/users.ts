/**
 * Which processes use a running cluster, so that the last one to leave stops it and no other does.
 *
 * One line each in a file beside the data: process, its birth, a token. Read and written under the start
 * lock. Processes that died without leaving are dropped at the next look.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { birthOf, isRunning } from './process.ts'

export function join(file: string): string {
  const me = `${process.pid} ${birthOf(process.pid)} ${Math.random()}`
  write(file, [...present(file), me])
  return me
}

/** Returns how many are left. */
export function leave(file: string, me: string): number {
  const others = present(file).filter((user) => user !== me)
  write(file, others)
  return others.length
}

export function present(file: string): string[] {
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
  return lines.filter((line) => {
    const [pid, birth] = line.split(' ')
    return isRunning(Number(pid)) && birthOf(Number(pid)) === birth
  })
}

function write(file: string, users: string[]): void {
  if (users.length === 0) rmSync(file, { force: true })
  else writeFileSync(file, users.join('\n'))
}
