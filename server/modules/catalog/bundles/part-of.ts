/** What is in a bundle is not put away: the bundle would be sold out for ever, and nobody would know why. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { PartOfBundle } from '../failures.ts'

/** More are not named. */
const NAMED = 20

/**
 * Throws PartOfBundle where one of these variants, which were just put away, is in a bundle that was not.
 *
 * NOTE: asked after the rows were written, and so locked. Who puts a bundle together locks its parts first, too: one of the two
 * sees what the other did.
 */
export async function mustBeInNoBundle(ctx: Ctx, archived: string[]): Promise<void> {
  const { rows } = await sql<{ sku: string }>`
    select distinct b.sku from catalog.bundle_part bp join catalog.variant b on b.id = bp.variant_id and b.archived_at is null
    where bp.store_id = ${ctx.storeId} and bp.part_variant_id = any(${archived}::uuid[]) order by b.sku limit ${NAMED}`.execute(
    ctx.db,
  )
  if (rows.length > 0) throw PartOfBundle({ bundles: rows.map(({ sku }) => sku) })
}
