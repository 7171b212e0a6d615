/**
 * Several operations in one request.
 *
 * Atomic: one transaction, all or none; the failure names the item at fault. Otherwise
 * each has its own transaction and its own result, in order. The key of an item is
 * `key:index`, so a repeated batch does nothing twice, also after half of it.
 */
import type { App } from './app.ts'
import type { Call } from './call.ts'
import { mapDatabaseError } from './db.ts'
import { Internal, InvalidInput, isFailure, type Failure } from './failure.ts'
import { invoke, operationNamed, type Entry } from './invoke.ts'
import type { Operation } from './operation.ts'
import { anyone } from './policy.ts'
import { invokeTogether, runInside } from './together.ts'

export const MAX_BATCH_ITEMS = 100

export interface BatchItem {
  operation: string
  input: unknown
}

export interface Batch {
  atomic: boolean
  items: BatchItem[]
}

export type BatchResult = { ok: true; output: unknown } | { ok: false; failure: Failure }

export async function invokeBatch(app: App, batch: Batch, call: Call): Promise<BatchResult[]> {
  const { atomic, items } = batch
  if (items.length === 0) throw refuse('too_short', 'A batch needs at least 1 item.')
  if (items.length > MAX_BATCH_ITEMS)
    throw refuse('too_long', `A batch may have at most ${MAX_BATCH_ITEMS} items.`)
  const steps = items.map(({ operation, input }, index) => ({
    operation: named(app, operation, index),
    input,
    key: call.idempotencyKey && `${call.idempotencyKey}:${index}`,
  }))
  return atomic ? together(app, steps, call) : oneByOne(app, steps, call)
}

interface Step {
  operation: Operation
  input: unknown
  key: string | undefined
}

async function together(app: App, steps: Step[], call: Call): Promise<BatchResult[]> {
  const outputs = await invokeTogether(app, entryOf(steps), call, async (ctx) => {
    const done: unknown[] = []
    for (const [index, { operation, input, key }] of steps.entries()) {
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

/** Who asks must be known as soon as one item wants to know. */
function entryOf(steps: Step[]): Entry {
  const asking = steps.find(({ operation }) => operation.access.rule !== 'anyone')
  return {
    id: 'kit.batch',
    check: () => ({}),
    limit: steps[0]!.operation.limit,
    access: asking?.operation.access ?? anyone,
  }
}

function named(app: App, id: string, index: number): Operation {
  try {
    return operationNamed(app, id)
  } catch (error) {
    throw isFailure(error) ? atItem(error, index, 'operation') : error
  }
}

/** Paths in a failure start at the item: `items.3.input.lines.0`. */
function atItem(error: Failure, index: number, part?: string): Failure {
  const place = `items.${index}`
  error.errors =
    error.errors.length > 0
      ? error.errors.map((fault) => ({
          ...fault,
          path: [place, 'input', fault.path].filter(Boolean).join('.'),
        }))
      : [{ path: part ? `${place}.${part}` : place, code: error.code, message: error.message }]
  return error
}

function refuse(code: string, message: string): Failure {
  return InvalidInput({}, { errors: [{ path: 'items', code, message }] })
}
