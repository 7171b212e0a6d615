/**
 * Tells PostgreSQL's planner of tables that fill faster than autovacuum looks at them, once a minute.
 *
 * Until it hears of it, it plans for tables as they were: for one that was empty each foreign key is checked by
 * reading all of it, and a hundred thousand rows take hours.
 */
import { sql } from 'kysely'
import type { App } from './app.ts'
import type { Ctx } from './context.ts'

/** The planner is told after so many rows, and then whenever there are so many times more. */
const FIRST_ROWS = 1_000
const TIMES = 4
/** A table that gets a few rows is not what grows. */
const AT_LEAST = 100

export interface Growth {
  /** In the transaction that writes `rows` more. What others fill meanwhile, such as what follows from them, counts too. */
  wrote(ctx: Ctx, rows: number): Promise<void>
  /** After its commit. */
  tell(): Promise<void>
}

export function growthOf({ pool, log }: App): Growth {
  let [written, next] = [0, FIRST_ROWS]
  let tables: string[] = []
  return {
    async wrote(ctx, rows) {
      written += rows
      if (written < next) return
      const { rows: found } = await sql<{ name: string }>`
        select relid::regclass::text as name from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd >= ${AT_LEAST}
        union select relid::regclass::text from pg_stat_user_tables
        where n_mod_since_analyze >= ${FIRST_ROWS} and n_mod_since_analyze > n_live_tup / 2`.execute(ctx.db)
      tables = found.map(({ name }) => name)
    },
    async tell() {
      if (tables.length === 0) return
      const named = tables.join(', ')
      next = written * TIMES
      tables = []
      // A table that somebody rebuilds is counted another time.
      await pool.pg
        .query(`analyze (skip_locked) ${named}`)
        .catch((error: unknown) => log.warn({ err: error }, 'tables that grow were not counted'))
    },
  }
}
