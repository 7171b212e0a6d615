/**
 * Resources: what a module lets in and out in bulk, as rows of a file.
 *
 * A row is flat and speaks in keys that people know (article number, slug, e-mail address), never in ids, so that a
 * file means the same in another store. A module declares columns, a reader and a set-based writer; mapping, checks
 * of single cells, dry runs, chunks and files are the work of whoever carries the rows.
 */
import type { App } from './app.ts'
import type { Call } from './call.ts'
import type { Ctx } from './context.ts'
import { compileCheck } from './validate.ts'
import { isFailure } from './failure.ts'
import { Nullable, Type, type TObject, type TSchema } from './types.ts'

export type Cell = string | number | boolean | string[] | null
export type Row = Record<string, Cell>

export interface Column {
  /** As in the first line of a file: `sku`, `name.de`. */
  name: string
  /** Of a value that is there; without one the cell is null. */
  shape: TSchema
  required?: boolean
  /** What a new row has where the file says nothing; an old one then stays as it is. */
  initial?: Cell
  /** Of rows of one group only the first tells it. */
  ofGroup?: boolean
  /** Brings what was typed to the one form that is kept. */
  normal?: (text: string) => string
}

/** A row as it is to be: what a file leaves out is as it was. */
export interface Item {
  /** Where it stands in the file. */
  line: number
  row: Row
  /** As it was; null: there is none yet. */
  was: Row | null
}

export interface Fault {
  line: number
  column: string
  code: string
  message: string
}

export interface PageOfRows {
  rows: Row[]
  /** Goes on behind these; null: that was all. */
  next: string | null
}

export interface Fetching {
  app: App
  call: Call
  signal: AbortSignal
}

export interface Resource {
  /** `products`; one word that no other module uses. */
  name: string
  summary: string
  /** What it takes to export it, and to import it. */
  permissions: { read: string; write: string }
  /** Columns that together name a row. */
  key: string[]
  /** Rows that agree in this column belong together, such as the variants of a product: all are written or none. */
  group?: string
  /** A cell that no file has and all rows of a group share: the id of what they are rows of. */
  groupId?: string
  /** Rows that are written together; default 500. */
  chunk?: number
  /** What an export may be narrowed by. */
  narrow: TObject
  columns(ctx: Ctx): Promise<Column[]>
  /** Brings cells that depend on each other to the form in which they are kept. */
  tidy?(row: Row): Row
  /** In the order of the key, so that two stores with the same goods give the same file. */
  page(ctx: Ctx, after: string | null, narrow: Record<string, string>): Promise<PageOfRows>
  /** All rows of the groups that these rows belong to, or of their keys. */
  find(ctx: Ctx, rows: Row[]): Promise<Row[]>
  /** Before rows are written, and outside of any transaction: fetches what they name from elsewhere. */
  fetch?(from: Fetching, rows: { line: number; row: Row }[]): Promise<Fault[]>
  /** What the cells of one row cannot know: whether what they name is there, and whether rows go together. */
  check(ctx: Ctx, items: Item[], known: Row[]): Promise<Fault[]>
  /** Writes rows without fault, each statement for all of them. */
  write(ctx: Ctx, items: Item[]): Promise<unknown[] | void>
  /** Its rows do something: `write` tells what each answered, in their order, and that is kept for whoever asked. */
  answers?: true
}

export const kindOf = ({ shape }: Column): 'text' | 'integer' | 'flag' | 'list' => {
  const { type } = shape as { type?: string }
  if (type === 'integer') return 'integer'
  if (type === 'boolean') return 'flag'
  return type === 'array' ? 'list' : 'text'
}

/** Faults of single cells, by the same checks as every input of an operation. */
export function cellCheck(columns: Column[]): (line: number, row: Row) => Fault[] {
  const fields = Object.fromEntries(columns.map(({ name, shape }) => [name, Type.Optional(Nullable(shape))]))
  const check = compileCheck(Type.Object(fields, { additionalProperties: false }))
  const names = columns.map(({ name }) => name)
  return (line, row) => {
    try {
      check(row)
      return []
    } catch (error) {
      if (!isFailure(error)) throw error
      return error.errors.map(({ path, code, message }) => ({
        line,
        column: names.includes(path) ? path : (names.find((name) => path.startsWith(`${name}.`)) ?? path),
        code,
        message,
      }))
    }
  }
}

export const faultAt = (
  { line }: { line: number },
  column: string,
  code: string,
  message: string,
): Fault => ({
  line,
  column,
  code,
  message,
})

/** Rows with the same key have the same text here. */
export const keyOf = ({ key }: Pick<Resource, 'key'>, row: Row): string =>
  JSON.stringify(key.map((name) => row[name] ?? null))
