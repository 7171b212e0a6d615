/**
 * Pausing: a store, or one task of it, is not worked for until it is resumed.
 *
 * What is queued stays queued. Workers look once a second; a job that had begun ends.
 */
import type { App } from './app.ts'
import { flagsOf } from './jobs.ts'

const LOOK_EVERY_MS = 1_000

interface Pause {
  store_id: string | null
  task: string | null
}

export interface Pauses {
  /** By these the queue knows what to leave out. */
  flags(): string[]
  onChange(run: () => void): void
  stop(): Promise<void>
}

export async function watchPauses(app: App): Promise<Pauses> {
  let flags: string[] = []
  let changed = () => {}
  let working: Promise<void> | null = null

  async function look() {
    const rows = await app.pool.query<Pause>('select store_id, task from kit.pause', [])
    const now = rows
      .map(({ store_id: id, task }) => (task ? flagsOf(task, id ?? undefined).at(-1)! : id!))
      .sort()
    if (now.join() === flags.join()) return
    flags = now
    changed()
  }
  const tick = () => {
    working ??= look()
      .catch((error: unknown) => app.log.debug({ err: error }, 'pauses not read: the database is away'))
      .finally(() => (working = null))
    return working
  }
  const timer = setInterval(() => void tick(), LOOK_EVERY_MS)
  timer.unref()
  await tick()
  return {
    flags: () => flags,
    onChange: (run) => void (changed = run),
    async stop() {
      clearInterval(timer)
      await working
    },
  }
}
