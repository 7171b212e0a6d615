/** Sets the VAT rates of all member states of the European Union from a day on, to begin with. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Day, Id, List, Type, Url, shape } from '#kit/types.ts'
import { taxSnapshot } from '../tax.ts'
import { OUTSIDE } from '../union/members.ts'
import { AS_OF, SOURCES, TERRITORIES, UNION_RATES } from '../union/rates.ts'
import { lockCategory, putRate } from './put.ts'

export const seedUnion = command({
  id: 'tax.rates.seedUnion',
  summary: 'Set the VAT rates of the European Union',
  description:
    'As published on the day that the answer names. What a country taxes less gets the highest of its reduced rates; see which of your goods are taxed lower still.',
  rest: 'PUT /tax/rates/union',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({ standardCategoryId: Id, reducedCategoryId: Type.Optional(Id), startsOn: Day }),
  output: shape('UnionRatesSet', { rates: Count, asOf: Day, sources: List(Url, 10) }),
  async run({ standardCategoryId, reducedCategoryId, startsOn }, ctx) {
    const wanted = [
      ['standardCategoryId', standardCategoryId],
      ...(reducedCategoryId ? [['reducedCategoryId', reducedCategoryId]] : []),
    ] as [string, string][]
    // In the order of ids, as everybody who locks more than one.
    for (const [field, id] of wanted.toSorted(([, one], [, other]) => (one < other ? -1 : 1)))
      await lockCategory(ctx, id, field)
    let rates = 0
    for (const [field, categoryId] of wanted)
      for (const rate of ratesOf(field === 'standardCategoryId' ? 'standard' : 'reduced')) {
        await putRate(ctx, { ...rate, categoryId, startsOn })
        rates++
      }
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.rate', subjectId: ctx.storeId, before: null, after: { asOf: AS_OF, rates } })
    return { rates, asOf: AS_OF, sources: SOURCES }
  },
})

function ratesOf(kind: 'standard' | 'reduced') {
  const everywhere = { region: null, layer: 0, compound: false, rateHundredths: 0 }
  const within = [
    ...UNION_RATES.map((each) => ({ ...each, postalFrom: null, postalTo: null })),
    ...TERRITORIES,
  ].map(({ country, name, postalFrom, postalTo, standard, reduced }) => {
    const rateBasisPoints = kind === 'standard' ? standard : (reduced.at(-1) ?? standard)
    return { ...everywhere, country, name, postalFrom, postalTo, rateBasisPoints }
  })
  const outside = Object.entries(OUTSIDE).flatMap(([country, places]) =>
    places.flatMap(({ name, postalCodes }) =>
      postalCodes.map((code) => ({
        ...everywhere,
        country,
        name: `No VAT (${name})`,
        postalFrom: code,
        postalTo: code,
        rateBasisPoints: 0,
      })),
    ),
  )
  return [...within, ...outside]
}
