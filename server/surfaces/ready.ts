/**
 * Operations made ready to be called by name, for roads that have one address for all of them.
 *
 * Each answers as its own route does: with the edges that always come, what the caller chooses, and nothing that
 * was not declared. It is made ready when it is first asked for.
 */
import type { App } from '#kit/app.ts'
import { UnknownField } from '#kit/failure.ts'
import { invoke, invokeJson, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { batchesOf, batchRunner, isBatch, membersOf } from './batch.ts'
import { callerContext } from './call.ts'
import { choices } from './choices.ts'
import { declared, toldOnce } from './declared.ts'
import { edgesOf, expand, type Edges } from './expand.ts'
import { select } from './fields.ts'
import type { Chosen } from './rest-input.ts'
import { operationsOf } from './vocabulary.ts'

export interface Answered {
  status: number
  /** As JSON. */
  text: string
  /** Before anything was taken out of it; null where PostgreSQL wrote the text. */
  output: unknown
}

export interface Ready {
  operation: Operation
  answer: (input: unknown, call: Call, chosen: Chosen) => Promise<Answered>
}

export type FindReady = (id: string) => Ready | undefined

/** What callers from outside may name: every operation but those of the store's own processes, and the batches. */
export function readyOperations(app: App): FindReady {
  const operations = operationsOf(app)
  const edges = edgesOf(app)
  const known = new Map([...operations, ...batchesOf(operations)].map((each) => [each.id, each]))
  const ready = new Map<string, Ready>()
  return (id) => {
    const operation = known.get(id)
    if (operation && !ready.has(id)) {
      const answer = isBatch(operation)
        ? answerBatch(app, operation, operations)
        : answerOne(app, operation, edges)
      ready.set(id, { operation, answer })
    }
    return ready.get(id)
  }
}

function answerOne(app: App, operation: Operation, edges: Edges): Ready['answer'] {
  const choose = choices(operation, edges)
  const keep = declared(operation.output, edges, toldOnce(app.log, operation.id))
  const { status } = operation
  return async (input, call, asked) => {
    const chosen = choose(asked)
    if (chosen.operation.json && !chosen.fields)
      return { status, text: await invokeJson(app, chosen.operation, input, call), output: null }
    const output = await invoke(app, chosen.operation, input, call)
    const adds = chosen.expand && operation.kind === 'command'
    const whole = adds
      ? await expand(output, operation.output, chosen.expand!, edges, await callerContext(app, call))
      : output
    const clean = keep(whole)
    const shown = chosen.fields ? select(clean, operation.output, chosen.fields) : clean
    return { status, text: JSON.stringify(shown), output }
  }
}

function answerBatch(app: App, batch: Operation, operations: Operation[]): Ready['answer'] {
  const run = batchRunner(app, batch, membersOf(batch, operations))
  return async (input, given, { fields, expand: wanted }) => {
    const call = { ...given }
    delete call.signal // it goes on to its end, whoever listens
    const told = Object.entries({ fields, expand: wanted }).filter(([, value]) => value !== undefined)
    const message = 'There is nothing to choose from a batch.'
    if (told.length > 0)
      throw UnknownField({}, { errors: told.map(([path]) => ({ path, code: 'unknown_field', message })) })
    const { status, answer } = await run(input, call, batch.id)
    return { status, text: JSON.stringify(answer), output: answer }
  }
}
