/**
 * Fields of a store's own as shoppers meet them: beside a product, on a line of their cart and in their account.
 *
 * What has no label is the store's own business, and is told nowhere here. Who writes them: `custom.ts`.
 */
import { fieldsOf, type CustomField, type CustomValues, type Declaring, type InWords } from './custom.ts'
import {
  Day,
  Decimal,
  Flag,
  Key,
  List,
  Nullable,
  Text,
  Words,
  shape,
  type Static,
  type TSchema,
} from './types.ts'

const value = {
  text: Nullable(Text(2_048)),
  number: Nullable(Decimal),
  flag: Nullable(Flag),
  day: Nullable(Day),
}
const NO_VALUE = { text: null, number: null, flag: null, day: null }

export const OwnField = shape(
  'OwnField',
  { key: Key, name: Text(120), ...value },
  {
    description: 'A field that the store has declared for itself; its value stands in one of the last four.',
  },
)
export type OwnField = Static<typeof OwnField>

/** More words cannot be offered to choose from. */
const MOST_CHOICES = 300
const FieldChoice = shape('FieldChoice', { value: Text(200), name: Text(200) })

export const AskedField = shape(
  'AskedField',
  {
    ...OwnField.properties,
    kind: Words(
      'AskedFieldKind',
      'text',
      'email',
      'phone',
      'url',
      'integer',
      'decimal',
      'flag',
      'day',
      'choice',
    ),
    /** What may be chosen; `text` is the name of what was. */
    choices: List(FieldChoice, MOST_CHOICES),
    isWritable: Flag,
  },
  {
    description:
      'A field of the store’s own that a customer sees and, where it is writable, changes as `custom` by its `key`; without a value all four are null.',
  },
)
export type AskedField = Static<typeof AskedField>

/** Of what a row keeps that which has a label, in the order of the declaration; in the first of the languages that it has. */
export function shownFields(
  ctx: Declaring,
  table: string,
  kept: CustomValues,
  locales: readonly string[],
  where: 'page' | 'cart' = 'page',
): OwnField[] {
  return Object.entries(fieldsOf(ctx, table)).flatMap(([key, each]) => {
    const shown = each.label && (where === 'page' || each.inCart) && kept[key] !== undefined
    return shown ? [told(key, each, kept[key], locales)] : []
  })
}

/** What customers see of theirs: of fields that they cannot change those that have a value. */
export function askedFields(
  ctx: Declaring,
  table: string,
  kept: CustomValues,
  locales: readonly string[],
): AskedField[] {
  return Object.entries(fieldsOf(ctx, table)).flatMap(([key, each]) => {
    const isWritable = each.byShopper === 'write'
    if (!each.byShopper || (!isWritable && kept[key] === undefined)) return []
    const choices = wordsOf(each).map((word) => ({ value: word, name: nameOf(each, word, locales) }))
    return [{ ...told(key, each, kept[key], locales), kind: kindOf(each.of), choices, isWritable }]
  })
}

/** Whether lines of a cart tell of this table. */
export const standsInCart = (ctx: Declaring, table: string) =>
  Object.values(fieldsOf(ctx, table)).some(({ inCart }) => inCart)

const told = (key: string, each: CustomField, kept: unknown, locales: readonly string[]): OwnField => ({
  key,
  name: inFirst(each.label!, locales),
  ...NO_VALUE,
  ...(kept !== undefined && readAs(each, kept, locales)),
})

function readAs(each: CustomField, kept: unknown, locales: readonly string[]): Partial<OwnField> {
  switch (kindOf(each.of)) {
    case 'flag':
      return { flag: kept === true }
    case 'integer':
    case 'decimal':
      return { number: String(kept) }
    case 'day':
      return { day: String(kept) }
    case 'choice':
      return { text: nameOf(each, String(kept), locales) }
    default:
      return { text: String(kept) }
  }
}

const KINDS: Record<string, AskedField['kind']> = {
  Decimal: 'decimal',
  Day: 'day',
  OneOf: 'choice',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
}

function kindOf(of: TSchema): AskedField['kind'] {
  const { type, scalar = '' } = of as { type?: string; scalar?: string }
  if (type === 'boolean') return 'flag'
  return type === 'integer' ? 'integer' : (KINDS[scalar] ?? 'text')
}

const wordsOf = ({ of }: CustomField) => (of as { enum?: string[] }).enum ?? []

const nameOf = ({ choices }: CustomField, word: string, locales: readonly string[]) =>
  choices?.[word] ? inFirst(choices[word], locales) : word

const inFirst = (said: InWords, locales: readonly string[]): string =>
  locales.map((locale) => said[locale]).find(Boolean) ?? Object.values(said)[0]!
