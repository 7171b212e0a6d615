/**
 * What the header and footer need. A failure here must not take the page down: the frame is then drawn
 * without menus and cart, and the page itself tells what is wrong.
 */
import { languageOf } from '@quayside/words'
import type { PageContext } from './context.ts'

export type Frame = Awaited<ReturnType<typeof readFrame>>
export type Shelf = { slug: string; name: string }

export async function readFrame(page: PageContext) {
  const { store, session, closed } = page
  const isStranger = session.kind === 'anonymous' || closed !== null
  const orNothing = <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error: unknown) => {
      page.report(error)
      return null
    })
  const [shop, categories, menus, current, liked] = await Promise.all([
    orNothing(store.settings.storefront({})),
    closed ? null : orNothing(store.browse.categories({})),
    closed ? null : orNothing(store.content.navigation({})),
    isStranger ? null : orNothing(store.cart.current({})),
    isStranger ? null : orNothing(store.wishlists.marks({})),
  ])
  const shelves: Shelf[] = (categories?.items ?? [])
    .filter((category) => category.parentId === null)
    .map(({ slug, name }) => ({ slug, name }))
  return {
    shop: shop?.name ?? 'Quayside',
    demo: shop?.demo ?? false,
    returnDays: shop?.returnDays ?? null,
    newsletterInFooter: shop?.newsletterInFooter ?? false,
    locale: page.locale,
    base: page.base,
    language: languageOf(page.locale, page.firstLocale),
    direction: directionOf(page.locale),
    locales: shop?.locales ?? [],
    titles: shop?.titles ?? [],
    market: shop?.market ?? '',
    markets: shop?.markets ?? [],
    pricesIncludeTax: shop?.markets.find(({ code }) => code === shop.market)?.pricesIncludeTax ?? true,
    closed,
    announcements: shop?.announcements ?? [],
    timeZone: shop?.timeZone ?? page.timeZone,
    shelves,
    menus: menus ?? { header: [], footer: [], slots: [] },
    cartCount: current?.cart?.itemCount ?? 0,
    /** Products on the visitor's lists. */
    marks: liked?.productIds ?? [],
    signedIn: session.kind === 'person',
    name: session.name,
    origin: page.origin,
    traceId: page.traceId,
    formToken: page.formToken ?? '',
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(locale.split('-')[0]!) ? 'rtl' : 'ltr'
