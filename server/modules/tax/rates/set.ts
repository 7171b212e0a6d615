/**
 * Sets the rate that holds from a day on.
 *
 * The rate before it ends on that day; a later one that is known already begins when it
 * was to begin. A rate that starts on the same day is replaced and kept in the archive.
 * Orders keep the tax they were placed with.
 */
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Country, Day, Flag, Id, Nullable, Text, Type } from '#kit/types.ts'
import { plainPostalCode } from '../postal-code.ts'
import { BasisPoints, Hundredths, Layer, PostalCode, Region, TaxRate } from '../rate.ts'
import { taxSnapshot } from '../tax.ts'
import { lockCategory, putRate } from './put.ts'

export const set = command({
  id: 'tax.rates.set',
  summary: 'Set a tax rate from a day on',
  description:
    'Without `region` and `postalFrom` the rate is for the whole country, but for places with one of their own in the same `layer`. Without `postalTo` it is for postal codes that begin with `postalFrom`.',
  rest: 'PUT /tax/rates',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({
    categoryId: Id,
    country: Country,
    region: Type.Optional(Nullable(Region)),
    postalFrom: Type.Optional(Nullable(PostalCode)),
    postalTo: Type.Optional(Nullable(PostalCode)),
    layer: Type.Optional(Layer),
    compound: Type.Optional(Flag),
    name: Text(120),
    rateBasisPoints: BasisPoints,
    rateHundredths: Type.Optional(Hundredths),
    startsOn: Day,
  }),
  output: TaxRate,
  async run(given, ctx) {
    const { region = null, layer = 0, compound = false, rateHundredths = 0 } = given
    const { categoryId, country, rateBasisPoints, startsOn } = given
    if (compound && layer === 0)
      throw invalid('compound', 'nothing_below', 'A tax on taxes needs a layer below its own.')
    if (rateBasisPoints === 10_000 && rateHundredths > 0)
      throw invalid('rateHundredths', 'too_large', 'A rate is 100 % at most.')
    const name = tidy(given.name)
    const rate = {
      categoryId,
      country,
      region,
      layer,
      compound,
      name,
      rateBasisPoints,
      rateHundredths,
      startsOn,
    }
    await lockCategory(ctx, categoryId)
    const { before, after } = await putRate(ctx, { ...rate, ...postalCodes(given) })
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.rate', subjectId: after.id, before, after })
    return after
  },
})

interface Given {
  postalFrom?: string | null
  postalTo?: string | null
}

/** As they are kept, both or none. */
function postalCodes({ postalFrom = null, postalTo = postalFrom }: Given) {
  if (postalFrom === null && postalTo !== null)
    throw invalid('postalFrom', 'missing', 'A range of postal codes has a beginning.')
  if (postalFrom === null || postalTo === null) return { postalFrom: null, postalTo: null }
  const [from, to] = [plainPostalCode(postalFrom), plainPostalCode(postalTo)]
  if (from === '') throw invalid('postalFrom', 'postal_code', 'A postal code has letters or digits.')
  if (to === '') throw invalid('postalTo', 'postal_code', 'A postal code has letters or digits.')
  if (from > to && !from.startsWith(to))
    throw invalid('postalTo', 'too_low', 'The range ends before it begins.')
  return { postalFrom: from, postalTo: to }
}
