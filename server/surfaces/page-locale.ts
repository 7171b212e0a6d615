/**
 * In which language a page is: its address says so, and nothing else. The store's first language stands without
 * a prefix, the others behind theirs: `/cart`, `/de/cart`.
 *
 * What the browser would rather read is only offered; an address means the same page to everybody.
 */
import type { App } from '#kit/app.ts'
import { scopes, type ScopeHint } from '#kit/scope.ts'

export interface PageLocale {
  locale: string
  /** What stands before every address of the pages in this language: `/de`, or nothing. */
  base: string
  /** The language without a prefix. */
  firstLocale: string
  /** The store's language that suits the browser best. */
  wishedLocale: string
}

export const PLAIN: PageLocale = { locale: 'en', base: '', firstLocale: 'en', wishedLocale: 'en' }

const PREFIX = /^\/([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(?=[/.?]|$)/

export async function pageLocale(app: App, hint: ScopeHint, url: string): Promise<PageLocale> {
  const spoken = async (locale: string | undefined) =>
    (await app.port(scopes).resolve({ ...hint, locale }, app)).locale
  const firstLocale = await spoken(undefined)
  const wishedLocale = await spoken(hint.locale)
  const named = PREFIX.exec(url)?.[1]
  return named && (await spoken(named)) === named
    ? { locale: named, base: `/${named}`, firstLocale, wishedLocale }
    : { locale: firstLocale, base: '', firstLocale, wishedLocale }
}
