/** The writer of prices: sets, keeps the history, derives what follows by rate or by being in a bundle, tells. At most 1,000 rows. */
import type { Ctx } from '#kit/context.ts'
import { followParts } from './bundles.ts'
import { derivePrices } from './conversions/derive.ts'
import { pricesChanged } from './events.ts'
import { ensureBaseList } from './lists.ts'
import { putPrices } from './put.ts'

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
  if (rows.length === 0) return
  const baseId = await ensureBaseList(ctx)
  const given = rows.map((row) => ({
    compareAt: null,
    listId: baseId,
    minQuantity: 1,
    ...row,
    derived: false,
  }))
  const { bundles } = await putPrices(given, ctx, cause)
  const variantIds = [...new Set(rows.map((row) => row.variantId))]
  ctx.emit(pricesChanged, { ids: variantIds })
  await derivePrices(ctx, variantIds, cause)
  if (bundles.length > 0) await followParts(ctx, bundles)
}
