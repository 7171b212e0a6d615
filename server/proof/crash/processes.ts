/** The processes of a crash run: started, killed with -9, started again; those that end by themselves are counted apart. */
import { spawn, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'

const server = join(import.meta.dirname, '../..')

export interface Keeper {
  name: string
  pid(): number | undefined
  /** kill -9; it is started again at once. */
  kill(): void
  /** Exits that nobody caused. */
  selfExits: number
  stop(): Promise<void>
}

export function keep(name: string, args: string[], env: Record<string, string>, logFile: string): Keeper {
  const log = openSync(logFile, 'a')
  let child: ChildProcess
  let stopping = false
  let killed = false
  const keeper: Keeper = {
    name,
    selfExits: 0,
    pid: () => child.pid,
    kill: () => {
      killed = true
      child.kill('SIGKILL')
    },
    stop: async () => {
      stopping = true
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(late)
    },
  }
  function start(): void {
    child = spawn(process.execPath, args, {
      cwd: server,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', log, log],
    })
    child.once('exit', () => {
      if (stopping) return
      if (!killed) keeper.selfExits++
      killed = false
      start()
    })
  }
  start()
  return keeper
}
