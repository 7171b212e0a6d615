/** The kinds of file: what they are called, how large they may be, how they are read and written. */
import type { Readable } from 'node:stream'
import type { FileContent } from '../../media/index.ts'
import type { FileFormat } from '../run.ts'
import { readCsv, writeCsv } from './csv.ts'
import { readJson, readLines, writeJson, writeLines } from './json.ts'
import { readXlsx, writeXlsx } from './xlsx.ts'

/** A row as the file has it: by the names of its own columns. */
export interface FileRow {
  /** As spreadsheets number them; of JSON the first is 1. */
  line: number
  cells: Record<string, unknown>
}

export interface Reading {
  /** Of CSV; default: what the first line looks like. */
  delimiter?: string | undefined
  /** Is told the names of the columns, before the first row, where the file says them once. */
  onColumns?: (names: string[]) => void
}

export interface Format {
  type: string
  mostBytes: number
  read(content: FileContent, reading: Reading): AsyncIterable<FileRow>
  /** Cells in the order of the columns; of JSON as they are, of others as text or numbers. */
  write(columns: string[], rows: AsyncIterable<unknown[]>): Readable
}

const mb = (count: number) => count * 1024 * 1024

export const FORMATS: Record<FileFormat, Format> = {
  csv: { type: 'text/csv', mostBytes: mb(200), read: readCsv, write: writeCsv },
  json: { type: 'application/json', mostBytes: mb(200), read: readJson, write: writeJson },
  jsonl: { type: 'application/x-ndjson', mostBytes: mb(200), read: readLines, write: writeLines },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    mostBytes: mb(50),
    read: readXlsx,
    write: writeXlsx,
  },
}

export const mostBytesOf = (format: FileFormat) => FORMATS[format].mostBytes

export const fileTypeOf = (format: FileFormat) => FORMATS[format].type

export function formatOfType(type: string): FileFormat | null {
  const found = Object.entries(FORMATS).find(([, format]) => format.type === type)
  return found ? (found[0] as FileFormat) : null
}
