/** One field at fault, and what is said of it in each language. */
import { FAULTS, NOT_VALID } from './fault-words.ts'
import type { InEach, Language } from './language.ts'

/** `path` as in the input (`lines.0.quantity`), `message` in English. */
export interface FieldError {
  path: string
  code: string
  message: string
}

/** NOTE: out of sight, so that a fault stays what it is on the wire. */
const words = Symbol.for('quayside.fault.words')

/** A message in English alone is told by its code in other languages: enough for staff, not for shoppers. */
export function fault(path: string, code: string, message: string | InEach<string>): FieldError {
  const made = { path, code, message: typeof message === 'string' ? message : message.en }
  return typeof message === 'string' ? made : Object.defineProperty(made, words, { value: message })
}

/** The same fault where it lies in something larger. */
export function moved(path: string, given: FieldError): FieldError {
  return fault(path, given.code, wordsOf(given) ?? given.message)
}

export function messageOf(given: FieldError, language: Language): string {
  if (language === 'en') return given.message
  return (wordsOf(given) ?? FAULTS[given.code] ?? NOT_VALID)[language]
}

function wordsOf(given: FieldError): InEach<string> | undefined {
  return (given as { [words]?: InEach<string> })[words]
}
