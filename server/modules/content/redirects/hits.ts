/**
 * How often old addresses are asked for, counted without a write for each: in memory, and written now and then.
 *
 * A process that is killed forgets what it counted since; nothing hangs on these numbers.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'

const WRITTEN_EVERY = seconds(30)

const counted = new WeakMap<App, Map<string, Map<string, number>>>()

export function countHit({ app, storeId }: Ctx, redirectId: string): void {
  let stores = counted.get(app)
  if (!stores) {
    counted.set(app, (stores = new Map()))
    setTimeout(() => {
      writeHits(app).catch((error: unknown) => app.log.error({ err: error }, 'hits could not be counted'))
    }, WRITTEN_EVERY).unref()
  }
  const hits = stores.get(storeId) ?? new Map<string, number>()
  stores.set(storeId, hits.set(redirectId, (hits.get(redirectId) ?? 0) + 1))
}

export async function writeHits(app: App): Promise<void> {
  const stores = counted.get(app) ?? new Map<string, Map<string, number>>()
  counted.delete(app)
  for (const [storeId, hits] of stores)
    await app.inTransaction(
      { actor: { kind: 'system', name: 'content' }, hint: { storeId } },
      async (ctx) => {
        await sql`
        update content.redirect r set hits = r.hits + h.hits, last_hit_on = ${ctx.now()}::date
        from unnest(${[...hits.keys()]}::uuid[], ${[...hits.values()]}::bigint[]) as h(id, hits)
        where r.store_id = ${storeId} and r.id = h.id`.execute(ctx.db)
      },
    )
}
