/**
 * The typed client without HTTP: pages rendered in the server call the same operations through `invoke`.
 *
 * A refusal is thrown as it is declared, with its `problem` beside it, so that a page
 * reads it as it would read one from the wire. Edges that always come are part of reads.
 * A call that begins a session also makes later calls of this client speak for it.
 */
import type { Client } from '@quayside/client'
import type { App } from '#kit/app.ts'
import { isFailure } from '#kit/failure.ts'
import type { Call } from '#kit/invoke.ts'
import { languageOf } from '#kit/language.ts'
import type { Operation, Typed } from '#kit/operation.ts'
import { problemOf } from '#kit/problem.ts'
import { batchesOf, batchRunner, membersOf } from './batch.ts'
import { declared, toldOnce, type Declared } from './declared.ts'
import { edgesOf, hasIncluded, withEdges } from './expand.ts'
import { operationsOf } from './vocabulary.ts'

export interface InProcessOptions {
  /** Told when a session begins or ends, so that the page's answer can carry the cookie. */
  onSession?: (session: 'starts' | 'ends', output: unknown) => void
}

interface Caller {
  app: App
  call: Call
  onSession: InProcessOptions['onSession']
}

interface EachCall {
  idempotencyKey?: string
  signal?: AbortSignal
}

interface Leaf {
  operation: Operation
  run: (input: object, call: Call) => Promise<unknown>
  keep: Declared
}
type Branch = Map<string, Branch | Leaf>

const trees = new WeakMap<App, Branch>()

export function inProcess(app: App, call: Call, options: InProcessOptions = {}): Client {
  let tree = trees.get(app)
  if (!tree) trees.set(app, (tree = treeOf(app)))
  return face(tree, { app, call, onSession: options.onSession }) as Client
}

function treeOf(app: App): Branch {
  const root: Branch = new Map()
  const edges = edgesOf(app)
  for (const plain of app.operations.values()) {
    const adds = plain.kind !== 'command' && hasIncluded(plain.output, edges)
    const operation = adds ? withEdges(plain, new Map(), edges) : plain
    const keep = declared(operation.output, edges, toldOnce(app.log, operation.id))
    const run = (input: object, call: Call) => app.invoke(operation as Typed<unknown, unknown>, input, call)
    grow(root, { operation, run, keep })
  }
  const operations = operationsOf(app)
  for (const batch of batchesOf(operations)) {
    const run = batchRunner(app, batch, membersOf(batch, operations))
    const answer = async (input: object, call: Call) => (await run(input, call, batch.id)).answer
    grow(root, { operation: batch, run: answer, keep: (output) => output })
  }
  return root
}

function grow(root: Branch, leaf: Leaf): void {
  const names = leaf.operation.id.split('.')
  let here = root
  for (const name of names.slice(0, -1)) {
    if (!here.has(name)) here.set(name, new Map())
    here = here.get(name) as Branch
  }
  here.set(names.at(-1)!, leaf)
}

/** One per request, so functions are made when they are first asked for, not before. */
function face(branch: Branch, caller: Caller): object {
  const made: object = {}
  for (const [name, held] of branch) {
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = held instanceof Map ? face(held, caller) : method(held, caller)
        Object.defineProperty(made, name, { value, enumerable: true })
        return value
      },
    })
  }
  return made
}

function method(leaf: Leaf, caller: Caller) {
  if (leaf.operation.kind === 'stream')
    return (input: object = {}, each: EachCall = {}) => follow(leaf, input, each, caller)
  return (input: object = {}, each: EachCall = {}) => once(leaf, input, each, caller)
}

async function once(
  { operation, run, keep }: Leaf,
  input: object,
  each: EachCall,
  caller: Caller,
): Promise<unknown> {
  const call = {
    ...caller.call,
    ...(each.signal ? { signal: each.signal } : {}),
    idempotencyKey: each.idempotencyKey ?? keyFor(operation),
  }
  try {
    const output = await run(input, call)
    if (operation.session) takeSession(operation.session, output, caller)
    return keep(output)
  } catch (error) {
    if (call.madeOf) call.madeOf.ends = false // nobody tells when it may be had
    throw withProblem(error, operation, call)
  }
}

/** Nobody repeats a call inside the process, but some operations insist on a key. */
function keyFor(operation: Operation): string | undefined {
  return operation.idempotency === 'required' ? crypto.randomUUID() : undefined
}

function takeSession(session: 'starts' | 'ends', output: unknown, caller: Caller): void {
  const token = (output as { token?: unknown } | null)?.token
  const { actor: _, ...call } = caller.call
  if (session === 'ends') caller.call = { ...call, credentials: {} }
  else if (typeof token === 'string') caller.call = { ...call, credentials: { cookieToken: token } }
  caller.onSession?.(session, output)
}

const mark = Symbol.for('quayside.clientError')

function withProblem(error: unknown, operation: Operation, call: Call): unknown {
  if (!isFailure(error)) return error
  const problem = problemOf(error, operation.id, call.traceId ?? '', languageOf(call.hint?.locale))
  return Object.assign(error, { problem, [mark]: true })
}

/** The present shape, and again after each event that touches its topic. */
async function* follow(leaf: Leaf, input: object, each: EachCall, caller: Caller): AsyncGenerator<unknown> {
  const { operation } = leaf
  const topic = operation.topic!(operation.check(structuredClone(input)) as never)
  let changed: () => void = () => {}
  let waiting = new Promise<void>((resolve) => (changed = resolve))
  const unsubscribe = caller.app.tail.subscribe(
    (event) => void (event.payload.ids?.includes(topic) && changed()),
    {
      names: operation.events.map((event) => event.name),
    },
  )
  const stopped = new Promise<'stopped'>((resolve) =>
    each.signal?.addEventListener('abort', () => resolve('stopped'), { once: true }),
  )
  try {
    for (;;) {
      yield await once(leaf, input, each, caller)
      if (each.signal?.aborted || (await Promise.race([waiting, stopped])) === 'stopped') return
      waiting = new Promise((resolve) => (changed = resolve))
    }
  } finally {
    unsubscribe()
  }
}
