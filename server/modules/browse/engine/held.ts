/** The feeding of one store, held by one process at a time; and what is due. */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { currentSettings } from '../../settings/index.ts'
import { engineReady } from './state.ts'

export const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** Longer than anything that is done between two looks; a process that dies leaves it for as long. */
const HELD_FOR = minutes(2)
/** Both are compared once a day, in any case. */
const COMPARED_EVERY = minutes(24 * 60)

export interface Held {
  locales: string[]
  /** Of the indexes that are searched, once `ready`. */
  generation: number
  ready: boolean
  leftOver: boolean
  filledTo: string | null
  steered: boolean
  comparing: boolean
}

/**
 * Null when another process feeds, or when the store has no engine (any more). `mine`: it was held here before. An engine that is
 * another one than before, or lacks a language, is filled from the beginning.
 */
export async function hold(
  engine: string | null,
  ctx: Ctx,
  { mine = false }: { mine?: boolean } = {},
): Promise<Held | null> {
  if (engine === null) return forget(ctx)
  const locales = (await currentSettings(ctx)).locales.map(({ code }) => code)
  const until = new Date(ctx.now().getTime() + HELD_FOR)
  const comparedBefore = new Date(ctx.now().getTime() - COMPARED_EVERY)
  const { rows } = await sql<Held>`
    insert into browse.engine_state as s (store_id, engine, locales, filled_to, held_until, updated_at)
    values (${ctx.storeId}, ${engine}, ${locales}, ${FIRST_ID}, ${until}, ${ctx.now()})
    on conflict (store_id) do update set held_until = excluded.held_until, updated_at = excluded.updated_at,
      engine = excluded.engine, locales = excluded.locales,
      filled_to = case when s.engine <> excluded.engine or s.locales <> excluded.locales then ${FIRST_ID} else s.filled_to end,
      ready_at = case when s.engine = excluded.engine and s.locales = excluded.locales then s.ready_at end,
      comparing = s.comparing or s.ready_at is not null and coalesce(s.compared_at, s.ready_at) <= ${comparedBefore}
    where ${mine} or s.held_until is null or s.held_until <= ${ctx.now()}
    returning locales, generation, ready_at is not null as ready, left_over as "leftOver", filled_to as "filledTo", steered, comparing`.execute(
    ctx.db,
  )
  return rows[0] ?? null
}

export async function release(trouble: string | null, ctx: Ctx): Promise<void> {
  await sql`update browse.engine_state set held_until = null, trouble = ${trouble?.slice(0, 500) ?? null}, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId}`.execute(ctx.db)
}

/** What nobody keeps up is not believed when an engine comes back. */
async function forget(ctx: Ctx): Promise<null> {
  const { rows } = await sql`with due as (delete from browse.engine_due where store_id = ${ctx.storeId})
    delete from browse.engine_state where store_id = ${ctx.storeId} returning store_id`.execute(ctx.db)
  if (rows.length > 0)
    await ctx.app.inTransaction({ actor: ctx.actor, hint: { storeId: ctx.storeId } }, (own) =>
      own.app.snapshots.changed(engineReady, own),
    )
  return null
}

export interface Due {
  id: string
  turn: number
}

/** Those that wait longest. */
export async function dueNow(most: number, ctx: Ctx): Promise<Due[]> {
  const { rows } =
    await sql<Due>`select product_id as id, turn from browse.engine_due where store_id = ${ctx.storeId}
    order by turn limit ${most}`.execute(ctx.db)
  return rows
}

/** What changed since has another turn and stays. */
export async function crossOff(due: Due[], ctx: Ctx): Promise<void> {
  await sql`delete from browse.engine_due d using unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ turn }) => turn)}::bigint[]) as t(id, turn)
    where d.store_id = ${ctx.storeId} and d.product_id = t.id and d.turn = t.turn`.execute(ctx.db)
}
