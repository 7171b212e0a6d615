/**
 * What the migrations say of their tables and columns: the lines above `create table`, those at the end of a
 * column's line, and what a later one says by `comment on table`. Nobody writes a comment twice, once for the reader of the migration and once for the database.
 */
import { readSet } from '../../server/kit/migrate.ts'
import { migrationSets } from '../../server/modules.ts'

export interface Words {
  tables: Map<string, string>
  columns: Map<string, string>
}

/** Of all modules. */
export function wordsIn(): Words {
  const words: Words = { tables: new Map(), columns: new Map() }
  for (const { sql } of migrationSets.flatMap(readSet)) readInto(words, sql.split('\n'))
  return words
}

function readInto({ tables, columns }: Words, lines: string[]): void {
  let above: string[] = []
  let table: string | null = null
  for (const line of lines) {
    const made = /^create table (?:if not exists )?([\w.]+)/.exec(line)?.[1]
    const added = /^alter table ([\w.]+)\s+add column (\w+)/.exec(line)
    const [, column, note] = /^\s+(?:add column )?(\w+) [^-]*?--\s*(.+)$/.exec(line) ?? []
    if (made) {
      table = made
      if (above.length > 0) tables.set(table, above.join(' '))
    } else if (added) table = added[1]!
    if (table && column && note) columns.set(`${table}.${column}`, note)
    const [, later, text] = /^comment on table ([\w.]+) is '(.*)';$/.exec(line) ?? []
    if (later && text) tables.set(later, text.replaceAll("''", "'"))
    if (line.startsWith(')') || line === '') table = null
    const said = /^--\s?(.*)$/.exec(line)?.[1]
    above = said === undefined ? [] : [...above, said]
  }
}
