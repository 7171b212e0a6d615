/**
 * The vocabulary of shapes: every input, output, event and failure is made of these.
 *
 * Each scalar carries `scalar`, the name the surfaces project it by (GraphQL
 * scalar, proto type, SQL type). A bare `Type.String()` or `Type.Integer()` says
 * nothing about its limits and is refused by the shapes walk.
 */
import { Type, type Static, type TEnum, type TObject, type TProperties, type TSchema } from 'typebox'
import { Set as setFormat } from 'typebox/format'
import { isGtin } from './gtin.ts'
import { isText } from './text.ts'

setFormat('text', isText)
setFormat('words', (value) => isText(value) && (value === '' || /\S/u.test(value)))
setFormat(
  'instant',
  (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) && isReal(value, 19),
)
setFormat('day', (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isReal(value, 10))
setFormat('gtin', isGtin)
setFormat('weburl', (value) => isText(value) && /^https?:\/\//.test(value) && URL.canParse(value))

/** `Date.parse` takes 30 February for 2 March, and PostgreSQL has no year 0: both are refused here, not there. */
function isReal(text: string, length: number): boolean {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || text.startsWith('0000')) return false
  return at.toISOString().slice(0, length) === text.slice(0, length)
}

export const MAX_SAFE = Number.MAX_SAFE_INTEGER

/** A public id: UUID version 7 text, lower case. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  maxLength: 36,
  scalar: 'Id',
})
export type Id = Static<typeof Id>

/** Text for people: 1 to `max` UTF-16 units, not only white space, no NUL, no lone surrogate. */
export function Text(max: number, options: { min?: number } = {}) {
  const minLength = options.min ?? 1
  return Type.String({ format: minLength > 0 ? 'words' : 'text', minLength, maxLength: max, scalar: 'Text' })
}

/** A part of a URL: letters and digits of any script, joined by single hyphens. */
export const Slug = Type.String({
  pattern: '^[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)*$',
  maxLength: 120,
  scalar: 'Slug',
})
/** A short machine word such as a role or method name: `a-z`, digits, `_`, `-`, `.`. */
export const Key = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.\\-]*$', maxLength: 80, scalar: 'Key' })
/** An opaque secret or cursor made by the store. */
export const Token = Type.String({
  pattern: '^[A-Za-z0-9_.\\-]+$',
  minLength: 8,
  maxLength: 512,
  scalar: 'Token',
})
/** An e-mail address, at most 254 characters (RFC 5321). */
export const Email = Type.String({ format: 'email', maxLength: 254, scalar: 'Email' })
/** A phone number in E.164 form, such as +4915112345678. */
export const Phone = Type.String({ pattern: '^\\+[1-9][0-9]{6,14}$', maxLength: 16, scalar: 'Phone' })
/** The number under a bar code: 8, 12, 13 or 14 digits, of which the last checks the others. */
export const Gtin = Type.String({ format: 'gtin', maxLength: 14, scalar: 'Gtin' })
/** ISO 3166-1 alpha-2 country code. */
export const Country = Type.String({ pattern: '^[A-Z]{2}$', maxLength: 2, scalar: 'Country' })
/** ISO 4217 currency code. */
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', maxLength: 3, scalar: 'Currency' })
/** BCP 47 language tag, such as `en` or `de-AT`. */
export const Locale = Type.String({
  pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  maxLength: 35,
  scalar: 'Locale',
})
/** An absolute http or https address. */
export const Url = Type.String({ format: 'weburl', maxLength: 2048, scalar: 'Url' })
/** A link into the store itself (`/...`) or an absolute http address. */
export const Link = Type.String({
  pattern: '^(https?://|/(?!/))[^\\s\\\\]*$',
  maxLength: 2048,
  scalar: 'Link',
})
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export const Instant = Type.String({ format: 'instant', maxLength: 24, scalar: 'Instant' })
/** A calendar day, `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'day', maxLength: 10, scalar: 'Day' })
/** A decimal number as text, for what needs more than an integer. */
export const Decimal = Type.String({
  pattern: '^-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?$',
  maxLength: 29,
  scalar: 'Decimal',
})

export const Flag = Type.Boolean()

/** A whole number inside 32 bits; the unit belongs in the property's name. */
export function Int(minimum: number, maximum: number) {
  return Type.Integer({ minimum, maximum, scalar: 'Int' })
}

/** A whole number that may pass 32 bits, 0 to 2^53-1. */
export const Count = Type.Integer({ minimum: 0, maximum: MAX_SAFE, scalar: 'Count' })
/** Raised by each write of an aggregate; callers send it back as `expectedVersion`. */
export const Version = Int(1, 2_147_483_647)

/** An amount in minor units of its currency (cents for EUR, whole yen for JPY). */
export const Minor = Type.Integer({ minimum: -MAX_SAFE, maximum: MAX_SAFE, scalar: 'Minor' })
export const Money = shape('Money', { amount: Minor, currency: Currency })
export type Money = Static<typeof Money>

/** An object with a name and no unknown properties. */
export function shape<const Name extends string, P extends TProperties>(
  name: Name,
  properties: P,
  options: { description?: string } = {},
) {
  return Type.Object(properties, { $id: name, additionalProperties: false, ...options })
}

/** One of a closed list of snake_case words. Clients must bear new words. */
export function OneOf<Word extends string>(...words: [Word, ...Word[]]): TEnum<Word[]> {
  return Type.Enum(words as Word[], { type: 'string', scalar: 'OneOf' }) as TEnum<Word[]>
}

/** A list of words under its own name, for words that several shapes share; unnamed ones are called after their place. */
export function Words<const Name extends string, Word extends string>(
  name: Name,
  ...words: [Word, ...Word[]]
): TEnum<Word[]> {
  return Type.Enum(words as Word[], { $id: name, type: 'string', scalar: 'OneOf' }) as TEnum<Word[]>
}

/** A union told apart by one literal property; every arm is a named shape. */
export function Variants<const Name extends string, Arms extends TObject[]>(
  name: Name,
  tag: string,
  arms: [...Arms],
) {
  return Type.Union(arms, { $id: name, discriminator: { propertyName: tag } })
}

export function Nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** A list that says how long it may get. */
export function List<T extends TSchema>(items: T, maxItems: number, options: { minItems?: number } = {}) {
  return Type.Array(items, { maxItems, ...options })
}

/** Values of a store's own declared custom fields. The declared schema checks the inside. */
export const Custom = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), {
  $id: 'Custom',
  scalar: 'Custom',
  maxProperties: 64,
})

export { Type }
export type { Static, TObject, TProperties, TSchema }
