/** Bundles have no stock of their own: they are made of what their parts are made of. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { BundlesFollow } from '../catalog/index.ts'
import { stockChanged } from './events.ts'

/** What is no bundle any more is counted anew, as if it were new. */
export const followParts: BundlesFollow = async (ctx: Ctx, variantIds: string[]) => {
  await sql`select inventory.follow_parts(${variantIds}::uuid[])`.execute(ctx.db)
  ctx.emit(stockChanged, { ids: variantIds })
}
