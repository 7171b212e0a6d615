/** The set-based writer of prices: sets, keeps the history, tells. At most 1,000 rows. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { pricesChanged } from './events.ts'
import { ensureBaseList } from './lists.ts'

export interface NewPrice {
  variantId: string
  currency: string
  /** Minor units. */
  amount: number
  compareAt?: number | null
  /** Default: the base list. */
  listId?: string
  /** It holds from so many pieces on; default 1. */
  minQuantity?: number
}

export async function writePrices(rows: NewPrice[], ctx: Ctx, cause = 'pricing.writePrices'): Promise<void> {
  const baseId = await ensureBaseList(ctx)
  const given = rows.map((row) => ({
    compareAt: null,
    listId: baseId,
    minQuantity: 1,
    ...row,
    id: newId(),
    historyId: newId(),
  }))
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)})
        as g(id uuid, "historyId" uuid, "variantId" uuid, currency text, amount bigint, "compareAt" bigint, "listId" uuid, "minQuantity" int)
    ), kept as (
      insert into pricing.price (id, store_id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, created_at, updated_at)
      select id, ${ctx.storeId}, "listId", "variantId", currency, "minQuantity", amount, "compareAt", ${ctx.now()}, ${ctx.now()} from given
      on conflict (variant_id, currency, list_id, min_quantity) do update
        set amount = excluded.amount, compare_at_amount = excluded.compare_at_amount, version = pricing.price.version + 1, updated_at = excluded.updated_at
        where (pricing.price.amount, pricing.price.compare_at_amount) is distinct from (excluded.amount, excluded.compare_at_amount)
      returning id, variant_id, currency, list_id, min_quantity, amount, compare_at_amount
    )
    insert into pricing.price_history (id, store_id, price_id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, actor, cause, trace_id, at)
    select g."historyId", ${ctx.storeId}, k.id, k.list_id, k.variant_id, k.currency, k.min_quantity, k.amount, k.compare_at_amount,
      ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()}
    from kept k join given g on g."variantId" = k.variant_id and g.currency = k.currency and g."listId" = k.list_id
      and g."minQuantity" = k.min_quantity`.execute(ctx.db)
  ctx.emit(pricesChanged, { ids: [...new Set(rows.map((row) => row.variantId))] })
}

/** Takes prices away; the history says until when they held. Answers with their variants. */
export async function removePrices(ids: string[], ctx: Ctx, cause: string): Promise<string[]> {
  const { rows } = await sql<{ variantId: string }>`
    with gone as (
      delete from pricing.price where store_id = ${ctx.storeId} and id = any(${ids}::uuid[])
      returning id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount
    ), told as (
      insert into pricing.price_history (id, store_id, price_id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, removed, actor, cause, trace_id, at)
      select uuidv7(), ${ctx.storeId}, id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, true,
        ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()} from gone
    )
    select distinct variant_id as "variantId" from gone`.execute(ctx.db)
  const variantIds = rows.map(({ variantId }) => variantId)
  if (variantIds.length > 0) ctx.emit(pricesChanged, { ids: variantIds })
  return variantIds
}
