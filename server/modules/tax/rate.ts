/** A rate of tax as staff see it. */
import { sql } from 'kysely'
import { Country, Day, Id, Int, Nullable, Text, Version, shape, type Static } from '#kit/types.ts'

export const Region = Text(60)
export const BasisPoints = Int(0, 10_000)

export const TaxRate = shape(
  'TaxRate',
  {
    id: Id,
    categoryId: Id,
    country: Country,
    region: Nullable(Region),
    name: Text(120),
    rateBasisPoints: BasisPoints,
    startsOn: Day,
    endsOn: Nullable(Day),
    version: Version,
  },
  { description: '1900 basis points are 19 %. It holds from `startsOn` until the day before `endsOn`.' },
)
export type TaxRate = Static<typeof TaxRate>

/** Columns of a TaxRate in its property names, of `tax.rate r`. */
export const rateColumns = sql`r.id, r.category_id as "categoryId", r.country, r.region, r.name, r.rate_basis_points as "rateBasisPoints",
  r.starts_on as "startsOn", r.ends_on as "endsOn", r.version`
