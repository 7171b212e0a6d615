/**
 * What a store is: its name, languages, currencies, channels and markets.
 *
 * Read by every request, so it lives in memory as a snapshot; the committing step
 * of an order checks its version.
 */
import { sql } from 'kysely'
import type { Closed, Ctx, Scope } from '#kit/context.ts'
import type { App } from '#kit/app.ts'
import { Unavailable } from '#kit/failure.ts'
import type { ScopeHint, ScopeResolver } from '#kit/scope.ts'
import { snapshot } from '#kit/snapshot.ts'
import {
  Country,
  Currency,
  Email,
  Flag,
  Id,
  Int,
  List,
  Locale,
  Nullable,
  OneOf,
  Text,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { SEO, type SeoSettings } from './seo/seo.ts'
import {
  announcementsOf,
  letsIn,
  textIn,
  toldNow,
  type HeldAnnouncement,
} from './announcements/announcement.ts'

export const Store = shape('Store', {
  id: Id,
  code: Text(40),
  name: Text(120),
  email: Email,
  currency: Currency,
  locale: Locale,
  country: Country,
  timeZone: Text(60),
  /** Days from delivery in which goods may be sent back; null: the shop promises nothing beyond the law. */
  returnDays: Nullable(Int(1, 365)),
  /** Whether every page ends with the form by which readers ask for letters. */
  newsletterInFooter: Flag,
  version: Version,
})
export type Store = Static<typeof Store>

export const Channel = shape('Channel', {
  id: Id,
  code: Text(40),
  name: Text(120),
  holdMinutes: Int(1, 1440),
  holdOnCheckout: Flag,
  gaplessNumbers: Flag,
})
export type Channel = Static<typeof Channel>

export const Market = shape('Market', {
  id: Id,
  code: Text(40),
  name: Text(120),
  currency: Currency,
  countries: List(Country, 260),
  pricesIncludeTax: Flag,
  /** Where the tax of an order is rounded: of each line, or of their sum by rate. */
  taxRounding: OneOf('line', 'total'),
  version: Version,
})
export type Market = Static<typeof Market>

export interface Settings {
  store: Store
  channels: Channel[]
  markets: Market[]
  /** In the order of preference; each with the locale to fall back to. */
  locales: { code: string; fallback: string | null }[]
  currencies: string[]
  seo: SeoSettings
  announcements: HeldAnnouncement[]
}

export const settingsSnapshot = snapshot<Settings>('settings', async (db, storeId) => {
  const { rows } = await sql<Settings>`
    select
      json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'email', s.email, 'currency', s.currency,
        'locale', s.locale, 'country', s.country, 'timeZone', s.time_zone, 'returnDays', s.return_days, 'newsletterInFooter', s.newsletter_in_footer, 'version', s.version) as store,
      coalesce((select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'holdMinutes', c.hold_minutes,
        'holdOnCheckout', c.hold_on_checkout, 'gaplessNumbers', c.gapless_numbers) order by c.created_at, c.id)
        from settings.channel c where c.store_id = s.id and c.archived_at is null), '[]') as channels,
      coalesce((select json_agg(json_build_object('id', m.id, 'code', m.code, 'name', m.name, 'currency', m.currency,
        'countries', m.countries, 'pricesIncludeTax', m.prices_include_tax, 'taxRounding', m.tax_rounding, 'version', m.version) order by m.created_at, m.id)
        from settings.market m where m.store_id = s.id and m.archived_at is null), '[]') as markets,
      coalesce((select json_agg(json_build_object('code', l.code, 'fallback', l.fallback) order by l.position)
        from settings.locale l where l.store_id = s.id), '[]') as locales,
      coalesce((select json_agg(c.code order by c.position) from settings.currency c where c.store_id = s.id), '[]') as currencies,
      ${sql.raw(SEO)} as seo,
      ${announcementsOf} as announcements
    from settings.store s where s.id = ${storeId}`.execute(db)
  const [found] = rows
  if (!found) throw Unavailable({ retryAfterSeconds: 5 })
  return found
})

export function currentSettings(ctx: Ctx): Promise<Settings> {
  return ctx.app.snapshots.read(settingsSnapshot, ctx)
}

/** The market that sells to a country; the first one when nobody does. */
export function marketFor(settings: Settings, country?: string): Market {
  return (
    settings.markets.find((market) => country && market.countries.includes(country)) ?? settings.markets[0]!
  )
}

/** Where a shopper of a market most likely is: the store's own country, if the market serves it. Null: it serves none. */
export function likelyCountry({ store, markets }: Settings, marketId: string): string | null {
  const served = markets.find(({ id }) => id === marketId)?.countries ?? []
  return served.includes(store.country) ? store.country : (served[0] ?? null)
}

/** `de-AT`, `de`, `en`: where a missing text is looked for, in this order. */
export function localeChain(settings: Settings, locale: string): string[] {
  const chain = [locale]
  for (
    let next = settings.locales.find((each) => each.code === locale)?.fallback;
    next && !chain.includes(next);
  ) {
    chain.push(next)
    next = settings.locales.find((each) => each.code === next)?.fallback ?? null
  }
  return chain.includes(settings.store.locale) ? chain : [...chain, settings.store.locale]
}

/** What stands before the addresses of pages in a language: `/de`; nothing for the store's first, or one it does not speak. */
export function pagesIn({ store, locales }: Settings, locale: string): '' | `/${string}` {
  const spoken = locales.some(({ code }) => code === locale)
  return spoken && locale !== store.locale ? `/${locale}` : ''
}

const STORES_LIVE_MS = 5_000
/** Also for whoever names stores that do not exist. */
const LOOK_AGAIN_MS = 500

interface KnownStore {
  id: string
  domains: string[]
  timeZone: string
}
interface KnownStores {
  stores: KnownStore[]
  readAt: number
}
const known = new WeakMap<App, KnownStores>()

async function allStores(app: App): Promise<KnownStore[]> {
  const held = known.get(app)
  if (held && held.stores.length > 0 && performance.now() - held.readAt < STORES_LIVE_MS) return held.stores
  const { rows } = await sql<KnownStore>`
    select id, domains, time_zone as "timeZone" from settings.store order by created_at, id limit 1000`.execute(
    app.pool.db,
  )
  known.set(app, { stores: rows, readAt: performance.now() })
  return rows
}

/** One that was opened a moment ago may be missing in what is held. */
async function storeNamed(app: App, id: string): Promise<KnownStore | undefined> {
  const find = async () => (await allStores(app)).find((each) => each.id === id)
  const found = await find()
  if (found || performance.now() - known.get(app)!.readAt < LOOK_AGAIN_MS) return found
  known.delete(app)
  return find()
}

function storeAt(all: KnownStore[], name?: string): KnownStore | undefined {
  const host = name?.replace(/:\d+$/, '')
  return all.find((each) => host && each.domains.includes(host)) ?? all[0]
}

/** Resolves the store by its domain (else the first store) and the language, market and currency by what was asked for. */
export const scopeResolver: ScopeResolver = {
  async resolve(hint: ScopeHint, app: App): Promise<Scope> {
    const named = hint.storeId ? await storeNamed(app, hint.storeId) : undefined
    const store = named ?? storeAt(await allStores(app), hint.host)
    if (!store) throw Unavailable({ retryAfterSeconds: 5 })
    const settings = await app.snapshots.read(settingsSnapshot, { db: app.pool.db, storeId: store.id })
    return scopeOf(settings, hint, app.clock())
  },
  stores: allStores,
}

function scopeOf(settings: Settings, hint: ScopeHint, now: Date): Scope {
  const { store } = settings
  const wanted = hint.locale?.split(',').map((part) => part.split(';')[0]!.trim()) ?? []
  const spoken = settings.locales.map((each) => each.code)
  const locale =
    wanted
      .map((tag) => spoken.find((code) => code === tag) ?? spoken.find((code) => code === tag.split('-')[0]))
      .find(Boolean) ?? store.locale
  const channel = settings.channels.find((each) => each.code === hint.channel) ?? settings.channels[0]!
  const market =
    settings.markets.find((each) => each.code === hint.market) ??
    settings.markets.find((each) => each.currency === hint.currency) ??
    marketFor(settings, store.country)
  const currency =
    hint.currency && settings.currencies.includes(hint.currency) ? hint.currency : market.currency
  return {
    storeId: store.id,
    channelId: channel.id,
    marketId: market.id,
    locale,
    currency,
    timeZone: store.timeZone,
    closed: closedNow(settings, { channelId: channel.id, locale, now, bypass: hint.bypass }),
  }
}

interface Asking {
  channelId: string
  locale: string
  now: Date
  bypass: string | undefined
}

function closedNow(settings: Settings, { channelId, locale, now, bypass }: Asking): Closed | null {
  if (settings.announcements.length === 0) return null
  const told = toldNow(settings.announcements, channelId, now)
  const closing = told.filter(({ kind }) => kind === 'maintenance')
  const [first] = closing
  if (!first) return null
  return {
    until: first.endsAt === null ? null : new Date(first.endsAt),
    text: textIn(first, localeChain(settings, locale)),
    isLetIn: closing.every((each) => letsIn(each, bypass)),
  }
}
