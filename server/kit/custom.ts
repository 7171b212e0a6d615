/**
 * Fields of a store's own, beside those that everybody has.
 *
 * `quayside.config.ts` declares them for the tables that modules open to them; a row keeps them in its column `custom`.
 * What is not declared is refused, what is not of its type too, and a field that was taken out of the declaration is
 * no longer told. A field that lists may be narrowed by has an index, which `migrate` makes and takes away.
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Config } from './config.ts'
import { isFailure } from './failure.ts'
import { by, filters, type FilterField, type Operator } from './filter.ts'
import type { Column, Row } from './resource.ts'
import { Flag, Nullable, Type, type Static, type TSchema } from './types.ts'
import { compileCheck } from './validate.ts'

export interface CustomField {
  /** One value: `Text(80)`, `Int(0, 100)`, `Decimal`, `Flag`, `Day`, `Url`, `Email`, `Phone`, `Gtin`, `OneOf('oak', 'ash')`. */
  of: TSchema
  /** Lists can be narrowed by it. */
  filterable: boolean
  /** Shoppers find things by its words. */
  searchable: boolean
  /** What shoppers read before its value, by language; null: it is the store's own business. */
  label: InWords | null
  /** What shoppers read in place of each of its words, where it is one of some. */
  choices: Readonly<Record<string, InWords>> | null
  /** Of products and their variants: it stands beside their lines in a cart too. */
  inCart: boolean
  /** Of customers: whether they see or change their own; null: neither. */
  byShopper: 'read' | 'write' | null
}

/** By language. */
export type InWords = Readonly<Record<string, string>>

/** By table, such as `catalog.product`, then by name. */
export type CustomFields = Readonly<Record<string, Readonly<Record<string, CustomField>>>>
export type CustomValues = Record<string, unknown>

type Uses = Partial<Omit<CustomField, 'of'>>

/** `field(Text(80), { filterable: true, label: { en: 'Care' } })` */
export function field(of: TSchema, uses: Uses = {}): CustomField {
  const unsaid = { filterable: false, searchable: false, label: null, choices: null, inCart: false }
  return { of, ...unsaid, byShopper: null, ...uses }
}

/** Staff have to do with all fields, shoppers with those that say so. */
export type Who = 'staff' | 'shoppers'

/** A row's own fields as API documents show them; those of the table that they may write stand in a running store's. */
export function customOf(table: string, who: Who = 'staff') {
  const name = table.replace(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), {
    $id: who === 'staff' ? `${name}Custom` : `${name}OwnCustom`,
    scalar: 'Custom',
    maxProperties: 64,
    table,
    who,
  })
}

/** How the values of a field compare: as numbers, or as they are written. */
const TYPES: Record<string, string> = { integer: 'bigint', boolean: 'boolean' }
const typeOf = ({ of }: CustomField) => {
  const { type, scalar } = of as { type?: string; scalar?: string }
  return scalar === 'Decimal' ? 'numeric' : (TYPES[type ?? ''] ?? 'text')
}

const NAME = /^[a-z][A-Za-z0-9]{0,31}$/
const SCALARS = new Set(['string', 'integer', 'boolean'])
const MOST_FIELDS = 64

/** Stops the start when something is declared that cannot be kept; `tables` are those that modules have opened. */
export function checkDeclared(declared: CustomFields, tables: readonly string[]): void {
  for (const [table, fields] of Object.entries(declared)) {
    const wrong = (what: string) => new Error(`quayside.config.ts: custom fields of ${table}: ${what}`)
    if (!tables.includes(table)) throw wrong(`there are none. They can be had by ${tables.join(', ')}.`)
    if (Object.keys(fields).length > MOST_FIELDS) throw wrong(`at most ${MOST_FIELDS} fields.`)
    for (const [name, { of, label, inCart, byShopper }] of Object.entries(fields)) {
      if (!NAME.test(name)) throw wrong(`"${name}" must be a name such as careLabel.`)
      if (!SCALARS.has((of as { type?: string }).type ?? ''))
        throw wrong(`"${name}" must be one value: text, a number, a flag or a day.`)
      if ((inCart || byShopper) && !label) throw wrong(`"${name}" is for shoppers and needs a label.`)
    }
  }
}

export type Declaring = { app: { config: Pick<Config, 'custom'> } }
const NONE: CustomFields[string] = {}
export const fieldsOf = ({ app }: Declaring, table: string) => app.config.custom[table] ?? NONE

/**
 * What a caller gave, checked; faults are named by their field: `custom.careLabel`, after the `path` of what they belong to. Write
 * it with `withCustom`. What shoppers may not write is to them no field at all.
 */
export function checkCustom(
  ctx: Declaring,
  table: string,
  given: CustomValues = {},
  { path = '', who = 'staff' }: { path?: string; who?: Who } = {},
): CustomValues {
  try {
    checkersOf(fieldsOf(ctx, table))[who]({ custom: given })
  } catch (error) {
    if (isFailure(error)) for (const each of error.errors) each.path = path + each.path
    throw error
  }
  return given
}

/** The column after a change: what is left out stays, null takes a field away. `before` is the column, or what a new row begins with. */
export const withCustom = (given: CustomValues, before: RawBuilder<unknown> = sql`'{}'::jsonb`) =>
  sql<CustomValues>`jsonb_strip_nulls(${before} || ${JSON.stringify(given)}::jsonb)`

type Check = (raw: unknown) => unknown
const checkers = new WeakMap<object, Record<Who, Check>>()

function checkersOf(fields: CustomFields[string]): Record<Who, Check> {
  const held = checkers.get(fields)
  if (held) return held
  const made = { staff: checkerOf(fields), shoppers: checkerOf(writtenBy('shoppers', fields)) }
  checkers.set(fields, made)
  return made
}

