/** An error as it may be written down: what and where, and nothing of what anybody sent. */

export interface PrintableError {
  name: string
  message: string
  code?: string
  constraint?: string
  table?: string
  stack?: string
  cause?: PrintableError
}

const MAX_DEPTH = 4

export function printable(error: unknown, depth = 0): PrintableError | string {
  if (typeof error === 'string') return withoutPersons(error)
  if (!(error instanceof Error))
    return isPrinted(error) ? error : { name: 'Thrown', message: 'It is no error.' }
  const { code, constraint, table, cause } = error as Error & Record<string, unknown>
  const shown: PrintableError = { name: error.name, message: messageOf(error, code) }
  if (typeof code === 'string') shown.code = code
  if (typeof constraint === 'string') shown.constraint = constraint
  if (typeof table === 'string') shown.table = table
  const frames = framesOf(error)
  if (frames) shown.stack = frames
  if (cause instanceof Error && depth < MAX_DEPTH) shown.cause = printable(cause, depth + 1) as PrintableError
  return shown
}

/** The stack begins with the message, which may quote what was sent; the frames do not. */
export function framesOf(error: Error): string {
  const stack = error.stack ?? ''
  const first = /^ {4}at /m.exec(stack)?.index
  return first === undefined ? '' : stack.slice(first)
}

/** PostgreSQL quotes the value that it cannot read (SQLSTATE 22...); other messages name places only. */
function messageOf(error: Error, code: unknown): string {
  const isData = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)
  return withoutPersons(isData ? error.message.replace(/"[^"]*"/g, '"…"') : error.message)
}

/** Mail addresses and phone numbers, which other people’s programs like to repeat. */
export function withoutPersons(text: string): string {
  return text
    .replace(/[^\s<>"'():,;]+@[^\s<>"'():,;]+/g, '(address)')
    .replace(/\+\d[\d ()-]{6,}\d/g, '(phone)')
}

function isPrinted(error: unknown): error is PrintableError {
  const { name, message } = (error ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof message === 'string'
}
