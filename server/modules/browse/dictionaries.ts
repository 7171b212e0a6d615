/** Which of PostgreSQL's dictionaries knows the endings of a language; of others words are taken as they stand. */
const DICTIONARIES: Record<string, string> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}

/** `de-AT` reads as German. */
export function dictionaryOf(locale: string): string {
  return DICTIONARIES[locale.split('-')[0]!] ?? 'simple'
}
