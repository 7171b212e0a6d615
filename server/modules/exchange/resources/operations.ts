/**
 * Batches that are too large for a request: a row for each operation, done in the order of the file as whoever asked.
 *
 * Each is checked, permitted, limited and audited as if it came alone. It is done in the transaction that moves the
 * checkpoint, so it happens once, also when the process dies; its key names it in the file. What it answers is kept
 * beside its row, or its faults are, and what comes after it goes on.
 */
import type { Ctx } from '#kit/context.ts'
import { InvalidInput, isFailure } from '#kit/failure.ts'
import { operationNamed } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { faultAt, type Fault, type Item, type Resource, type Row } from '#kit/resource.ts'
import { runInside } from '#kit/together.ts'
import { Text, Type } from '#kit/types.ts'

export const operations: Resource = {
  name: 'operations',
  summary: 'Operations of staff, one after the other: a batch of any size',
  // The right to each of them is asked when it is done.
  permissions: { read: 'exchange.write', write: 'exchange.write' },
  key: ['key'],
  chunk: 20,
  narrow: Type.Object({}, { additionalProperties: false }),
  columns: async () => [
    { name: 'key', shape: Text(200), required: true },
    { name: 'operation', shape: Text(100), required: true },
    { name: 'input', shape: Text(50_000) },
  ],
  tidy: (row) => ({ ...row, ...inputText(row) }),
  page: async () => ({ rows: [], next: null }),
  find: async () => [],
  check,
  write,
  answers: true,
}

/** In JSON it may stand as the object that it is. */
function inputText({ input }: Row): Row {
  return typeof input === 'object' && input !== null ? { input: JSON.stringify(input) } : {}
}

async function check(ctx: Ctx, items: Item[]): Promise<Fault[]> {
  return items.flatMap((item): Fault[] => {
    const { operation: id, input } = item.row
    const operation = ctx.app.operations.get(String(id))
    if (!operation || !fits(operation))
      return [faultAt(item, 'operation', 'unknown', `${String(id)} cannot be part of a batch.`)]
    return typeof inputOf(input) === 'object'
      ? []
      : [faultAt(item, 'input', 'format', 'This must be an object as JSON.')]
  })
}

/** As in an atomic batch of staff: no outside calls, no sessions, no secrets, nothing without end. */
function fits({ audience, kind, session, tellsSecret, task }: Operation): boolean {
  return audience !== 'shop' && kind === 'command' && session === null && !tellsSecret && task === null
}

function inputOf(text: Row[string] | undefined): unknown {
  if (text === null || text === undefined) return {}
  try {
    return JSON.parse(String(text)) as unknown
  } catch {
    return undefined
  }
}

async function write(ctx: Ctx, items: Item[]): Promise<unknown[]> {
  const outputs: unknown[] = []
  for (const { row } of items) outputs.push(await done(ctx, row))
  return outputs
}

async function done(ctx: Ctx, { key, operation, input }: Row): Promise<unknown> {
  try {
    return await runInside(ctx, operationNamed(ctx.app, String(operation)), inputOf(input), String(key))
  } catch (error) {
    if (!isFailure(error) || error.code !== InvalidInput.code) throw error
    throw InvalidInput({}, { errors: error.errors.map((each) => ({ ...each, path: `input.${each.path}` })) })
  }
}
