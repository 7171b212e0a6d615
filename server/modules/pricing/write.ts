/** The set-based writer of prices: sets, keeps the history, tells. At most 1,000 rows. */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { pricesChanged } from './events.ts'

/** Key of the list that holds for everybody. */
export const BASE_LIST = 'base'

export interface NewPrice {
  variantId: string
  currency: string
  /** Minor units. */
  amount: number
  compareAt?: number | null
}

export async function ensureBaseList(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into pricing.list (id, store_id, key, name, created_at, updated_at)
      values (${newId()}, ${ctx.storeId}, ${BASE_LIST}, 'Base prices', ${ctx.now()}, ${ctx.now()})
      on conflict do nothing returning id
    )
    select id from made union all select id from pricing.list where store_id = ${ctx.storeId} and key = ${BASE_LIST} and archived_at is null limit 1`.execute(
    ctx.db,
  )
  return rows[0]!.id
}

export async function writePrices(rows: NewPrice[], ctx: Ctx, cause = 'pricing.writePrices'): Promise<void> {
  const listId = await ensureBaseList(ctx)
  const given = rows.map((row) => ({ compareAt: null, ...row, id: newId(), historyId: newId() }))
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)})
        as g(id uuid, "historyId" uuid, "variantId" uuid, currency text, amount bigint, "compareAt" bigint)
    ), kept as (
      insert into pricing.price (id, store_id, list_id, variant_id, currency, amount, compare_at_amount, created_at, updated_at)
      select id, ${ctx.storeId}, ${listId}, "variantId", currency, amount, "compareAt", ${ctx.now()}, ${ctx.now()} from given
      on conflict (variant_id, currency, list_id, min_quantity) do update
        set amount = excluded.amount, compare_at_amount = excluded.compare_at_amount, version = pricing.price.version + 1, updated_at = excluded.updated_at
        where (pricing.price.amount, pricing.price.compare_at_amount) is distinct from (excluded.amount, excluded.compare_at_amount)
      returning id, variant_id, currency, amount, compare_at_amount
    )
    insert into pricing.price_history (id, store_id, price_id, variant_id, currency, amount, compare_at_amount, actor, cause, trace_id, at)
    select g."historyId", ${ctx.storeId}, k.id, k.variant_id, k.currency, k.amount, k.compare_at_amount, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()}
    from kept k join given g on g."variantId" = k.variant_id and g.currency = k.currency`.execute(ctx.db)
  ctx.emit(pricesChanged, { ids: [...new Set(rows.map((row) => row.variantId))] })
}

const baseLists = new WeakMap<App, Map<string, string>>()

/** The base list of the store. Its id never changes, so it is held for the life of the process. */
export async function baseListId(ctx: Ctx): Promise<string> {
  const known = baseLists.get(ctx.app) ?? new Map<string, string>()
  baseLists.set(ctx.app, known)
  const held = known.get(ctx.storeId)
  if (held) return held
  const { rows } = await sql<{ id: string }>`
    select id from pricing.list where store_id = ${ctx.storeId} and key = ${BASE_LIST} and archived_at is null`.execute(
    ctx.db,
  )
  const id = rows[0]?.id ?? NO_LIST
  if (id !== NO_LIST) known.set(ctx.storeId, id)
  return id
}

/** A store without prices yet: nothing has this id. */
const NO_LIST = '00000000-0000-0000-0000-000000000000'
