/**
 * Cells between files and columns.
 *
 * A spreadsheet takes a text that begins with = + - or @ for a formula, and runs it. In CSV such a text gets an
 * apostrophe before it, as people type it there, and loses it on the way in; a text that begins with an apostrophe
 * gets one too, so that each comes back as it was.
 */
import { kindOf, type Cell, type Column } from '#kit/resource.ts'

const FORMULA = /^['=+\-@\t\r]/
const GUARDED = /^'['=+\-@\t\r]/
/** Between the values of a list; no key or slug has it. */
const BETWEEN = '|'

export const guard = (text: string) => (FORMULA.test(text) ? `'${text}` : text)
export const unguard = (text: string) => (GUARDED.test(text) ? text.slice(1) : text)

/** For files that know nothing but text. */
export function printed(cell: Cell): string | number {
  if (cell === null) return ''
  if (Array.isArray(cell)) return cell.join(BETWEEN)
  return typeof cell === 'boolean' ? String(cell) : cell
}

const FLAGS: Record<string, boolean> = { true: true, yes: true, 1: true, false: false, no: false, 0: false }

/** What cannot be made into a value of the column stays as it is, for the check of the column to refuse. */
export function parsed(raw: unknown, column: Column): Cell {
  if (raw === null || raw === undefined || raw === '') return null
  const kind = kindOf(column)
  if (kind === 'list') return listOf(raw)
  if (kind === 'flag') {
    const flag = typeof raw === 'boolean' ? raw : FLAGS[String(raw).trim().toLowerCase()]
    return flag ?? (raw as Cell)
  }
  if (kind === 'integer') {
    const isWritten = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw.trim())
    return isWritten ? Number(raw) : (raw as Cell)
  }
  const text = typeof raw === 'number' ? String(raw) : raw
  if (typeof text !== 'string') return raw as Cell
  return (column.normal ? column.normal(text) : text) || null
}

function listOf(raw: unknown): Cell {
  const parts = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(BETWEEN) : null
  if (!parts) return raw as Cell
  const values = parts
    .map((part) => (typeof part === 'string' ? part.trim() : part))
    .filter((part) => part !== '')
  return values.length > 0 ? (values as string[]) : null
}
