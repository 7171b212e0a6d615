/**
 * A real store, started as `npm start` starts it, on its own port and data, which go away with it.
 *
 * What the journeys ask of it besides pages goes over its public doors: REST and the mailbox.
 */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { judgeBy, type Judge, type Published } from '../server/proof/published.ts'

const ROOT = join(import.meta.dirname, '..')
const OPEN_WITHIN = 90_000 // ms; two seconds on a quiet machine
const CLOSED_WITHIN = 20_000 // ms

export type Mail = { id: string; to: string; subject: string; text: string; html: string }
export type Answer<Body> = { status: number; body: Body; headers: Headers }

export type Store = {
  url: string
  dataDir: string
  /** Calls the REST API; as the owner if so wished. What is sent and answered is held against `/openapi.json`. */
  call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    given?: { body?: unknown; as?: 'owner'; headers?: Record<string, string> },
  ): Promise<Answer<Body>>
  /** Calls an operation on the command line, as the store itself. */
  run(operation: string, input: object): Promise<unknown>
  /** All mails, or those to this address, oldest first. */
  mailsTo(address?: string): Promise<Mail[]>
  /** Lines that the store logged as errors. */
  errors(): string[]
  /** Its data goes away with it, unless it is kept. */
  close(options?: { keep: boolean }): Promise<void>
}

/** On fresh data, or on a copy of what a store left that was closed. */
export async function startStore(settings: Record<string, string> = {}, copyOf?: string): Promise<Store> {
  const dataDir = mkdtempSync(join(tmpdir(), 'quayside-e2e-'))
  if (copyOf) copyFolder(copyOf, dataDir)
  chmodSync(dataDir, 0o755) // started as root, the database runs as another account and must reach it
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--enable-source-maps', 'server/main.ts'], {
    cwd: ROOT,
    env: { ...ownEnvironment(), DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()))
  let isClosing = false
  const gone = new Promise<number | null>((done) => {
    child.on('exit', (code, signal) => {
      if (!isClosing)
        said += `\n"level":"fatal" The store ended by itself: ${code ?? signal}. It last said:\n${said.slice(-2000)}`
      done(code)
    })
  })
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)

  const close = async ({ keep } = { keep: false }) => {
    isClosing = true
    child.kill('SIGTERM')
    const late = setTimeout(kill, CLOSED_WITHIN)
    await gone
    clearTimeout(late)
    process.off('exit', kill)
    if (!keep) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await isOpen(url, gone)
  } catch (error) {
    await close()
    throw new Error(`${(error as Error).message}\n${said}`, { cause: error })
  }

  let session: Promise<string> | undefined
  const ownersToken = () => (session ??= logInAsOwner(url, dataDir))
  let judge: Promise<Judge> | undefined
  const judgeOfStore = () => (judge ??= publishedBy(url))

  return {
    url,
    dataDir,
    async call<Body>(method: string, path: string, { body, as, headers }: Parameters<Store['call']>[2] = {}) {
      const sent = new Headers({
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { authorization: `Bearer ${await ownersToken()}` }),
        ...headers,
      })
      const response = await fetch(url + path, {
        method,
        headers: sent,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const untold = (await judgeOfStore())({
        method,
        url: path,
        sent: body,
        headersSent: [...sent.keys()],
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text,
      })
      if (untold.length > 0) throw new Error(`The document does not tell of this: ${untold.join('; ')}`)
      return { status: response.status, body: JSON.parse(text) as Body, headers: response.headers }
    },
    run: (operation, input) =>
      promisify(execFile)(process.execPath, ['server/cli.ts', operation, JSON.stringify(input)], {
        cwd: ROOT,
        env: { ...ownEnvironment(), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
      }),
    async mailsTo(address) {
      const whose = address === undefined ? '' : `?to=${encodeURIComponent(address)}`
      const response = await fetch(`${url}/dev/mailbox${whose}`, {
        headers: { accept: 'application/json' },
      })
      return ((await response.json()) as { items: Mail[] }).items.reverse()
    },
    errors: () => said.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line)),
    close,
  }
}

/** With owners and modes, which PostgreSQL insists on. */
function copyFolder(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true })
  else execFileSync('cp', ['-Rp', `${from}/.`, to])
}

async function isOpen(url: string, gone: Promise<number | null>): Promise<void> {
  let code: number | null | undefined
  void gone.then((exit) => (code = exit))
  for (const until = Date.now() + OPEN_WITHIN; Date.now() < until; await sleep(100)) {
    if (code !== undefined) throw new Error(`The store ended with ${code} before it was open.`)
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok) return
  }
  throw new Error(`The store was not open after ${OPEN_WITHIN / 1000} seconds.`)
}

async function publishedBy(url: string): Promise<Judge> {
  const response = await fetch(`${url}/openapi.json`)
  return judgeBy((await response.json()) as Published)
}

async function logInAsOwner(url: string, dataDir: string): Promise<string> {
  const response = await fetch(`${url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'owner@quayside.example',
      password: readFileSync(join(dataDir, 'owner-password'), 'utf8').trim(),
    }),
  })
  if (!response.ok) throw new Error(`The owner could not log in: ${await response.text()}`)
  return ((await response.json()) as { token: string }).token
}

/** Without settings of the person who runs the tests: theirs may name a database, a port, a mail server. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const settings = [
    ...readFileSync(join(ROOT, 'contracts/config.md'), 'utf8').matchAll(/^\| `([A-Z_]+)`/gm),
  ].map(([, name]) => name!)
  return { ...process.env, ...Object.fromEntries(settings.map((name) => [name, ''])) }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
