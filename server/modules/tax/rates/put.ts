/** One rate from a day on, silent: who calls raises the snapshot and tells of the change. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { rateColumns, type TaxRate } from '../rate.ts'

export type GivenRate = Omit<TaxRate, 'id' | 'endsOn' | 'version'>

/** Locks a category, so that one change of its rates comes after the other; names `field` when there is none. */
export async function lockCategory(ctx: Ctx, categoryId: string, field = 'categoryId'): Promise<void> {
  const { rows } = await sql`select id from tax.category
    where store_id = ${ctx.storeId} and id = ${categoryId} and archived_at is null for update`.execute(ctx.db)
  if (rows.length === 0) throw invalid(field, 'unknown', 'There is no such tax category.')
}

/** The rate before it in the same place and layer ends on its first day. The category is locked. */
export async function putRate(
  ctx: Ctx,
  rate: GivenRate,
): Promise<{ before: TaxRate | null; after: TaxRate }> {
  const { categoryId, country, region, postalFrom, postalTo, layer, compound, name, startsOn } = rate
  const { rows: known } = await sql<TaxRate>`
    select ${rateColumns} from tax.rate r where r.store_id = ${ctx.storeId} and r.category_id = ${categoryId}
      and r.country = ${country} and r.region is not distinct from ${region}::text and r.layer = ${layer}
      and r.postal_from is not distinct from ${postalFrom}::text and r.postal_to is not distinct from ${postalTo}::text
      and r.archived_at is null
    order by r.starts_on, r.id`.execute(ctx.db)
  const endsOn = known.find((each) => each.startsOn > startsOn)?.startsOn ?? null
  const same = known.find((each) => each.startsOn === startsOn) ?? null
  const ended = known.filter(
    (each) => each.startsOn < startsOn && (each.endsOn === null || each.endsOn > startsOn),
  )
  // Two statements: the new row may start only once the old one of that day is archived.
  await sql`
    update tax.rate set version = version + 1, updated_at = ${ctx.now()},
      ends_on = case when id = ${same?.id ?? null}::uuid then ends_on else ${startsOn}::date end,
      archived_at = case when id = ${same?.id ?? null}::uuid then ${ctx.now()}::timestamptz end
    where store_id = ${ctx.storeId} and id = any(${[...ended, ...(same ? [same] : [])].map(({ id }) => id)}::uuid[])`.execute(
    ctx.db,
  )
  const { rows } = await sql<TaxRate>`
    insert into tax.rate as r (id, store_id, category_id, country, region, postal_from, postal_to, layer, compound, name,
      rate_basis_points, rate_hundredths, starts_on, ends_on, created_at, updated_at)
    values (${newId()}, ${ctx.storeId}, ${categoryId}, ${country}, ${region}, ${postalFrom}, ${postalTo}, ${layer}, ${compound}, ${name},
      ${rate.rateBasisPoints}, ${rate.rateHundredths}, ${startsOn}, ${endsOn}, ${ctx.now()}, ${ctx.now()})
    returning ${rateColumns}`.execute(ctx.db)
  return { before: same ?? ended[0] ?? null, after: rows[0]! }
}
