/**
 * The log's level, changed while the store runs: every process follows, also one that starts later.
 *
 * It is kept in the database and told by the event log. A level with an end falls back to
 * what the process was started with.
 */
import { sql } from 'kysely'
import type { App } from './app.ts'
import type { Ctx } from './context.ts'
import { event, Ids } from './event.ts'
import type { LogLevel } from './log.ts'
import { callerOf } from './policy.ts'

export const logLevelChanged = event('kit.logLevelChanged', Ids)

/** Timers cannot wait longer. */
const LONGEST_WAIT_MS = 2_147_483_647

export interface KeptLevel {
  level: LogLevel
  until: Date | null
}

export async function keptLevel({ db }: Pick<Ctx, 'db'>): Promise<KeptLevel | null> {
  const { rows } = await sql<KeptLevel>`select level, until from kit.log_level`.execute(db)
  return rows[0] ?? null
}

export async function keepLevel(ctx: Ctx, { level, until }: KeptLevel): Promise<void> {
  await sql`insert into kit.log_level (level, until, changed_by, changed_at)
    values (${level}, ${until}, ${callerOf(ctx.actor)}, ${ctx.now()})
    on conflict (one) do update set level = excluded.level, until = excluded.until,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(ctx.db)
  ctx.emit(logLevelChanged, { ids: [ctx.storeId] })
}

/** Follows what is kept; answers how to stop. */
export async function followLogLevel(app: App): Promise<() => void> {
  const { log } = app
  const own = log.level
  let back: NodeJS.Timeout | undefined

  async function follow() {
    const kept = await keptLevel(app.pool)
    const left = kept?.until ? kept.until.getTime() - app.clock().getTime() : Infinity
    clearTimeout(back)
    if (!kept || left <= 0) return turn(own)
    turn(kept.level)
    if (left < LONGEST_WAIT_MS) back = setTimeout(() => turn(own), left).unref()
  }
  function turn(level: string) {
    if (log.level === level) return
    log.level = level
    log.warn({ now: level }, 'the log’s level has changed')
  }
  const followed = () =>
    follow().catch((error: unknown) => log.warn({ err: error }, 'the log’s level could not be read'))
  const unsubscribe = app.tail.subscribe(() => void followed(), {
    names: [logLevelChanged.name],
    background: true,
  })
  await followed()
  return () => {
    clearTimeout(back)
    unsubscribe()
  }
}
