/**
 * Several operations in one request.
 *
 * Atomic: one transaction, all or none; the failure names the item at fault. Otherwise
 * each has its own transaction and its own result, in order. The key of an item is its
 * own, or `key:index`, so a repeated batch does nothing twice, also after half of it.
 */
import type { App } from './app.ts'
import type { Call } from './call.ts'
import { mapDatabaseError } from './db.ts'
import { fault, moved } from './fault.ts'
import { Internal, NotFound, invalid, isFailure, type Failure } from './failure.ts'
import { invoke, type Entry } from './invoke.ts'
import type { Operation } from './operation.ts'
import { anyone } from './policy.ts'
import { invokeTogether, runInside } from './together.ts'

export const MAX_BATCH_ITEMS = 100

export interface BatchItem {
  operation: string
  input: unknown
  key?: string | undefined
}

export interface Batch {
  atomic: boolean
  items: BatchItem[]
}

export type BatchResult = { ok: true; output: unknown } | { ok: false; failure: Failure }

/** `find` knows the operations that the caller's road has; by default all. */
export async function invokeBatch(
  app: App,
  { atomic, items }: Batch,
  call: Call,
  find: (id: string) => Operation | undefined = (id) => app.operations.get(id),
): Promise<BatchResult[]> {
  if (items.length === 0) throw refuse('too_short', 'A batch needs at least 1 item.')
  if (items.length > MAX_BATCH_ITEMS)
    throw refuse('too_long', `A batch may have at most ${MAX_BATCH_ITEMS} items.`)
  const steps = items.map(({ operation, input, key }, index) => ({
    operation: fitting(find(operation), operation, atomic),
    input,
    key: key ?? (call.idempotencyKey && `${call.idempotencyKey}:${index}`),
  }))
  return atomic ? together(app, steps, call) : oneByOne(app, steps, call)
}

interface Step {
  /** Or why it cannot be part of this batch. */
  operation: Operation | Failure
  input: unknown
  key: string | undefined
}

async function together(app: App, steps: Step[], call: Call): Promise<BatchResult[]> {
  const ready = steps.map(({ operation, ...step }, index) => {
    if (isFailure(operation)) throw atItem(operation, index, 'operation')
    return { ...step, operation }
  })
  const entry = entryOf(ready.map(({ operation }) => operation))
  const outputs = await invokeTogether(app, entry, call, async (ctx) => {
    const done: unknown[] = []
    for (const [index, { operation, input, key }] of ready.entries()) {
      try {
        done.push(await runInside(ctx, operation, input, key))
      } catch (error) {
        throw isFailure(error) ? atItem(error, index) : error
      }
    }
    return done
  })
  return outputs.map((output) => ({ ok: true, output }))
}

async function oneByOne(app: App, steps: Step[], call: Call): Promise<BatchResult[]> {
  const results: BatchResult[] = []
  for (const [index, { operation, input, key }] of steps.entries()) {
    if (isFailure(operation)) {
      results.push({ ok: false, failure: atItem(operation, index, 'operation') })
      continue
    }
    try {
      results.push({
        ok: true,
        output: await invoke(app, operation, input, { ...call, idempotencyKey: key }),
      })
    } catch (error) {
      if (!isFailure(error))
        app.log.error({ err: error, operation: operation.id }, 'an item of a batch failed')
      const mapped = mapDatabaseError(error)
      results.push({ ok: false, failure: atItem(isFailure(mapped) ? mapped : Internal({}), index) })
    }
  }
  return results
}

/** Who asks must be known as soon as one item wants to know; each item draws from a limit, and the batch from none. */
function entryOf(operations: Operation[]): Entry {
  const asking = operations.find(({ access }) => access.rule !== 'anyone')
  return {
    id: 'kit.batch',
    kind: operations.some(({ kind }) => kind === 'command') ? 'command' : 'query',
    check: () => ({}),
    limit: null,
    access: asking?.access ?? anyone,
    audience: operations[0]?.audience ?? 'shop',
    whenClosed: false,
  }
}

/** A task needs transactions of its own; a session begins or ends with its cookie; a secret is told alone; a stream has no end. */
function fitting(operation: Operation | undefined, id: string, atomic: boolean): Operation | Failure {
  if (!operation) return NotFound({})
  if (operation.kind === 'stream' || operation.session || operation.tellsSecret)
    return invalid('', 'not_in_batch', `${id} cannot be part of a batch.`)
  if (operation.task && atomic)
    return invalid(
      '',
      'not_in_atomic_batch',
      `${id} asks the outside world, so it cannot be part of an atomic batch.`,
    )
  return operation
}

/** Paths in a failure start at the item: `items.3.input.lines.0`. */
function atItem(error: Failure, index: number, part = 'input'): Failure {
  const place = `items.${index}`
  error.errors =
    error.errors.length > 0
      ? error.errors.map((each) => moved([place, part, each.path].filter(Boolean).join('.'), each))
      : [fault(part === 'input' ? place : `${place}.${part}`, error.code, inEach(error))]
  return error
}

const inEach = ({ say }: Failure) => ({ en: say('en'), de: say('de'), ar: say('ar') })

function refuse(code: string, message: string): Failure {
  return invalid('items', code, message)
}
