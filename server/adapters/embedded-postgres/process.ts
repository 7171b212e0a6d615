/**
 * Who is alive on this machine.
 *
 * A killed process whose parent never collects it stays a zombie: it still takes signals, but it is dead.
 * Linux shows that in /proc; elsewhere a signal that arrives counts as life.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false // EPERM: alive, and another person's
  }
  const state = statOf(pid)?.[0]
  return state !== 'Z' && state !== 'X'
}

/** When a process was born, in ticks: tells it from a later one with the same number. Empty where unknown. */
export function birthOf(pid: number): string {
  return statOf(pid)?.[19] ?? ''
}

/** Is this process a PostgreSQL that works in this folder? It always changes into its data folder. */
export function isPostgresOf(pid: number, dataDir: string): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'linux') return workingFolderOf(pid) === dataDir
  try {
    const command =
      process.platform === 'win32'
        ? execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv'], { encoding: 'utf8' })
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres')
  } catch {
    return false
  }
}

/**
 * Ends what a killed postmaster left behind. Its children notice by themselves, but one in the middle of
 * a long query notices late, and no new postmaster starts before the last of them is gone. Linux only.
 */
export function killOrphansOf(dataDir: string): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid) || workingFolderOf(pid) !== dataDir || !isRunning(pid)) continue
    if (!commandOf(pid).startsWith('postgres')) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it went by itself
    }
  }
}

/** The fields of /proc/PID/stat from the state on; the name before them may hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8')
  } catch {
    return ''
  }
}
