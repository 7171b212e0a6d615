/**
 * Answers queries of one schema. Loaded with the first of them: until then nobody pays for the engine.
 *
 * A query is measured, read, priced and only then run: each of its fields at the top is one call of an operation by
 * `invoke`, with rights, limits and idempotency of its own. Fields of a query are answered side by side; those of a
 * mutation in order, and the first that is refused ends it without undoing what was done before.
 */
import {
  OperationTypeNode,
  execute,
  getArgumentValues,
  getVariableValues,
  type ExecutionResult,
} from 'graphql'
import type { App } from '#kit/app.ts'
import { invoke, invokeJson, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { isStaff } from '#kit/policy.ts'
import { callerContext } from '../call.ts'
import { edgesOf, expand, withEdges } from '../expand.ts'
import { MethodNotAllowed, unreadable } from '../problems.ts'
import { watching, type Watch } from '../topic.ts'
import type { Face } from '../vocabulary.ts'
import { documentsOf, operationIn, type Document, type Persisted } from './documents.ts'
import { IntrospectionOff, tooMuch } from './failures.ts'
import { inputOf } from './input.ts'
import { MAX_COST } from './limits.ts'
import { onlyAsked, plansOf, type Asked, type Plan } from './plan.ts'
import { unfitVariables } from './refused.ts'
import { shapesOf, type Shapes } from './shapes.ts'
import { servedSchema, type Asker } from './schema.ts'

export interface Query {
  text: string | undefined
  variables: Record<string, unknown>
  operationName: string | undefined
  persisted: Persisted | undefined
}

/** What a road knows of a request beside the query. */
export interface Around {
  /** A call of its own for each operation. */
  call: () => Call
  /** Of the request; each mutation adds its name in the answer. */
  idempotencyKey: string | undefined
  /** Only `query` may come by GET. */
  allowed: ReadonlySet<string>
  /** Before a mutation: whether it may come from there. */
  mayWrite: () => void
  /** Of all queries of the request so far. */
  spent: { cost: number }
  /** After each operation. */
  done: (operation: Operation, call: Call, output: unknown) => void
}

export interface Ready {
  document: Document
  asked: Asked
  plans: Map<string, Plan>
}

export type Engine = ReturnType<typeof graphqlEngine>

export function graphqlEngine(app: App, face: Face) {
  const { schema, operations } = servedSchema(app, face)
  const documents = documentsOf(schema)
  const edges = onlyAsked(edgesOf(app))
  const inputs = new Map([...operations.values()].map((each) => [each, inputOf(each)]))
  const isOpen = app.config.mode === 'demo'

  async function mayAskAboutIt(call: Call): Promise<void> {
    await app.limits.take('graphql.document', call.address || 'anonymous', app.clock())
    if (isOpen) return
    if (face !== 'admin' || !isStaff((await callerContext(app, call)).actor)) throw IntrospectionOff({})
  }

  /** Everything up to the point where the store is asked. */
  async function prepare(query: Query, around: Around): Promise<Ready> {
    const text = documents.textOf(query.text, query.persisted)
    const call = around.call()
    const document = await documents.read(text, () =>
      app.limits.take('graphql.document', call.address || 'anonymous', app.clock()),
    )
    documents.keep(text, query.text === undefined ? undefined : query.persisted)
    const operation = operationIn(document.ast, query.operationName)
    if (!around.allowed.has(operation.operation)) throw refusalOf(operation.operation)
    if (operation.operation === OperationTypeNode.MUTATION) around.mayWrite()
    if (document.isAboutItself) await mayAskAboutIt(call)
    const { coerced, errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      query.variables,
      { maxErrors: 20 },
    )
    if (errors) throw unfitVariables(errors)
    const asked = { operation, fragments: document.fragments, variables: coerced }
    const plans = plansOf(asked, operations, edges)
    for (const { cost } of plans.values()) around.spent.cost += cost
    if (around.spent.cost > MAX_COST) {
      const says = 'Ask for fewer rows, or less of each.'
      throw tooMuch('too_many', says, around.spent.cost, MAX_COST)
    }
    return { document, asked, plans }
  }

  async function run(
    query: Query,
    { document, asked, plans }: Ready,
    around: Around,
  ): Promise<ExecutionResult> {
    const asker: Asker = { answer: (name, args) => answer(name, plans.get(name)!, args, around) }
    const isQuery = asked.operation.operation === OperationTypeNode.QUERY
    // NOTE: compiled mutations would go on after one that was refused.
    const compiled = isQuery && !document.isAboutItself ? document.compiled(query.operationName) : null
    if (compiled) return (await compiled.query({}, asker, query.variables)) as ExecutionResult
    return execute({
      schema,
      document: document.ast,
      contextValue: asker,
      variableValues: query.variables,
      operationName: query.operationName,
    })
  }

  async function answer(
    name: string,
    plan: Plan,
    args: Record<string, unknown>,
    around: Around,
  ): Promise<unknown> {
    const { operation, wanted } = plan
    const call = around.call()
    const input = inputs.get(operation)!(args) as never
    if (operation.kind === 'command') {
      if (around.idempotencyKey !== undefined) call.idempotencyKey = `${around.idempotencyKey}:${name}`
      const output = await invoke(app, operation, input, call)
      around.done(operation, call, output)
      // Once the work is safe: what belongs to the answer is read after the commit, and kept out of replays.
      return wanted ? expand(output, operation.output, wanted, edges, await callerContext(app, call)) : output
    }
    try {
      if (wanted) return await invoke(app, withEdges(operation, wanted, edges), input, call)
      if (operation.json) return JSON.parse(await invokeJson(app, operation, input, call)) as unknown
      return await invoke(app, operation, input, call)
    } finally {
      around.done(operation, call, null)
    }
  }

  /** What a subscription tells, one result after the other. Refused at the first look: the first of them throws. */
  function follow(
    query: Query,
    { document, asked, plans }: Ready,
    call: () => Call,
  ): AsyncIterableIterator<ExecutionResult> {
    const [[name, plan] = []] = plans
    let shapes: Shapes | undefined

    function begin(): Shapes {
      if (!plan) throw unreadable('query', 'empty', 'A subscription names one stream.')
      const { operation, node, wanted } = plan
      const field = schema.getSubscriptionType()!.getFields()[node.name.value]!
      const input = inputs.get(operation)!(getArgumentValues(field, node, asked.variables)) as object
      return shapesOf(watchOf(operation), input, call, wanted !== null)
    }

    async function resultOf(text: string): Promise<ExecutionResult> {
      const shape = JSON.parse(text) as unknown
      const { operation, wanted } = plan!
      const value = wanted
        ? await expand(shape, operation.output, wanted, edges, await callerContext(app, call()))
        : shape
      return execute({
        schema,
        document: document.ast,
        contextValue: { answer: async (asking) => (asking === name ? value : null) } satisfies Asker,
        variableValues: query.variables,
        operationName: query.operationName,
      })
    }

    return {
      [Symbol.asyncIterator]() {
        return this
      },
      async next() {
        shapes ??= begin()
        const told = await shapes.next()
        return told.done
          ? { done: true, value: undefined }
          : { done: false, value: await resultOf(told.value) }
      },
      async return() {
        await shapes?.return()
        return { done: true, value: undefined }
      },
    }
  }

  const watches = new Map<Operation, Watch>()
  function watchOf(operation: Operation): Watch {
    if (!watches.has(operation)) watches.set(operation, watching(app, operation))
    return watches.get(operation)!
  }

  return { schema, prepare, run, follow }
}

function refusalOf(kind: OperationTypeNode) {
  if (kind === OperationTypeNode.MUTATION) return MethodNotAllowed({ allowed: ['POST'] })
  const where =
    kind === OperationTypeNode.SUBSCRIPTION
      ? 'A subscription goes over a WebSocket, by the protocol graphql-transport-ws.'
      : 'Over the WebSocket there are subscriptions only; send the rest by POST.'
  return unreadable('query', 'unsupported', where)
}
