/**
 * Declared orders of a list: which words a caller may sort by, and the column behind each.
 *
 * A column must never be null and must have an index ending in the id, or the list
 * is sorted anew for every page; `coalesce` a column that may be empty.
 */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Position } from './page.ts'
import { Flag, OneOf, Type } from './types.ts'

export interface SortColumn {
  /** `product.name`, or an expression. */
  column: string | RawBuilder<unknown>
  /** SQL type, so that the cursor's text becomes the same value again. */
  type: 'text' | 'int' | 'bigint' | 'numeric' | 'timestamptz' | 'date' | 'uuid'
}

export interface Sort {
  by: string
  desc?: boolean
}

export interface Order {
  /** As REST writes it: `-price`. */
  word: string
  direction: 'asc' | 'desc'
  column: RawBuilder<unknown>
  id: RawBuilder<string>
  /** The column as the text that goes into the cursor. */
  key: RawBuilder<string>
  past: (position: Position) => Expression<SqlBool>
}

export interface Sorts {
  words: string[]
  order: (sort: Sort | undefined) => Order
}

/** For lists that write their own SQL: only the words a caller may sort by. */
export function sortShape<const Name extends string, Word extends string>(
  name: Name,
  words: [Word, ...Word[]],
) {
  return Type.Object(
    { by: OneOf(...words), desc: Type.Optional(Flag) },
    { $id: name, additionalProperties: false, role: 'sort' },
  )
}

/**
 * `sorts('ProductSort', { name: {...}, price: {...} }, { id: 'product.id', first: '-price' })`
 *
 * `first` is the order when none is asked for.
 */
export function sorts<const Name extends string, Columns extends Record<string, SortColumn>>(
  name: Name,
  columns: Columns,
  options: { id: string; first: (keyof Columns & string) | `-${keyof Columns & string}` },
) {
  type Words = [keyof Columns & string, ...(keyof Columns & string)[]]
  const words = Object.keys(columns) as unknown as Words
  const first: Sort = { by: options.first.replace(/^-/, ''), desc: options.first.startsWith('-') }
  return {
    shape: sortShape<Name, keyof Columns & string>(name, words),
    words: words as string[],
    order: (sort: Sort | undefined) => orderBy(sort ?? first, columns, options.id),
  }
}

/** An order as REST and cursors write it: `-price`. */
export function sortWord(sort: Sort): string {
  return `${sort.desc ? '-' : ''}${sort.by}`
}

function orderBy(sort: Sort, columns: Record<string, SortColumn>, idColumn: string): Order {
  const { column: name, type } = columns[sort.by]!
  const column = typeof name === 'string' ? sql.ref(name) : name
  const id = sql.ref<string>(idColumn)
  const desc = sort.desc ?? false
  const past = sql.raw(desc ? '<' : '>')
  return {
    word: sortWord(sort),
    direction: desc ? 'desc' : 'asc',
    column,
    id,
    key: sql<string>`(${column})::text`,
    past: ({ value, id: lastId }) =>
      sql<SqlBool>`(${column}, ${id}) ${past} (${value}::text::${sql.raw(type)}, ${lastId}::uuid)`,
  }
}
