/**
 * Kit apps at work, for tests of workers: what was opened is closed after each test, and
 * the tables are emptied.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { after, afterEach, before } from 'node:test'
import { createDispatcher } from '#kit/dispatcher.ts'
import { on } from '#kit/event.ts'
import { startWorker, type WorkerOptions } from '#kit/worker.ts'
import type { TestDatabase } from './database.ts'
import {
  add,
  BOB,
  countNotes,
  kitApp,
  kitDatabase,
  notes,
  notesChanged,
  until,
  type KitAppOptions,
} from './kit.ts'

type KitApp = ReturnType<typeof kitApp>
type Child = ChildProcess & { said(line: string): Promise<unknown> }

export interface AtWork {
  open: (options?: Partial<KitAppOptions>) => KitApp
  /** Starts worker and dispatcher over the app. */
  work: (app: KitApp, options?: WorkerOptions) => Promise<void>
  query: <T extends object = Record<string, unknown>>(text: string) => Promise<T[]>
  seen: () => Promise<{ note_id: string; process: number }[]>
  counter: (name: string) => Promise<number>
  jobs: () => Promise<{ attempts: number; last_error: string | null; locked_by: string | null }[]>
  /** A worker in another process; `said` waits for a line of its output. */
  child: (mode: 'stall' | 'work' | 'clock') => Promise<Child>
}

const EMPTY = `truncate notes.note, notes.counter, notes.seen, kit.event, kit.cursor, kit.handled, kit.schedule,
  kit.worker, kit.job_run, kit.pause, graphile_worker._private_jobs`

export function atWork(): AtWork {
  let database: TestDatabase
  let watcher: KitApp
  const opened: { close(): Promise<void> }[] = []
  const children: ChildProcess[] = []
  before(async () => {
    database = await kitDatabase()
    watcher = kitApp({ url: database.url, poolSize: 1 })
  })
  after(async () => {
    await watcher.close()
    await database.drop()
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    for (const one of opened.splice(0).reverse()) await one.close()
    await query(EMPTY)
  })

  const query = <T extends object = Record<string, unknown>>(text: string) =>
    watcher.pool.query<T & Record<string, unknown>>(text, [])
  return {
    open(options = {}) {
      const app = kitApp({ url: database.url, poolSize: 4, ...options })
      opened.push(app)
      return app
    },
    async work(app, options = {}) {
      const worker = await startWorker(app, options)
      const dispatcher = createDispatcher(app)
      dispatcher.start()
      opened.push({ close: () => dispatcher.stop().then(() => worker.stop()) })
    },
    query,
    seen: () => query('select note_id, process from notes.seen'),
    counter: async (name) =>
      (await query<{ value: number }>(`select value from notes.counter where name = '${name}'`))[0]?.value ??
      0,
    jobs: () => query('select attempts, last_error, locked_by from graphile_worker.jobs order by id'),
    async child(mode) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'kit-worker.ts'), database.url, mode],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      children.push(child)
      let output = ''
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
      return Object.assign(child, { said: (line: string) => until(() => output.includes(line), 8_000) })
    },
  }
}

export const pin = (app: KitApp) => app.invoke(add, { text: 'milk' }, { actor: BOB })

/** The notes with another reaction in the place of `countNotes`. */
export function reacting(run: typeof countNotes.run) {
  return [{ ...notes, reactions: [on(notesChanged, countNotes.name, run as never)] }]
}
