/**
 * Starts the store in its roles and ends it gracefully.
 *
 * SIGTERM: `/readyz` says no at once, running requests and jobs end, then the pool
 * and the database close. A second signal ends it at once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createDispatcher } from '#kit/dispatcher.ts'
import type { Config } from '#kit/config.ts'
import { startWorker } from '#kit/worker.ts'
import { closeApp, openApp } from './assemble.ts'
import { WrongConfig, readConfig } from './config.ts'
import { openDatabase } from './open-database.ts'
import { firstStart } from './first-start.ts'
import { serve } from './serve.ts'

/** Proxies look at /readyz every second or so; they must see us leave before we close. */
const LEAVE_AFTER_MS = 1_500

export async function run(argv: string[]): Promise<void> {
  const began = performance.now()
  const say = (line: string) => console.log(`  ${line}`)
  try {
    const development = argv.includes('--dev')
    const database = await openDatabase(readConfig(), say)
    const app = await openApp(database.config)
    const owner = await firstStart(app, say)
    const http = app.config.roles.has('serve') ? await serve(app, { development }) : null
    const dispatcher = createDispatcher(app)
    const worker = app.config.roles.has('work') ? await startWorker(app) : null
    app.tail.start()
    if (worker) dispatcher.start()
    if (!http && !worker) {
      say('The database is up to date.')
      await closeApp(app)
      return await database.close()
    }
    if (http) greet(app.config, owner, performance.now() - began)
    onSignals(async () => {
      if (http) http.readiness.draining = true
      if (http && app.config.mode === 'production') await sleep(LEAVE_AFTER_MS)
      await http?.close()
      await dispatcher.stop()
      await worker?.stop()
      await closeApp(app)
      await database.close()
    })
  } catch (error) {
    fail(error)
  }
}

function greet(config: Config, owner: { email: string; password: string } | null, ms: number): void {
  const lines = [
    `Quayside is open after ${(ms / 1000).toFixed(1)} s`,
    '',
    `  Shop      ${config.publicUrl}`,
    `  API       ${config.publicUrl}/docs`,
    ...(config.mode === 'demo' ? [`  Mailbox   ${config.publicUrl}/dev/mailbox`] : []),
    ...(owner ? [`  Owner     ${owner.email}  ${owner.password}`] : []),
    ...(config.mode === 'demo'
      ? ['', '  Demo mode: sandbox payments, no real money, reachable from this machine only.']
      : []),
  ]
  console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}

/** Ctrl-C in a terminal often arrives twice at once, from the terminal and from npm; only a later one insists. */
const TWICE_WITHIN_MS = 500

function onSignals(close: () => Promise<void>): void {
  let since = 0
  const leave = () => {
    if (since && performance.now() - since > TWICE_WITHIN_MS) process.exit(1)
    if (since) return
    since = performance.now()
    close().then(() => {
      console.log('  Closed cleanly.')
      process.exit(0)
    }, fail)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}

function fail(error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof WrongConfig) console.error(`\n${message}\n`)
  else if (code === 'EADDRINUSE')
    console.error(
      `\nThe port is in use: ${message}\nStop the other program, or start with another one: PORT=3100 npm start\n`,
    )
  else console.error(`\nQuayside could not start: ${message}\n`)
  process.exit(1)
}
