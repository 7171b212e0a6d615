/** JSON: an array of objects, or an object on each line. Both are read and written piece by piece. */
import { Readable } from 'node:stream'
import type { FileContent } from '../../media/index.ts'
import { FileUnreadable } from '../failures.ts'
import { MOST_ROW } from '../limits.ts'
import type { FileRow } from './formats.ts'

export async function* readLines(content: FileContent): AsyncIterable<FileRow> {
  let line = 0
  let rest = ''
  for await (const text of textOf(content)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    mustBeShort(rest)
    for (const each of lines) {
      line++
      if (each.trim() !== '') yield { line, cells: objectOf(each, line) }
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, cells: objectOf(rest, line + 1) }
}

/** Walks over the text once: an object begins and ends where no string and no other object is open. */
export async function* readJson(content: FileContent): AsyncIterable<FileRow> {
  let [line, depth, held] = [0, 0, '']
  let [isString, isEscaped] = [false, false]
  let place: 'before' | 'inside' | 'after' = 'before'
  for await (const text of textOf(content)) {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]!
      if (isEscaped) isEscaped = false
      else if (isString && sign === '\\') isEscaped = true
      else if (depth > 0 && sign === '"') isString = !isString
      else if (isString) continue
      else if (sign === '{') {
        if (place !== 'inside') throw notAnArray()
        if (depth++ === 0) from = at
      } else if (sign === '}') {
        if (--depth > 0) continue
        if (depth < 0) throw notAnArray()
        line++
        yield { line, cells: objectOf(held + text.slice(from, at + 1), line) }
        held = ''
        from = at + 1
      } else if (depth === 0) place = outside(sign, place)
    }
    if (depth > 0) held += text.slice(from)
    mustBeShort(held)
  }
  if (place !== 'after') throw FileUnreadable({ reason: 'it breaks off before its end.' })
}

function outside(sign: string, place: 'before' | 'inside' | 'after'): 'before' | 'inside' | 'after' {
  if (/\s/.test(sign)) return place
  if (sign === '[' && place === 'before') return 'inside'
  if (sign === ']' && place === 'inside') return 'after'
  if (sign === ',' && place === 'inside') return 'inside'
  throw notAnArray()
}

const notAnArray = () => FileUnreadable({ reason: 'it is not an array of objects.' })

function mustBeShort(text: string): void {
  if (text.length > MOST_ROW) throw FileUnreadable({ reason: `a row has more than ${MOST_ROW} characters.` })
}

function objectOf(text: string, line: number): Record<string, unknown> {
  mustBeShort(text)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // told below
  }
  throw FileUnreadable({ reason: `row ${line} is not a JSON object.` })
}

async function* textOf(content: FileContent): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of content.open() as AsyncIterable<Buffer>)
      yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw FileUnreadable({ reason: 'it is not UTF-8.' })
    throw error
  }
}

const objectText = (columns: string[], row: unknown[]) =>
  JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])))

export function writeLines(columns: string[], rows: AsyncIterable<unknown[]>): Readable {
  return Readable.from(
    (async function* () {
      for await (const row of rows) yield `${objectText(columns, row)}\n`
    })(),
    { objectMode: false },
  )
}

export function writeJson(columns: string[], rows: AsyncIterable<unknown[]>): Readable {
  return Readable.from(
    (async function* () {
      let isFirst = true
      for await (const row of rows) {
        yield `${isFirst ? '[\n' : ',\n'}${objectText(columns, row)}`
        isFirst = false
      }
      yield isFirst ? '[]\n' : '\n]\n'
    })(),
    { objectMode: false },
  )
}
