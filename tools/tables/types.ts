/** The types of all rows as text, for Kysely: what a column holds when it is read and when it is written. */
import type { Column, Table } from './catalog.ts'

const HEAD = `/**
 * What the rows of every table hold, so that a query with a wrong table, column or value does not compile.
 *
 * Drawn by \`npm run tables\` from a migrated database; \`npm run check\` compares it. Nobody edits it. Each interface is
 * a row as Kysely sees it; \`Selectable<CartLine>\` is one that was read. Words come from the table's own checks.
 */
import type { ColumnType, GeneratedAlways } from 'kysely'

/** Read as \`Date\`; written as that or as text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** Read as what lies in it; written as JSON text. */
type Json = ColumnType<unknown, string, string>
/** May be left out when a row is added. */
type Generated<T> =
  T extends ColumnType<infer Read, infer Added, infer Changed>
    ? ColumnType<Read, Added | undefined, Changed>
    : ColumnType<T, T | undefined, T>
`

/** How a type of PostgreSQL is read by the pool of \`server/kit/db.ts\`. */
const TYPES: [type: RegExp, is: string][] = [
  [/^(kit\.minor|bigint|integer|smallint|double precision|real)$/, 'number'],
  [/^boolean$/, 'boolean'],
  [/^timestamp/, 'Moment'],
  [/^jsonb?$/, 'Json'],
  [/^bytea$/, 'Buffer'],
]

export function typesOf(tables: Table[]): string {
  const sorted = [...tables].sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1))
  const names = sorted.map((table) => `    '${fullName(table)}': ${typeName(table)}`)
  return [
    HEAD,
    `declare module './kit/db.ts' {`,
    `  interface Database {`,
    ...names,
    `  }`,
    `}`,
    '',
    ...sorted.map(interfaceOf),
  ].join('\n')
}

const fullName = ({ schema, name }: Table) => `${schema}.${name}`

/** `cart.line` is `CartLine`; `cart.cart` is `Cart`. */
function typeName({ schema, name }: Table): string {
  const words = schema === name ? [name] : [schema, ...name.split('_')]
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

function interfaceOf(table: Table): string {
  const words = wordsOf(table)
  const lines = table.columns.map((column) => `  ${column.name}: ${columnType(column, words)}`)
  return `export interface ${typeName(table)} {\n${lines.join('\n')}\n}\n`
}

function columnType(
  { name, type, required, standard, isComputed }: Column,
  words: Map<string, string>,
): string {
  const isList = type.endsWith('[]')
  const plain = type.replace('[]', '').replace(/\(\d+\)$/, '')
  const one = words.get(name) ?? TYPES.find(([pattern]) => pattern.test(plain))?.[1] ?? 'string'
  const many = isList ? `${one.includes('|') ? `(${one})` : one}[]` : one
  const whole = required ? many : `${many} | null`
  if (isComputed) return `GeneratedAlways<${whole}>`
  return standard === null ? whole : `Generated<${whole}>`
}

/** Columns that a check keeps to a list of words. */
function wordsOf({ rules }: Table): Map<string, string> {
  const found = new Map<string, string>()
  for (const { kind, text } of rules) {
    const [, column, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]*)\]\)\)\)$/.exec(text) ?? []
    if (kind === 'check' && column)
      found.set(column, [...list!.matchAll(/'([^']*)'::text/g)].map(([, word]) => `'${word}'`).join(' | '))
  }
  return found
}
