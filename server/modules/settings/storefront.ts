/** What a shop window needs to know of the store before anything else. */
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Country, Currency, Flag, Int, List, Locale, Nullable, Text, shape } from '#kit/types.ts'
import { currentSettings, pagesIn } from './settings.ts'

const StorefrontLocale = shape('StorefrontLocale', {
  code: Locale,
  /** In the language itself: `Deutsch`. */
  name: Text(120),
  /** Where the pages in it begin: `/de`, or nothing for the store's first language. */
  path: Text(40, { min: 0 }),
})

export const Storefront = shape('Storefront', {
  name: Text(120),
  locale: Locale,
  /** The store's first language first. */
  locales: List(StorefrontLocale, 50),
  currency: Currency,
  timeZone: Text(60),
  /** Where a shopper most likely is: the store's own country where their market serves it. */
  country: Nullable(Country),
  countries: List(shape('StorefrontCountry', { code: Country, name: Text(120) }), 260),
  /** Days from delivery in which goods may be sent back; null: nothing beyond the law. */
  returnDays: Nullable(Int(1, 365)),
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
    const served = settings.markets.find(({ id }) => id === ctx.scope.marketId)?.countries ?? codes
    const { country } = settings.store
    return {
      name: settings.store.name,
      locale: ctx.scope.locale,
      locales: settings.locales.map(({ code }) => ({
        code,
        name: nameOf(code),
        path: pagesIn(settings, code),
      })),
      currency: ctx.scope.currency,
      timeZone: ctx.scope.timeZone,
      country: served.includes(country) ? country : (served[0] ?? null),
      countries: codes
        .map((code) => ({ code, name: names.of(code) ?? code }))
        .sort((a, b) => a.name.localeCompare(b.name, ctx.scope.locale)),
      returnDays: settings.store.returnDays,
      demo: ctx.app.config.mode === 'demo',
    }
  },
})

/** In the language itself; a tag that is well formed and yet names none stands for itself. */
function nameOf(code: string): string {
  const [known] = Intl.DisplayNames.supportedLocalesOf(canonical(code))
  return known ? (new Intl.DisplayNames([known], { type: 'language' }).of(known) ?? code) : code
}

function canonical(code: string): string[] {
  try {
    return Intl.getCanonicalLocales(code)
  } catch {
    return []
  }
}
