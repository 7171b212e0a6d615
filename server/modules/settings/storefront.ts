/** What a shop window needs to know of the store before anything else. */
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Country, Currency, Flag, List, Locale, Text, shape } from '#kit/types.ts'
import { currentSettings } from './settings.ts'

export const Storefront = shape('Storefront', {
  name: Text(120),
  locale: Locale,
  currency: Currency,
  timeZone: Text(60),
  countries: List(shape('StorefrontCountry', { code: Country, name: Text(120) }), 260),
  demo: Flag,
})

export const storefront = query({
  id: 'settings.storefront',
  summary: 'The store as shoppers meet it',
  rest: 'GET /storefront',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: Storefront,
  async run(_, ctx) {
    const settings = await currentSettings(ctx)
    const names = new Intl.DisplayNames([ctx.scope.locale], { type: 'region' })
    const codes = [...new Set(settings.markets.flatMap((market) => market.countries))]
    return {
      name: settings.store.name,
      locale: ctx.scope.locale,
      currency: ctx.scope.currency,
      timeZone: ctx.scope.timeZone,
      countries: codes
        .map((code) => ({ code, name: names.of(code) ?? code }))
        .sort((a, b) => a.name.localeCompare(b.name, ctx.scope.locale)),
      demo: ctx.app.config.mode === 'demo',
    }
  },
})
