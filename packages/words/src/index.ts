/**
 * The interface's messages. One typed place per language: a missing or misspelt word is a type error.
 * Words that belong to a mail live with the module that sends it; text of the merchant lives in the database.
 */
import { en } from './words.en.ts'

export { plural } from './plural.ts'
export type Words = typeof en

/** English alone for now; an unknown language falls back to it. */
export const wordsFor = (_locale: string): Words => en
