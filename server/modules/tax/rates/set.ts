/**
 * Sets the rate that holds from a day on.
 *
 * The rate before it ends on that day; a later one that is known already begins when it
 * was to begin. A rate that starts on the same day is replaced and kept in the archive.
 * Orders keep the tax they were placed with.
 */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Country, Day, Id, Nullable, Text, Type } from '#kit/types.ts'
import { BasisPoints, Region, TaxRate, rateColumns } from '../rate.ts'
import { taxSnapshot } from '../tax.ts'

export const set = command({
  id: 'tax.rates.set',
  summary: 'Set a tax rate from a day on',
  description: 'Without `region` the rate is for the whole country, but for regions with one of their own.',
  rest: 'PUT /tax/rates',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({
    categoryId: Id,
    country: Country,
    region: Type.Optional(Nullable(Region)),
    name: Text(120),
    rateBasisPoints: BasisPoints,
    startsOn: Day,
  }),
  output: TaxRate,
  async run({ categoryId, country, region = null, name, rateBasisPoints, startsOn }, ctx) {
    // The lock on the category lets one change of its rates come after the other.
    const { rows: there } = await sql`select id from tax.category
      where store_id = ${ctx.storeId} and id = ${categoryId} and archived_at is null for update`.execute(
      ctx.db,
    )
    if (there.length === 0) throw invalid('categoryId', 'unknown', 'There is no such tax category.')
    const { rows: known } = await sql<TaxRate>`
      select ${rateColumns} from tax.rate r where r.store_id = ${ctx.storeId} and r.category_id = ${categoryId}
        and r.country = ${country} and r.region is not distinct from ${region}::text and r.archived_at is null
      order by r.starts_on, r.id`.execute(ctx.db)
    const endsOn = known.find((rate) => rate.startsOn > startsOn)?.startsOn ?? null
    const same = known.find((rate) => rate.startsOn === startsOn) ?? null
    const ended = known.filter(
      (rate) => rate.startsOn < startsOn && (rate.endsOn === null || rate.endsOn > startsOn),
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
      insert into tax.rate as r (id, store_id, category_id, country, region, name, rate_basis_points, starts_on, ends_on, created_at, updated_at)
      values (${newId()}, ${ctx.storeId}, ${categoryId}, ${country}, ${region}, ${tidy(name)}, ${rateBasisPoints}, ${startsOn}, ${endsOn}, ${ctx.now()}, ${ctx.now()})
      returning ${rateColumns}`.execute(ctx.db)
    const after = rows[0]!
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.rate', subjectId: after.id, before: same ?? ended[0] ?? null, after })
    return after
  },
})
