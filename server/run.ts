/**
 * Starts the store in its roles and ends it gracefully.
 *
 * SIGTERM: `/readyz` says no at once, running requests and jobs end, then the pool
 * and the database close. A second signal ends it at once. A start that fails, or is
 * broken off by a signal, leaves nothing running either.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import { createDispatcher } from '#kit/dispatcher.ts'
import { createErrorGroups } from '#kit/error-groups.ts'
import { createLog, type Log } from '#kit/log.ts'
import { followLogLevel } from '#kit/log-level.ts'
import { createTelling } from '#kit/shared-cache.ts'
import { createWakeup } from '#kit/wakeup.ts'
import { startWorker, type Worker } from '#kit/worker.ts'
import { closeApp, openApp } from './assemble.ts'
import { readConfig } from './config.ts'
import { openDatabase, patiently, type OpenDatabase } from './open-database.ts'
import { checkStorage } from './open-storage.ts'
import { firstStart, type Owner } from './first-start.ts'
import { portIsFree, serve, serveGrpc } from './serve.ts'
import { openHealthPort } from './surfaces/health-port.ts'
import { sentenceFor } from './start-trouble.ts'

/** Proxies look at /readyz every second or so; they must see us leave before we close. */
const LEAVE_AFTER_MS = 1_500
/** What still runs after this is cut off; supervisors kill after 30 s, and the rest of the way takes a few. */
const DRAIN_WITHIN_MS = 15_000
/** Then whatever still holds us is left as it is, before the supervisor's kill -9. */
const GONE_WITHIN_MS = 28_000
/** Ctrl-C in a terminal often arrives twice at once, from the terminal and from npm; only a later one insists. */
const TWICE_WITHIN_MS = 500

/** What has been opened so far, to be closed from the outside in. */
interface Opened {
  database?: OpenDatabase
  app?: App
  http?: FastifyInstance
  grpc?: FastifyInstance | null
  health?: FastifyInstance
  /** Those who listen to the event log, tell this process that it has grown, or write down what happens here. */
  listeners: { stop(): Promise<void> }[]
  worker?: Worker
}

export async function run(argv: string[]): Promise<void> {
  const began = performance.now()
  const opened: Opened = { listeners: [] }
  let isOpen = false
  let say = (line: string) => console.log(`  ${line}`)
  const leaving = onSignals(async () => {
    if (!isOpen) return // the start itself looks at its next step
    // The queue, asked to stop while the database is away, throws where nobody can catch it.
    process.on('uncaughtException', (error) =>
      opened.app?.log.warn({ err: error }, 'left undone on the way out'),
    )
    setTimeout(() => fail('Not everything ended in time; the rest was left as it is.'), GONE_WITHIN_MS)
    await close(opened)
    say('Closed cleanly.')
    process.exit(0)
  })
  try {
    const config = readConfig()
    const errors = createErrorGroups()
    const log = createLog({ level: config.logLevel, onError: errors.add })
    if (config.mode === 'production') say = (line) => log.info(line) // logs are read by machines there
    if (config.roles.has('serve')) await portIsFree(config)
    leaving.look()
    opened.database = await openDatabase(config, say)
    leaving.look()
    const app = (opened.app = await openApp(opened.database.config, { log }))
    await checkStorage(app)
    const owner = await patiently(() => firstStart(app, say))
    leaving.look()
    await open(opened, app, argv.includes('--dev'))
    opened.listeners.push(errors.start(app))
    leaving.look()
    isOpen = true
    if (opened.http) greet(config, log, owner, performance.now() - began)
    else if (opened.worker) say('At work.')
    else {
      say('The database is up to date.')
      await close(opened)
    }
  } catch (error) {
    if (error === leaving.reason) say('Closed before it was open.')
    else console.error(`\n${sentenceFor(error)}\n`)
    await close(opened).catch(() => {})
    process.exit(error === leaving.reason ? 0 : 1)
  }
}

async function open(opened: Opened, app: App, development: boolean): Promise<void> {
  const { roles, healthPort } = app.config
  if (healthPort !== null) opened.health = await openHealthPort(app, healthPort)
  if (roles.has('serve')) {
    opened.http = await serve(app, { development })
    opened.grpc = await serveGrpc(app)
  }
  if (roles.has('work')) {
    const dispatcher = createDispatcher(app)
    opened.listeners.push(dispatcher)
    const telling = createTelling(app)
    if (telling) opened.listeners.push(telling)
    telling?.start()
    opened.worker = await startWorker(app)
    dispatcher.start()
  } else if (opened.http) {
    // The dispatcher is elsewhere; live pages here are told of what other processes do.
    const wakeup = createWakeup(app, (names) => app.tail.poke(names))
    opened.listeners.push(wakeup)
    wakeup.start()
  }
  app.tail.start()
  const unfollow = await followLogLevel(app)
  opened.listeners.push({ stop: async () => unfollow() })
}

async function close({ http, grpc, health, listeners, worker, app, database }: Opened): Promise<void> {
  if (health) health.readiness.draining = true
  const leaveAfterMs = app?.config.mode === 'production' ? LEAVE_AFTER_MS : 0
  await Promise.all([http, grpc].flatMap((each) => (each ? drain(each, leaveAfterMs) : [])))
  for (const listener of listeners) await listener.stop()
  await worker?.stop()
  await health?.close()
  if (app) await closeApp(app)
  await database?.close()
}

async function drain(http: FastifyInstance, leaveAfterMs: number): Promise<void> {
  http.readiness.draining = true
  if (leaveAfterMs > 0) await sleep(leaveAfterMs)
  // Node closes what is idle now; a connection whose last answer is still to come is kept alive after it.
  const idle = setInterval(() => http.server.closeIdleConnections(), 50)
  // And it no longer looks for half-open requests once a server closes: one would hold it for ever.
  const cut = setTimeout(() => http.server.closeAllConnections(), DRAIN_WITHIN_MS)
  await http.close()
  clearInterval(idle)
  clearTimeout(cut)
}

interface Leaving {
  /** Thrown by `look` when we were asked to end. */
  reason: symbol
  look(): void
}

function onSignals(close: () => Promise<void>): Leaving {
  const reason = Symbol('asked to end')
  let since = 0
  const leave = () => {
    if (since && performance.now() - since > TWICE_WITHIN_MS) process.exit(1)
    if (since) return
    since = performance.now()
    close().catch((error: unknown) => fail(`Quayside could not close: ${(error as Error).message}`))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leave)
  return {
    reason,
    look() {
      if (since) throw reason
    },
  }
}

function fail(sentence: string): never {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

function greet(config: Config, log: Log, owner: Owner | null, ms: number): void {
  const { mode, publicUrl } = config
  if (mode === 'production') {
    log.info({ url: publicUrl, ms: Math.round(ms) }, 'Quayside is open')
    if (!config.smtpUrl) log.warn('SMTP_URL is not set: mails wait until it is')
    return
  }
  const lines = [
    `Quayside is open after ${(ms / 1000).toFixed(1)} s`,
    '',
    `  Shop      ${publicUrl}`,
    `  API       ${publicUrl}/docs`,
    `  Mailbox   ${publicUrl}/dev/mailbox`,
    ...(owner ? [`  Owner     ${owner.email}  ${owner.password}`] : []),
    '',
    '  Demo mode: sandbox payments, no real money, reachable from this machine only.',
  ]
  console.log(`\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`)
}
