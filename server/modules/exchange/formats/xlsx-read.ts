/**
 * Reads the first sheet of a workbook (ECMA-376), row by row. Formulas count for what they last showed; dates are
 * numbers there, so columns of days want texts.
 *
 * What a small file unpacks to is bounded, part by part.
 */
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import type { FileContent } from '../../media/index.ts'
import { FileUnreadable } from '../failures.ts'
import { MOST_CELL } from '../limits.ts'
import type { FileRow, Reading } from './formats.ts'
import { tableRows } from './table.ts'
import { openZip, type Zip } from './zip.ts'

/** Texts that cells share are held in memory. */
const MOST_SHARED = 200 * 1024 * 1024
const MOST_SHEET = 2 * 1024 * 1024 * 1024
/** A row may say that it stands anywhere; rows between are empty ones. */
const MOST_PASSED_OVER = 10_000
const SHEET = 'xl/worksheets/sheet1.xml'

export async function* readXlsx(content: FileContent, reading: Reading): AsyncIterable<FileRow> {
  const zip = await openZip(content)
  try {
    const shared = await sharedTexts(zip)
    const sheet = await zip.open(await firstSheet(zip), MOST_SHEET)
    if (!sheet) throw FileUnreadable({ reason: 'the workbook has no sheet.' })
    yield* tableRows(rowsIn(sheet, shared), reading)
  } finally {
    zip.close()
  }
}

/** The one that comes first in the workbook, wherever it lies. */
async function firstSheet(zip: Zip): Promise<string> {
  let id = ''
  let target = ''
  await walk(await zip.open('xl/workbook.xml', MOST_SHARED), {
    open: (name, attributes) => {
      if (name === 'sheet' && id === '') id = attributes['r:id'] ?? ''
    },
  })
  await walk(await zip.open('xl/_rels/workbook.xml.rels', MOST_SHARED), {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === id) target = attributes['Target'] ?? ''
    },
  })
  if (target === '') return SHEET
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function sharedTexts(zip: Zip): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let isText = false
  await walk(await zip.open('xl/sharedStrings.xml', MOST_SHARED), {
    open: (name) => {
      if (name === 'si') text = ''
      isText = name === 't'
    },
    text: (part) => {
      if (isText) text += part
    },
    close: (name) => {
      isText = false
      if (name === 'si') texts.push(unescaped(text))
    },
  })
  return texts
}

interface Steps {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** A part that is not there has nothing in it. */
async function walk(part: Readable | null, steps: Steps): Promise<void> {
  for await (const _ of parsing(part, steps));
}

async function* parsing(part: Readable | null, { open, text, close }: Steps): AsyncIterable<void> {
  if (!part) return
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => open?.(name, attributes as Record<string, string>))
  parser.on('text', (given) => text?.(given))
  parser.on('closetag', ({ name }) => close?.(name))
  parser.on('error', (error) => {
    throw FileUnreadable({ reason: error.message.slice(0, 400) })
  })
  const decoder = new TextDecoder()
  for await (const chunk of part as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.close()
}

/** Rows that were passed over, and cells that were left out, are empty ones. */
async function* rowsIn(sheet: Readable, shared: string[]): AsyncIterable<unknown[]> {
  let ready: unknown[][] = []
  let row: unknown[] = []
  let [line, at, kind, value, isValue] = [0, -1, '', '', false]
  const steps: Steps = {
    open(name, attributes) {
      if (name === 'row') {
        row = []
        at = -1
        const wanted = Number(attributes['r'] ?? line + 1)
        for (; line + 1 < wanted && ready.length < MOST_PASSED_OVER; line++) ready.push([])
        line++
      } else if (name === 'c') {
        at = attributes['r'] === undefined ? at + 1 : placeOf(attributes['r'])
        kind = attributes['t'] ?? 'n'
        value = ''
      }
      isValue = name === 'v' || name === 't'
    },
    text(part) {
      if (!isValue) return
      value += part
      if (value.length > MOST_CELL) throw FileUnreadable({ reason: `a cell of row ${line} is too long.` })
    },
    close(name) {
      isValue = false
      if (name === 'c' && at >= 0 && at < 20_000) row[at] = cellOf(kind, value, shared)
      if (name === 'row') ready.push(Array.from(row, (cell) => cell ?? ''))
    },
  }
  for await (const _ of parsing(sheet, steps)) {
    yield* ready
    ready = []
  }
  yield* ready
}

function cellOf(kind: string, value: string, shared: string[]): unknown {
  if (kind === 's') return shared[Number(value)] ?? ''
  if (kind === 'b') return value === '1'
  if (kind === 'n') return value === '' ? '' : Number(value)
  return kind === 'e' ? '' : unescaped(value)
}

const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** `AB12` stands in column 27, counted from 0. */
function placeOf(reference: string): number {
  let place = 0
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    place = place * 26 + letter
  }
  return place - 1
}
