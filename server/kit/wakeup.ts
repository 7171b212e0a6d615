/**
 * Tells other processes that the log has grown, and hears it from them.
 *
 * A notification inside a business transaction would make commits wait for each
 * other, so it is sent afterwards, at most one per 50 ms, and only of events that a
 * reaction or a stream waits for. It only shortens the wait: every reader of the log
 * also looks by itself twice a second.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { App } from './app.ts'
import type { EventNames } from './event.ts'

const CHANNEL = 'quayside_events'
const GATHER_MS = 50
const LONGEST_PAUSE_MS = 1_000

export interface Wakeup {
  start(): void
  stop(): Promise<void>
}

/** `onForeign` is told which events another process has written; without names, any may have been. */
export function createWakeup(app: App, onForeign: (names?: EventNames) => void): Wakeup {
  const self = randomUUID()
  const awaited = awaitedEvents(app)
  let untold = new Set<string>()
  let running = false
  let telling: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  let pauseMs = 50

  app.onWake((names) => {
    if (!running || awaited.isDisjointFrom(names)) return
    for (const name of awaited.intersection(names)) untold.add(name)
    telling ??= setTimeout(tell, GATHER_MS).unref()
  })

  function tell() {
    const message = [self, ...untold].join(' ')
    telling = undefined
    untold = new Set()
    app.pool.pg.query('select pg_notify($1, $2)', [CHANNEL, message]).catch(() => {})
  }

  function listen() {
    const mine = new pg.Client({
      connectionString: directUrl(app),
      application_name: 'quayside-wakeup',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    client = mine
    mine.on('notification', ({ payload = '' }) => {
      const [from, ...names] = payload.split(' ')
      if (from !== self) onForeign(new Set(names))
    })
    mine.on('error', () => lost(mine))
    mine.on('end', () => lost(mine))
    mine
      .connect()
      .then(() => mine.query(`listen ${CHANNEL}`))
      .then(
        () => {
          pauseMs = 50
          onForeign()
        },
        () => lost(mine),
      )
  }

  function lost(which: pg.Client) {
    if (which !== client) return
    client = undefined
    void which.end().catch(() => {})
    if (!running) return
    again = setTimeout(listen, pauseMs)
    again.unref()
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
  }

  return {
    start() {
      if (running) return
      running = true
      listen()
    },
    async stop() {
      running = false
      clearTimeout(telling)
      clearTimeout(again)
      const open = client
      client = undefined
      await open?.end().catch(() => {})
    },
  }
}

function awaitedEvents(app: App): Set<string> {
  const streamed = app.operations.values().flatMap(({ events }) => events.map(({ name }) => name))
  return new Set([...app.reactions.keys(), ...streamed])
}

/** LISTEN, long sessions and migrations go past a pooler. */
export function directUrl(app: App): string {
  const url = app.config.databaseDirectUrl ?? app.config.databaseUrl ?? app.pool.pg.options.connectionString
  if (!url) throw new Error('The pool was opened without an address.')
  return url
}
