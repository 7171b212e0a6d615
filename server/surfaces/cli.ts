/**
 * The command line: `npm run quayside -- cart.get '{"cartId":"…"}'`.
 *
 * JSON in, as an argument or on stdin; JSON out. A refusal is a problem document on
 * stderr, and the exit code is 1. Whoever can start a process on the store's machine
 * already holds its keys, so the caller is the store itself unless `--as` says else.
 */
import { parseArgs } from 'node:util'
import type { Readable, Writable } from 'node:stream'
import type { App } from '#kit/app.ts'
import { NotFound, type Failure } from '#kit/failure.ts'
import { invoke, operationNamed, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { ANONYMOUS } from '#kit/policy.ts'
import { batchOf, batchRunner } from './batch.ts'
import { declared, toldOnce } from './declared.ts'
import { edgesOf } from './expand.ts'
import { parseJsonBody } from './json-body.ts'
import { failureOf, problemText, unreadable } from './problems.ts'
import { newTraceId } from './trace.ts'

/** Where it reads and writes; the process's own by default. */
export interface Terminal {
  stdin: Readable & { isTTY?: boolean }
  stdout: Writable
  stderr: Writable
}

const USAGE = `npm run quayside -- <operation> [input as JSON, or - for stdin]
npm run quayside -- batch <items>         several at once: {"atomic": true, "items": [{"operation", "input"}]}
npm run quayside -- operations            lists them all
npm run quayside -- help <operation>      its input, output and failures

  --as system|anonymous   who calls (default system)
  --token TOKEN           call with the session of this token
  --key KEY               idempotency key
  --store ID  --channel CODE  --locale de,en  --currency EUR
`

const OPTIONS = {
  as: { type: 'string' },
  token: { type: 'string' },
  key: { type: 'string' },
  store: { type: 'string' },
  channel: { type: 'string' },
  locale: { type: 'string' },
  currency: { type: 'string' },
  help: { type: 'boolean' },
} as const

export async function runCli(app: App, argv: string[], terminal: Terminal = process): Promise<number> {
  const traceId = newTraceId()
  try {
    const { text, code } = await answer(app, argv, terminal, traceId)
    terminal.stdout.write(`${text}\n`)
    return code
  } catch (error) {
    const refusal = failureOf(error)
    terminal.stderr.write(`${pretty(JSON.parse(problemText(refusal, '', traceId)))}\n`)
    // Here the one who reads it may see the cause: it is their own machine.
    const cause = refusal.cause as Error | undefined
    if (refusal.status >= 500 && cause) terminal.stderr.write(`${cause.stack ?? String(cause)}\n`)
    return 1
  }
}

interface Answer {
  text: string
  /** For the shell: 1 when a batch was done in part only. */
  code: 0 | 1
}
const fine = (text: string): Answer => ({ text, code: 0 })

async function answer(app: App, argv: string[], terminal: Terminal, traceId: string): Promise<Answer> {
  const { values, positionals } = parse(argv)
  const [word, argument] = positionals
  if (word === undefined || values.help) return fine(USAGE.trimEnd())
  if (word === 'operations') return fine(list(app))
  if (word === 'help')
    return fine(argument === undefined ? USAGE.trimEnd() : explain(describedBy(app, argument)))
  if (positionals.length > 2) throw unreadable('', 'arguments', 'Give the input as one argument, in quotes.')
  const operation = describedBy(app, word)
  const input = await inputOf(argument, operation, terminal)
  const call = callOf(values, traceId)
  if (word === BATCH) {
    const run = batchRunner(app, operation, [...app.operations.values()])
    const { status, answer: results } = await run(input, call, '')
    return { text: pretty(results), code: status === 200 ? 0 : 1 }
  }
  const keep = declared(operation.output, edgesOf(app), toldOnce(app.log, operation.id))
  return fine(pretty(keep(await invoke(app, operation, input, call))))
}

/** Here a batch may hold whatever the store can do, as the caller may. */
const BATCH = 'batch'
const describedBy = (app: App, word: string) =>
  word === BATCH ? batchOf('admin', [...app.operations.values()]) : named(app, word)

type Values = {
  [Name in keyof typeof OPTIONS]?: (typeof OPTIONS)[Name]['type'] extends 'boolean' ? boolean : string
}

function parse(argv: string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw unreadable('', 'arguments', (error as Error).message)
  }
}

function callOf(values: Values, traceId: string): Call {
  const hint = {
    storeId: values.store,
    channel: values.channel,
    locale: values.locale,
    currency: values.currency,
  }
  const call: Call = { hint, traceId, idempotencyKey: values.key }
  if (values.token !== undefined) return { ...call, credentials: { bearerToken: values.token } }
  if (values.as === 'anonymous') return { ...call, actor: ANONYMOUS }
  if (values.as !== undefined && values.as !== 'system')
    throw unreadable('--as', 'not_in_list', 'This must be system or anonymous.')
  return { ...call, actor: { kind: 'system', name: 'cli' } }
}

function named(app: App, id: string): Operation {
  if (app.operations.has(id)) return operationNamed(app, id)
  throw mistyped(id, [...app.operations.keys()])
}

/** Names the operations that look most like what was typed. */
function mistyped(id: string, known: string[]): Failure {
  const wanted = id.toLowerCase()
  const near = known.filter(
    (each) => each.toLowerCase().includes(wanted) || each.split('.')[0] === id.split('.')[0],
  )
  const hint = near.length > 0 ? ` Near it: ${near.slice(0, 8).join(', ')}.` : ' "operations" lists them all.'
  return NotFound(
    {},
    {
      errors: [{ path: 'operation', code: 'not_found', message: `There is no operation \`${id}\`.${hint}` }],
    },
  )
}

async function inputOf(
  argument: string | undefined,
  operation: Operation,
  terminal: Terminal,
): Promise<unknown> {
  const isFed = terminal.stdin.isTTY !== true
  const needsInput = ((operation.input as { required?: string[] }).required ?? []).length > 0
  if (argument === '-' || (argument === undefined && isFed && needsInput))
    return parsed(await readAll(terminal.stdin))
  return parsed(Buffer.from(argument ?? ''))
}

function parsed(bytes: Buffer): unknown {
  return bytes.toString().trim() === '' ? {} : parseJsonBody(bytes)
}

/** Nobody types so slowly; a pipe that stays open and empty was left open by mistake. */
const FIRST_BYTES_WITHIN_MS = 5_000

async function readAll(stdin: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  const timer = setTimeout(() => stdin.destroy(), FIRST_BYTES_WITHIN_MS)
  try {
    for await (const chunk of stdin) {
      clearTimeout(timer)
      chunks.push(Buffer.from(chunk as Buffer))
    }
  } catch {
    throw unreadable('', 'stdin', 'Nothing came on stdin. Give the input as an argument, or pipe it in.')
  } finally {
    clearTimeout(timer)
  }
  return Buffer.concat(chunks)
}

function list(app: App): string {
  const operations = [...app.operations.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const width = Math.max(0, ...operations.map(({ id }) => id.length))
  return operations.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}`).join('\n')
}

function explain(operation: Operation): string {
  return pretty({
    id: operation.id,
    kind: operation.kind,
    summary: operation.summary,
    description: operation.description,
    rest: `${operation.rest.method} ${operation.rest.path}`,
    audience: operation.audience,
    access: operation.access.permission ?? operation.access.rule,
    idempotency: operation.idempotency,
    input: operation.input,
    output: operation.output,
    failures: operation.failures.map(({ code, status }) => ({ code, status })),
  })
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
