/** What staff may say of a market, and what is refused. */
import type { Ctx } from '#kit/context.ts'
import { failure, invalid } from '#kit/failure.ts'
import { Country, Flag, Key, List, OneOf, Text, Type } from '#kit/types.ts'
import { currentSettings } from '../settings.ts'

export const fields = {
  name: Text(120),
  countries: List(Country, 260),
  pricesIncludeTax: Flag,
  taxRounding: OneOf('line', 'total'),
}

export const MarketCodeTaken = failure(
  'settings.market_code_taken',
  409,
  Type.Object({ code: Key }, { additionalProperties: false }),
  {
    en: ({ code }) => `There is a market called ${code} already.`,
    de: ({ code }) => `Es gibt schon einen Markt namens ${code}.`,
    ar: ({ code }) => `توجد سوق باسم ${code} من قبل.`,
  },
)

/** A country belongs to one market, which decides its prices and its tax. */
export async function checkCountries(ctx: Ctx, countries: string[], marketId: string | null): Promise<void> {
  const { markets } = await currentSettings(ctx)
  countries.forEach((country, index) => {
    const other = markets.find((market) => market.id !== marketId && market.countries.includes(country))
    if (other) throw invalid(`countries.${index}`, 'taken', `${country} belongs to the market ${other.name}.`)
    if (countries.indexOf(country) < index)
      throw invalid(`countries.${index}`, 'duplicate', `${country} is named above.`)
  })
}
