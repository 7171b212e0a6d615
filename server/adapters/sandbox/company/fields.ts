/**
 * Reads a closed JSON object: every field named, typed and bounded; an unknown field is refused.
 *
 * All complaints are gathered, so that a caller mends them in one go.
 */
import { isCurrency, MOST } from './money.ts'
import { refusal } from './refusal.ts'

/** Returns the value, or throws the complaint as a plain string. */
type Reader<T> = (value: unknown) => T
type Shape = Record<string, Reader<unknown>>
type Read<S extends Shape> = { [K in keyof S]: ReturnType<S[K]> }

export function closed<S extends Shape>(body: unknown, shape: S): Read<S> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw refusal(400, 'invalid_request', 'The body must be a JSON object.')
  const given = body as Record<string, unknown>
  const complaints: Record<string, string> = Object.create(null) // so that `__proto__` is a name like any
  const read: Record<string, unknown> = {}
  for (const name of Object.keys(given))
    if (!Object.hasOwn(shape, name)) complaints[name] = 'is not a field of this request'
  for (const [name, reader] of Object.entries(shape)) {
    try {
      read[name] = reader(Object.hasOwn(given, name) ? given[name] : undefined)
    } catch (complaint) {
      complaints[name] = String(complaint)
    }
  }
  const names = Object.keys(complaints)
  if (names.length === 0) return read as Read<S>
  const sentence = names.map((name) => `${name} ${complaints[name]}`).join('; ')
  throw refusal(400, 'invalid_request', `${sentence.slice(0, 1000)}.`, complaints)
}

export function integer(least: number, most: number): Reader<number> {
  return (value) => {
    if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most)
      return value as number
    throw `must be a whole number from ${least} to ${most}`
  }
}

/** An amount in minor units: 1234 is 12.34 in EUR, 1234 in JPY and 1.234 in KWD. */
export const amount = integer(1, MOST)

export function rate(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value
  throw 'must be a number from 0 to 1'
}

export function text(longest: number): Reader<string> {
  return (value) => {
    if (typeof value !== 'string' || value.length === 0 || value.length > longest)
      throw `must be a text of 1 to ${longest} characters`
    if (value.includes('\0') || !value.isWellFormed()) throw 'must not hold NUL or broken characters'
    return value
  }
}

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return (value) => {
    if (choices.includes(value as T)) return value as T
    throw `must be one of ${choices.join(', ')}`
  }
}

export function currency(value: unknown): string {
  if (typeof value === 'string' && isCurrency(value)) return value
  throw 'must be an ISO 4217 code, like EUR'
}

export function webAddress(value: unknown): string {
  const address = text(2000)(value)
  const url = URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw 'must be an http or https address without a password in it'
  return url.href
}

export function locale(value: unknown): string {
  const tag = text(35)(value)
  try {
    return Intl.getCanonicalLocales(tag)[0]!
  } catch {
    throw 'must be a language tag, like en or de-AT'
  }
}

export function optional<T>(reader: Reader<T>, otherwise: T): Reader<T> {
  return (value) => (value === undefined ? otherwise : reader(value))
}