function checkerOf(fields: CustomFields[string]): Check {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, { of }]) => [name, Type.Optional(Nullable(of))]),
  )
  const closed = { additionalProperties: false }
  return compileCheck(Type.Object({ custom: Type.Object(properties, closed) }, closed))
}

/** Those that they may write. */
export function writtenBy(who: Who, fields: CustomFields[string]): CustomFields[string] {
  if (who === 'staff') return fields
  return Object.fromEntries(Object.entries(fields).filter(([, { byShopper }]) => byShopper === 'write'))
}

/** The value of a field as it compares; an index bears just this expression. */
const valueText = (row: string, name: string, each: CustomField) => {
  const [text, type] = [`(${row}custom ->> '${name}')`, typeOf(each)]
  return type === 'text' ? text : `(${text}::${type})`
}

const indexName = (table: string, name: string) => `custom_${table.replace('.', '_')}_${name}`

/**
 * A condition for each declared field asked for: `{ careLabel: 'wool', lengthCm: { gte: 40 } }`. `row` is an alias. Shoppers narrow
 * only by what they find things by: the rest may be nobody's business but the store's.
 */
export function customFilter(
  ctx: Declaring,
  table: string,
  row: string,
  asked: CustomValues = {},
  who: Who = 'staff',
): RawBuilder<SqlBool> {
  const all = Object.entries(fieldsOf(ctx, table)).filter(
    ([, each]) => each.filterable && (who === 'staff' || each.searchable),
  )
  const declared = Object.fromEntries(
    all.map(([name, each]): [string, FilterField] => [
      name,
      by(each.of, operatorsOf(each), {
        column: sql.raw(valueText(`${row}.`, name, each)),
        index: indexName(table, name),
      }),
    ]),
  )
  const { shape, where } = filters('Custom', declared)
  const read = Object.fromEntries(
    Object.entries(asked).map(([name, wanted]) => [name, operandsOf(wanted, declared[name]?.of)]),
  )
  compileCheck(Type.Object({ custom: shape }, { additionalProperties: false }))({ custom: read })
  return where(read as Static<typeof shape>) as RawBuilder<SqlBool>
}

function operatorsOf(each: CustomField): readonly Operator[] {
  if (typeOf(each) === 'boolean') return ['eq', 'missing']
  const { enum: words } = each.of as { enum?: unknown[] }
  return words ? ['eq', 'in', 'missing'] : ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'missing']
}

/** A value alone means `eq`. In addresses all values are text, those of numbers and flags too. */
function operandsOf(wanted: unknown, of: TSchema | undefined): unknown {
  if (typeof wanted !== 'object' || wanted === null) return { eq: plain(wanted, of) }
  return Object.fromEntries(
    Object.entries(wanted).map(([operator, value]) => {
      if (operator === 'in')
        return [
          operator,
          (Array.isArray(value) ? value : String(value).split(',')).map((each) => plain(each, of)),
        ]
      return [operator, plain(value, operator === 'missing' ? Flag : of)]
    }),
  )
}

function plain(value: unknown, of: TSchema | undefined): unknown {
  if (typeof value !== 'string') return value
  const { type } = (of ?? {}) as { type?: string }
  if (type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

/** The words of the searchable fields, as SQL text. `row` is an alias. */
export function searchableText(ctx: Declaring, table: string, row: string): string {
  const names = Object.entries(fieldsOf(ctx, table)).filter(([, { searchable }]) => searchable)
  return names.length === 0
    ? 'null'
    : `concat_ws(' ', ${names.map(([name]) => `${row}.custom ->> '${name}'`).join(', ')})`
}

/** The fields that are declared now, of what a row keeps; as SQL text. */
export function shownText(ctx: Declaring, table: string, row: string): string {
  const names = Object.keys(fieldsOf(ctx, table))
  return names.length === 0
    ? `'{}'::jsonb`
    : `(select coalesce(jsonb_object_agg(c.key, c.value), '{}') from jsonb_each(${row}.custom) c where c.key in ('${names.join("', '")}'))`
}

/** Where files of rows tell what: a column for each declared field, called `custom.careLabel` where `custom` is the `prefix`. */
export function customColumns(ctx: Declaring, table: string, prefix = 'custom'): Column[] {
  return Object.entries(fieldsOf(ctx, table)).map(([name, { of }]) => ({
    name: `${prefix}.${name}`,
    shape: of,
  }))
}

/** The cells of those columns, as SQL text: JSON. `row` is an alias. */
export function customCellsText(ctx: Declaring, table: string, row: string, prefix = 'custom'): string {
  return `(select coalesce(jsonb_object_agg('${prefix}.' || c.key, c.value), '{}') from jsonb_each(${shownText(ctx, table, row)}) c)`
}

/** What the cells of a row say of the fields; an empty one takes its field away. */
export function customIn(ctx: Declaring, table: string, row: Row, prefix = 'custom'): CustomValues {
  return Object.fromEntries(
    Object.keys(fieldsOf(ctx, table)).map((name) => [name, row[`${prefix}.${name}`] ?? null]),
  )
}

export interface CustomIndex {
  name: string
  table: string
  sql: string
}

/** One for each field that lists may be narrowed by. */
export function indexesOf(declared: CustomFields): CustomIndex[] {
  return Object.entries(declared).flatMap(([table, fields]) =>
    Object.entries(fields)
      .filter(([, { filterable }]) => filterable)
      .map(([name, each]) => ({
        name: indexName(table, name),
        table,
        sql: `(store_id, ${valueText('', name, each)}, id)`,
      })),
  )
}
