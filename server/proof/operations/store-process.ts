/** The store as its owner runs it: real processes with folders and ports of their own, and everything they said. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const server = join(import.meta.dirname, '../..')
/** Seconds on a quiet machine; others may be at work here. */
const PATIENCE_MS = 60_000

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
  ms: number
}

export interface StoreProcess {
  child: ChildProcess
  url: string
  said(): string
  /** How it ended, however it did. */
  exit: Promise<Exit>
  hasExited(): boolean
  ready(): Promise<void>
  /** Until it has said this. */
  says(what: RegExp): Promise<void>
  end(signal?: NodeJS.Signals): Promise<Exit>
}

export type Settings = Record<string, string>

const started: StoreProcess[] = []
const folders: string[] = []

/** `PORT` must be among the settings of what serves. */
export function startStore(settings: Settings, args = ['main.ts']): StoreProcess {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: server,
    env: { PATH: process.env['PATH'] ?? '', GRPC_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()))
  const exit = new Promise<Exit>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, ms: performance.now() - began })),
  )
  const hasExited = () => child.exitCode !== null || child.signalCode !== null
  const url = `http://127.0.0.1:${settings['PORT'] ?? ''}`

  const until = async (what: string, isSo: () => boolean | Promise<boolean>) => {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(25)) {
      if (await isSo()) return
      if (hasExited()) throw new Error(`The process ended before it ${what}:\n${said}`)
    }
    throw new Error(`The process never ${what}:\n${said}`)
  }
  const store: StoreProcess = {
    child,
    url,
    said: () => said,
    exit,
    hasExited,
    ready: () =>
      until('was ready', async () => {
        const answer = await fetch(`${url}/readyz`).catch(() => null)
        await answer?.body?.cancel()
        return answer?.ok === true
      }),
    says: (what) => until(`said ${what}`, () => what.test(said)),
    async end(signal = 'SIGTERM') {
      const asked = performance.now()
      if (!hasExited()) child.kill(signal)
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      const { code, signal: by } = await exit
      clearTimeout(late)
      return { code, signal: by, ms: performance.now() - asked }
    },
  }
  started.push(store)
  return store
}

/** Runs to its end; for what should not stay. */
export async function runToEnd(settings: Settings, args?: string[]): Promise<Exit & { said: string }> {
  const store = startStore(settings, args)
  const late = setTimeout(() => store.child.kill('SIGKILL'), PATIENCE_MS)
  const exit = await store.exit
  clearTimeout(late)
  return { ...exit, said: store.said() }
}

/** A folder that PostgreSQL's own account can walk into when the tests run as root. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-operations-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

export async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return String(port)
}

/** The store's own PostgreSQL, while it has one. */
export function postmasterOf(dataDir: string): number | null {
  const file = join(dataDir, 'postgres/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : null
}

export async function endAll(): Promise<void> {
  await Promise.all(started.map((store) => store.end()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
