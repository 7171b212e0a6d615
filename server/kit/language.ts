/**
 * The languages in which the shop itself speaks: in failures, mails and what it calls things. What a merchant writes
 * may be in any language; that is told by the store's own list.
 */
export const LANGUAGES = ['en', 'de', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** The same said in each language: one that is missing is a type error. */
export type InEach<T> = Readonly<Record<Language, T>>

const isSpoken = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag)

/** The first that is spoken of a list such as `de-AT,fr`, most wanted first; a region falls back to its language. */
export function languageOf(locales: string | undefined): Language {
  const wanted = (locales ?? '').split(',').map((tag) => tag.split('-', 1)[0]!.toLowerCase())
  return wanted.find(isSpoken) ?? 'en'
}

/** Which way its lines run. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
