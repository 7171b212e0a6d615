/**
 * The interface's messages. One typed place per language: a missing or misspelt word is a type error.
 * Words that belong to a mail live with the module that sends it; text of the merchant lives in the database.
 */
export { languageOf, languages, type Language } from './language.ts'
export { loadWords, wordsFor } from './loaded.ts'
export { plural } from './plural.ts'
export type { Words } from './words.en.ts'
