/**
 * CPU time and memory of processes, from /proc. Linux only.
 *
 * PostgreSQL's processes have one thread, so their time is known to the nanosecond; that of
 * others comes in ticks of 10 ms. Children that have ended are in their parent's figures.
 */
import { readFileSync, readdirSync } from 'node:fs'

const TICK_MS = 10 // USER_HZ is 100 on every Linux that Node runs on

interface Stat {
  parent: number
  /** Milliseconds of the process itself, and of its ended children. */
  own: number
  ended: number
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (index: number) => Number(fields[index])
    return { parent: at(1), own: (at(11) + at(12)) * TICK_MS, ended: (at(13) + at(14)) * TICK_MS }
  } catch {
    return null // it has ended
  }
}

function preciseMs(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return null
  }
}

function childrenOf(root: number): number[] {
  const stats = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null
    if (stat) stats.set(Number(name), stat)
  }
  const found: number[] = []
  for (let level = [root]; level.length > 0;) {
    level = [...stats].filter(([, stat]) => level.includes(stat.parent)).map(([pid]) => pid)
    found.push(...level)
  }
  return found
}

/** Milliseconds a process and all its descendants have used so far. */
export function cpuOfTree(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => {
    const stat = statOf(each)
    return stat ? sum + stat.own + stat.ended : sum
  }, 0)
}

/** The same of a PostgreSQL cluster, without the backends that serve the measuring itself. */
export function cpuOfCluster(postmaster: number, without: ReadonlySet<number>): number {
  const root = statOf(postmaster)
  if (!root) throw new Error('PostgreSQL is gone.')
  return childrenOf(postmaster)
    .filter((pid) => !without.has(pid))
    .reduce((sum, pid) => sum + (preciseMs(pid) ?? statOf(pid)?.own ?? 0), root.own + root.ended)
}

export interface Memory {
  rssMb: number
  /** Shared pages counted by share. */
  pssMb: number
}

export function memoryOfTree(pid: number): Memory {
  const sum = { rssMb: 0, pssMb: 0 }
  for (const each of [pid, ...childrenOf(pid)]) {
    let text: string
    try {
      text = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')
    } catch {
      continue
    }
    const kb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    sum.rssMb += kb('Rss') / 1024
    sum.pssMb += kb('Pss') / 1024
  }
  return { rssMb: Math.round(sum.rssMb), pssMb: Math.round(sum.pssMb) }
}
