/** How the engine and the store stand to each other. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { snapshot } from '#kit/snapshot.ts'
import { engineOf } from './engine.ts'

/** Which engine has all of the store, and in which languages; held in memory, as every search asks. */
export interface EngineReady {
  engine: string | null
  locales: string[]
  generation: number
}

export const engineReady = snapshot<EngineReady>('browse.engine', async (db, storeId) => {
  const { rows } = await sql<EngineReady>`select engine, locales, generation from browse.engine_state
    where store_id = ${storeId} and ready_at is not null`.execute(db)
  return rows[0] ?? { engine: null, locales: [], generation: 0 }
})

/** The engine will be told how these products stand now. Nothing where the store has none. */
export async function engineDue(ctx: Ctx, productIds: string[]): Promise<void> {
  if (!engineOf(ctx)) return
  await sql`insert into browse.engine_due (store_id, product_id, turn)
    select ${ctx.storeId}, p.id, nextval('browse.engine_turn') from catalog.product p where p.store_id = ${ctx.storeId} and p.id = any(${productIds}::uuid[])
    order by p.id on conflict (store_id, product_id) do update set turn = nextval('browse.engine_turn')`.execute(
    ctx.db,
  )
}

/** Its synonyms are told anew. */
export async function engineSteered(ctx: Ctx): Promise<void> {
  if (engineOf(ctx))
    await sql`update browse.engine_state set steered = true where store_id = ${ctx.storeId}`.execute(ctx.db)
}
