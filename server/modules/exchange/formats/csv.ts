/** CSV by RFC 4180, in UTF-8: the first line names the columns. A byte-order mark is passed over. */
import { Readable } from 'node:stream'
import { parse, CsvError } from 'csv-parse'
import type { FileContent } from '../../media/index.ts'
import { guard, printed, unguard } from '../cells.ts'
import { FileUnreadable } from '../failures.ts'
import { MOST_ROW } from '../limits.ts'
import type { FileRow, Reading } from './formats.ts'
import { tableRows } from './table.ts'

const DELIMITERS = [',', ';', '\t', '|']
/** Of the beginning, for the names of the columns. */
const HEAD_BYTES = 64 * 1024

export async function* readCsv(content: FileContent, reading: Reading): AsyncIterable<FileRow> {
  const delimiter = reading.delimiter ?? (await delimiterOf(content))
  const parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: MOST_ROW })
  const source = Readable.from(inUtf8(content))
  source.on('error', (error) => parser.destroy(error))
  try {
    yield* tableRows(unguarded(source.pipe(parser)), reading)
  } catch (error) {
    if (error instanceof CsvError) throw FileUnreadable({ reason: error.message.slice(0, 400) })
    throw error
  } finally {
    source.destroy()
  }
}

async function* unguarded(records: AsyncIterable<string[]>): AsyncIterable<string[]> {
  for await (const record of records) yield record.map(unguard)
}

async function* inUtf8(content: FileContent): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for await (const chunk of content.open() as AsyncIterable<Buffer>)
      yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw FileUnreadable({ reason: 'it is not UTF-8.' })
    throw error
  }
}

/** The sign that stands most often in the first line, outside of quotes. */
async function delimiterOf(content: FileContent): Promise<string> {
  const counts = new Map(DELIMITERS.map((sign) => [sign, 0]))
  let isQuoted = false
  for (const sign of (await beginning(content)).toString('utf8')) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break
    else if (!isQuoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]![0]
}

async function beginning(content: FileContent): Promise<Buffer> {
  const end = Math.min(HEAD_BYTES, content.bytes) - 1
  if (end < 0) return Buffer.alloc(0)
  return Buffer.concat(await Array.fromAsync(content.open({ start: 0, end }) as AsyncIterable<Buffer>))
}

export function writeCsv(columns: string[], rows: AsyncIterable<unknown[]>): Readable {
  return Readable.from(
    (async function* () {
      yield lineOf(columns)
      for await (const row of rows) yield lineOf(row.map((cell) => textOf(cell as never)))
    })(),
    { objectMode: false },
  )
}

/** Numbers cannot begin a formula. */
function textOf(cell: Parameters<typeof printed>[0]): string {
  const written = printed(cell)
  return typeof written === 'number' ? String(written) : guard(written)
}

const lineOf = (cells: string[]) =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
