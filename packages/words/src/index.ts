/**
 * The interface's messages, one typed place per language: a missing or misspelt word is a type error. And how money, days,
 * numbers and shortened texts are written, the same on pages, in mails and in documents.
 * Words that belong to a mail live with the module that sends it; text of the merchant lives in the database.
 */
export { dayIn, formatDate, formatDays, type DateLook } from './dates.ts'
export { languageOf, languages, type Language } from './language.ts'
export { loadWords, wordsFor } from './loaded.ts'
export { decimalsOf, formatMoney, plainAmount, type Money } from './money.ts'
export { countryName, formatNumber, formatShare, formatStars } from './numbers.ts'
export { plural } from './plural.ts'
export { truncate } from './truncate.ts'
export type { Words } from './words.en.ts'
