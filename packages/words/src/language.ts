/** The languages that the interface speaks, and which of them a reader gets. */
export const languages = ['en', 'de', 'ar'] as const
export type Language = (typeof languages)[number]

const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag)

/** The first of these locales that the interface speaks, `de` for `de-AT`; English if it speaks none. */
export function languageOf(...locales: string[]): Language {
  return locales.map((locale) => locale.split('-')[0]!.toLowerCase()).find(isLanguage) ?? 'en'
}
