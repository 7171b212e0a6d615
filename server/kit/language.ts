/**
 * The languages in which the shop itself speaks: in failures, mails and what it calls things. What a merchant writes
 * may be in any language; that is told by the store's own list.
 */
import { languageOf as firstOf, languages, type Language } from '@quayside/words'

export { languages as LANGUAGES, type Language }

/** The same said in each language: one that is missing is a type error. */
export type InEach<T> = Readonly<Record<Language, T>>

/** The first that is spoken of a list such as `de-AT,fr`, most wanted first; a region falls back to its language. */
export const languageOf = (locales: string | undefined): Language => firstOf(...(locales ?? '').split(','))

/** The first of these locales in whose language the shop speaks, its region with it: `de-AT` writes its dates its own way. */
export function spokenOf(...locales: string[]): string {
  const language = firstOf(...locales)
  return locales.find((locale) => locale.split('-', 1)[0]!.toLowerCase() === language) ?? language
}

/** Which way its lines run. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** A name or a code inside a sentence of either direction: signs that show nothing keep it whole. */
export const isolated = (text: string | number): string => `\u2068${text}\u2069`
