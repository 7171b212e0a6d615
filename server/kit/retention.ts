/** How long kit's own tables remember, and the job that forgets. */
import { sql } from 'kysely'
import { after, days, hours } from './clock.ts'
import type { Ctx } from './context.ts'
import { job } from './jobs.ts'
import { Nothing } from './operation.ts'

const KEEP_EVENTS = days(30)
/** Longer than a reaction can be tried again. */
const KEEP_HANDLED = days(30)
const KEEP_KEYS = hours(48)
const KEEP_BUCKETS = days(1)
/** What staff changed and who it was: two years, as long as anybody asks. */
const KEEP_AUDIT = days(730)
/** Of each job in each store; one that runs every few seconds would fill the history otherwise. */
const KEEP_RUNS = 200
const KEEP_RUNS_FOR = days(90)
const CHUNK = 5_000

export const purge = job({
  name: 'kit.purge',
  payload: Nothing,
  everyMs: hours(1),
  per: 'installation',
  transaction: 'free',
  async run(_, ctx) {
    const before = (ms: number) => after(ctx.now(), -ms)
    await inChunks(ctx, (db) =>
      sql`
      delete from kit.event where id in (
        select e.id from kit.event e, kit.cursor c where c.name = 'dispatcher' and (e.tx, e.id) <= (c.tx, c.event_id)
          and e.at < ${before(KEEP_EVENTS)} order by e.at limit ${CHUNK})`.execute(db),
    )
    await inChunks(ctx, (db) =>
      sql`
      delete from kit.handled where (event_id, reaction) in (
        select event_id, reaction from kit.handled where at < ${before(KEEP_HANDLED)} order by at limit ${CHUNK})`.execute(
        db,
      ),
    )
    await inChunks(ctx, (db) =>
      sql`
      delete from kit.idempotency where (store_id, caller, operation, key) in (
        select store_id, caller, operation, key from kit.idempotency where created_at < ${before(KEEP_KEYS)} order by created_at limit ${CHUNK})`.execute(
        db,
      ),
    )
    await inChunks(ctx, (db) =>
      sql`
      delete from kit.bucket where key in (select key from kit.bucket where at < ${before(KEEP_BUCKETS)} order by at limit ${CHUNK})`.execute(
        db,
      ),
    )
    await inChunks(ctx, (db) =>
      sql`
      delete from kit.audit where id in (select id from kit.audit where at < ${before(KEEP_AUDIT)} order by at limit ${CHUNK})`.execute(
        db,
      ),
    )
    await inChunks(ctx, (db) =>
      sql`
      delete from kit.job_run where id in (
        select id from (select id, began_at, row_number() over (partition by job, store_id order by began_at desc) as place from kit.job_run) r
        where place > ${KEEP_RUNS} or began_at < ${before(KEEP_RUNS_FOR)} limit ${CHUNK})`.execute(db),
    )
    await inChunks(ctx, (db) => sql`delete from kit.worker where seen_at < ${before(days(1))}`.execute(db))
  },
})

/** Each chunk is its own short transaction, so that the readers of the log are not held up. */
async function inChunks(
  ctx: Ctx,
  remove: (db: Ctx['db']) => Promise<{ numAffectedRows?: bigint }>,
): Promise<void> {
  while (Number((await remove(ctx.db)).numAffectedRows ?? 0n) >= CHUNK);
}
