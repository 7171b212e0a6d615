/** Rows of prices with their history, set-based and silent: who calls tells of the change. At most 1,000 at a time. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'

const MOST = 1_000

export interface PriceRow {
  variantId: string
  listId: string
  currency: string
  minQuantity: number
  /** Minor units. */
  amount: number
  compareAt: number | null
  /** Follows from another price by rate; one that was set stays. */
  derived: boolean
}

export interface Put {
  /** Variants of which a price changed. */
  changed: string[]
  /** Bundles whose price is the sum of their parts, of which these are some. */
  bundles: string[]
}

export async function putPrices(rows: PriceRow[], ctx: Ctx, cause: string): Promise<Put> {
  const [changed, bundles] = [new Set<string>(), new Set<string>()]
  for (let from = 0; from < rows.length; from += MOST) {
    const given = rows.slice(from, from + MOST).map((row) => ({ ...row, id: newId(), historyId: newId() }))
    const { rows: kept } = await sql<{ variantId: string; bundles: string[] }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}) as g(id uuid, "historyId" uuid, "variantId" uuid, currency text,
        amount bigint, "compareAt" bigint, "listId" uuid, "minQuantity" int, derived boolean)
    ), kept as (
      insert into pricing.price as p (id, store_id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, derived, created_at, updated_at)
      select id, ${ctx.storeId}, "listId", "variantId", currency, "minQuantity", amount, "compareAt", derived, ${ctx.now()}, ${ctx.now()} from given
      on conflict (variant_id, currency, list_id, min_quantity) do update
        set amount = excluded.amount, compare_at_amount = excluded.compare_at_amount, derived = excluded.derived,
          version = p.version + 1, updated_at = excluded.updated_at
        where (p.derived or not excluded.derived)
          and (p.amount, p.compare_at_amount, p.derived) is distinct from (excluded.amount, excluded.compare_at_amount, excluded.derived)
      returning id, variant_id, currency, list_id, min_quantity, amount, compare_at_amount
    ), told as (
      insert into pricing.price_history (id, store_id, price_id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, actor, cause, trace_id, at)
      select g."historyId", ${ctx.storeId}, k.id, k.list_id, k.variant_id, k.currency, k.min_quantity, k.amount, k.compare_at_amount,
        ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()}
      from kept k join given g on g."variantId" = k.variant_id and g.currency = k.currency and g."listId" = k.list_id
        and g."minQuantity" = k.min_quantity
    )
    select distinct k.variant_id as "variantId", array(select bp.variant_id from catalog.bundle_part bp
      join catalog.bundle b on b.variant_id = bp.variant_id and b.price = 'sum' where bp.part_variant_id = k.variant_id) as bundles
    from kept k`.execute(ctx.db)
    for (const each of kept) {
      changed.add(each.variantId)
      for (const bundle of each.bundles) bundles.add(bundle)
    }
  }
  return { changed: [...changed], bundles: [...bundles] }
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
  return rows.map(({ variantId }) => variantId)
}
