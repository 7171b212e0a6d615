/** Files whose first row names the columns. */
import { FileUnreadable, WrongColumns } from '../failures.ts'
import { MOST_COLUMNS } from '../limits.ts'
import type { FileRow, Reading } from './formats.ts'

export async function* tableRows(
  records: AsyncIterable<unknown[]>,
  { onColumns }: Reading,
): AsyncIterable<FileRow> {
  let names: string[] | undefined
  let line = 0
  for await (const record of records) {
    line++
    if (!names) {
      names = record.map((name) => String(name ?? '').trim())
      while (names.at(-1) === '') names.pop()
      mustBeNames(names)
      onColumns?.(names)
      continue
    }
    if (record.every((cell) => cell === '' || cell === null || cell === undefined)) continue
    if (record.slice(names.length).some((cell) => cell !== '' && cell !== null && cell !== undefined))
      throw FileUnreadable({ reason: `row ${line} has more cells than there are columns.` })
    yield { line, cells: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])) }
  }
  if (!names) throw FileUnreadable({ reason: 'it is empty.' })
}

function mustBeNames(names: string[]): void {
  if (names.length > MOST_COLUMNS)
    throw WrongColumns({ reason: `A file may have ${MOST_COLUMNS} columns at most.` })
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) throw WrongColumns({ reason: `Two columns are called “${twice.slice(0, 100)}”.` })
}
