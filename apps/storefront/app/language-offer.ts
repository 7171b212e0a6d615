/**
 * The language that a browser would rather have, if the shop speaks it and this page is in another: offered in a
 * line above the page, never led to. Whoever says "stay" is not asked again.
 */
import { languageOf, wordsFor } from '@quayside/words'
import type { PageContext } from './context.ts'

/** The words are those of the language that is offered; the browser has none of them. */
export interface LanguageOffer {
  locale: string
  offer: string
}

export function languageOffer(page: PageContext, request: Request): LanguageOffer | null {
  const { locale, wishedLocale } = page
  const [here, wished] = [languageOf(locale), languageOf(wishedLocale)]
  if (here === wished || /(?:^|;\s*)stay=1/.test(request.headers.get('cookie') ?? '')) return null
  return { locale: wishedLocale, offer: wordsFor(wished).language.offer }
}

const YEAR = 31_536_000 // seconds

export const stayCookie = `stay=1; Path=/; Max-Age=${YEAR}; SameSite=Lax`
