/** What a shop window needs to know of the store before anything else. */
import { countryName } from '@quayside/words'
import type { Static } from '#kit/types.ts'
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Country, Currency, Flag, Id, Int, Key, List, Locale, Nullable, Text, shape } from '#kit/types.ts'
import { MOST_ANNOUNCEMENTS, textIn, toldNow } from './announcements/announcement.ts'
import { settingsChanged } from './events.ts'
import { PageKind, SeoSettings, TitlePattern, isListed, titlesIn } from './seo/seo.ts'
import { currentSettings, likelyCountry, localeChain, pagesIn, type Settings } from './settings.ts'

const StorefrontLocale = shape('StorefrontLocale', {
  code: Locale,
  /** In the language itself: `Deutsch`. */
  name: Text(120),
  /** Where the pages in it begin: `/de`, or nothing for the store's first language. */
  path: Text(40, { min: 0 }),
})

/** A choice for shoppers: whose currency, and whether prices are told with tax. */
const StorefrontMarket = shape('StorefrontMarket', {
  code: Key,
  name: Text(120),
  currency: Currency,
  /** In the language of the answer: `Japanese Yen`. */
  currencyName: Text(120),
  pricesIncludeTax: Flag,
})

const ShownAnnouncement = shape('ShownAnnouncement', {
  id: Id,
  /** In the language of the answer, as far as it is there. */
  text: Text(300),
  link: Nullable(Text(300)),
  dismissible: Flag,
})

export const Storefront = shape('Storefront', {
  name: Text(120),
  locale: Locale,
  /** The store's first language first. */
  locales: List(StorefrontLocale, 50),
  currency: Currency,
  /** The code of the market that prices are told for. */
  market: Key,
  markets: List(StorefrontMarket, 500),
  timeZone: Text(60),
  /** Where a shopper most likely is: the store's own country where their market serves it. */
  country: Nullable(Country),
  countries: List(shape('StorefrontCountry', { code: Country, name: Text(120) }), 260),
  /** For a bar above the pages, the newest first. */
  announcements: List(ShownAnnouncement, MOST_ANNOUNCEMENTS),
  /** Days from delivery in which goods may be sent back; null: nothing beyond the law. */
  returnDays: Nullable(Int(1, 365)),
  /** Whether every page ends with the form by which readers ask for letters. */
  newsletterInFooter: Flag,
  demo: Flag,
  /** Whether search engines may list what this channel shows. */
  indexed: Flag,
  /** Addresses that they are asked to pass over, besides those that the pages name themselves. */
  disallow: SeoSettings.properties.disallow,
  /** How the titles of pages are put together: `{title} · {shop}`. A kind that is not named is titled as the pages like. */
  titles: List(shape('StorefrontTitle', { kind: PageKind, title: TitlePattern }), 10),
})

export const storefront = query({
  id: 'settings.storefront',
  summary: 'The store as shoppers meet it',
  rest: 'GET /storefront',
  audience: 'shop',
  whenClosed: true,
  access: anyone,
  input: Nothing,
  output: Storefront,
  endedBy: [settingsChanged],
  async run(_, ctx) {
    const settings = await currentSettings(ctx)
    return {
      name: settings.store.name,
      locale: ctx.scope.locale,
      ...namesIn(settings, ctx.scope.locale),
      currency: ctx.scope.currency,
      market: settings.markets.find(({ id }) => id === ctx.scope.marketId)!.code,
      timeZone: ctx.scope.timeZone,
      country: likelyCountry(settings, ctx.scope.marketId),
      announcements: toldNow(settings.announcements, ctx.scope.channelId, ctx.now())
        .filter(({ kind }) => kind === 'bar')
        .map((each) => ({
          id: each.id,
          text: textIn(each, localeChain(settings, ctx.scope.locale)),
          link: each.link,
          dismissible: each.dismissible,
        })),
      returnDays: settings.store.returnDays,
      newsletterInFooter: settings.store.newsletterInFooter,
      indexed: isListed(settings, ctx.scope.channelId),
      disallow: settings.seo.disallow,
      titles: titlesIn(settings, localeChain(settings, ctx.scope.locale)),
      demo: ctx.app.config.mode === 'demo',
    }
  },
})

type Names = Pick<Static<typeof Storefront>, 'locales' | 'markets' | 'countries'>

const known = new WeakMap<Settings, Map<string, Names>>()

/** Each page asks, and finding names takes longer than all the rest: found once for as long as the settings hold. */
function namesIn(settings: Settings, locale: string): Names {
  const byLocale = known.get(settings) ?? new Map<string, Names>()
  known.set(settings, byLocale)
  const names = byLocale.get(locale) ?? findNames(settings, locale)
  byLocale.set(locale, names)
  return names
}

function findNames(settings: Settings, locale: string): Names {
  const currencies = new Intl.DisplayNames([locale], { type: 'currency' })
  const codes = [...new Set(settings.markets.flatMap((market) => market.countries))]
  return {
    locales: settings.locales.map(({ code }) => ({
      code,
      name: nameOf(code),
      path: pagesIn(settings, code),
    })),
    markets: settings.markets.map(({ code, name, currency, pricesIncludeTax }) => ({
      code,
      name,
      currency,
      currencyName: currencies.of(currency) ?? currency,
      pricesIncludeTax,
    })),
    countries: codes
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
  }
}

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
