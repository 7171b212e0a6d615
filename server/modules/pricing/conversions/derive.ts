/**
 * Writes the prices that follow from others by rate. A price that staff set themselves is never touched.
 *
 * Whoever changes a price and whoever derives all anew lock the variant, and read the rates after that and from the
 * database: so the later one sees what the earlier one did, and no price stays at a rate that is over.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { currentSettings } from '../../settings/index.ts'
import { pricesChanged } from '../events.ts'
import { putPrices, removePrices } from '../put.ts'
import { convert, readConversions, type Conversion } from './conversion.ts'

interface Source {
  variantId: string
  listId: string
  minQuantity: number
  amount: number
  compareAt: number | null
}

/** In the transaction of whoever changed the prices, and has locked the variants. */
export async function derivePrices(ctx: Ctx, variantIds: string[], cause: string): Promise<void> {
  const conversions = await readConversions(ctx.db, ctx.storeId)
  if (conversions.length > 0) await deriveBy(ctx, conversions, variantIds, cause)
}

/** In the order of their ids, so that two writers do not wait for each other in a circle. */
export async function lockVariants(ctx: Ctx, variantIds: string[]): Promise<void> {
  await sql`select 1 from catalog.variant where store_id = ${ctx.storeId} and id = any(${variantIds}::uuid[])
    order by id for no key update`.execute(ctx.db)
}

/** The variants are locked. Without `conversions` what followed from one that is over is taken away. */
export async function deriveBy(
  ctx: Ctx,
  conversions: readonly Conversion[],
  variantIds: string[],
  cause: string,
): Promise<void> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<Source>`
    select variant_id as "variantId", list_id as "listId", min_quantity as "minQuantity", amount, compare_at_amount as "compareAt"
    from pricing.price where store_id = ${ctx.storeId} and variant_id = any(${variantIds}::uuid[]) and currency = ${store.currency}`.execute(
    ctx.db,
  )
  const wanted = conversions.flatMap((conversion) =>
    rows.flatMap(({ amount, compareAt, ...source }) => {
      const converted = convert(amount, store.currency, conversion)
      const before = compareAt === null ? null : convert(compareAt, store.currency, conversion)
      if (converted === null) return []
      const row = {
        ...source,
        currency: conversion.currency,
        amount: converted,
        // Rounding may make both the same, and then there is nothing to strike through.
        compareAt: before !== null && before > converted ? before : null,
        derived: true,
      }
      return [row]
    }),
  )
  const { changed } = await putPrices(wanted, ctx, cause)
  const { rows: orphans } = await sql<{ id: string }>`
    select d.id from pricing.price d where d.store_id = ${ctx.storeId} and d.variant_id = any(${variantIds}::uuid[]) and d.derived
      and (not exists (select from pricing.conversion c where c.store_id = d.store_id and c.currency = d.currency and not c.ending)
        or not exists (select from pricing.price s where s.variant_id = d.variant_id and s.list_id = d.list_id
          and s.min_quantity = d.min_quantity and s.currency = ${store.currency}))`.execute(ctx.db)
  const gone =
    orphans.length > 0
      ? await removePrices(
          orphans.map(({ id }) => id),
          ctx,
          cause,
        )
      : []
  const ids = [...new Set([...changed, ...gone])]
  if (ids.length > 0) ctx.emit(pricesChanged, { ids })
}
