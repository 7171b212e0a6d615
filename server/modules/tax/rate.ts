/** A rate of tax as staff see it. */
import { sql } from 'kysely'
import { Country, Day, Flag, Id, Int, Nullable, Text, Version, shape, type Static } from '#kit/types.ts'

export const Region = Text(60)
export const PostalCode = Text(20)
export const BasisPoints = Int(0, 10_000)
/** Of a basis point, on top: 997 basis points and 50 hundredths are 9.975 %. */
export const Hundredths = Int(0, 99)
export const Layer = Int(0, 9)

export const TaxRate = shape(
  'TaxRate',
  {
    id: Id,
    categoryId: Id,
    country: Country,
    region: Nullable(Region),
    postalFrom: Nullable(PostalCode),
    postalTo: Nullable(PostalCode),
    layer: Layer,
    compound: Flag,
    name: Text(120),
    rateBasisPoints: BasisPoints,
    rateHundredths: Hundredths,
    startsOn: Day,
    endsOn: Nullable(Day),
    version: Version,
  },
  {
    description:
      '1900 basis points are 19 %. It holds from `startsOn` until the day before `endsOn`, for the country, a region of it or postal codes that begin with something from `postalFrom` to `postalTo`. Of each layer the rate of the narrowest place is charged, and layers add up; a compound one is charged on the taxes of the layers below as well.',
  },
)
export type TaxRate = Static<typeof TaxRate>

/** Columns of a TaxRate in its property names, of `tax.rate r`. */
export const rateColumns = sql`r.id, r.category_id as "categoryId", r.country, r.region, r.postal_from as "postalFrom",
  r.postal_to as "postalTo", r.layer, r.compound, r.name, r.rate_basis_points as "rateBasisPoints", r.rate_hundredths as "rateHundredths",
  r.starts_on as "startsOn", r.ends_on as "endsOn", r.version`
