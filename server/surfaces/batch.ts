/**
 * Batches: several operations in one request, on every road that takes JSON.
 *
 * Each item is the operation as its road has it: checked, permitted, limited and audited as if it came alone, and
 * answered with what it would have answered alone. `kit/batch.ts` does the work; here it gets its shape.
 */
import type { App } from '#kit/app.ts'
import { invokeBatch, MAX_BATCH_ITEMS, type Batch, type BatchResult } from '#kit/batch.ts'
import { commonFailures, type Failure, type FailureType } from '#kit/failure.ts'
import type { Call } from '#kit/invoke.ts'
import { languageOf } from '#kit/language.ts'
import { command, type Operation } from '#kit/operation.ts'
import { named, visitor } from '#kit/policy.ts'
import { Problem } from '#kit/problem.ts'
import { Flag, Int, List, Nullable, Type, shape, type Static } from '#kit/types.ts'
import { callerContext, KEY } from './call.ts'
import { choices, type Choices } from './choices.ts'
import { declared, toldOnce, type Declared } from './declared.ts'
import { edgesOf, expand, type Edges } from './expand.ts'
import { problemText } from './problems.ts'
import type { Face } from './vocabulary.ts'

const BatchItem = shape('BatchItem', {
  operation: Type.String({
    format: 'words',
    minLength: 1,
    maxLength: 100,
    scalar: 'Text',
    description: 'Its `operationId`.',
    examples: ['cart.get'],
  }),
  input: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'All it takes, whether alone it stands in the path, the query or the body.',
    }),
  ),
  key: Type.Optional(
    Type.String({
      pattern: KEY.source,
      minLength: 1,
      maxLength: 255,
      scalar: 'Text',
      description: 'Its own idempotency key; without one it is that of the request, a colon and its index.',
    }),
  ),
})

const BatchResultShape = shape(
  'BatchResult',
  {
    status: Int(200, 599),
    output: Nullable(
      Type.Record(Type.String(), Type.Unknown(), { description: 'What the operation answers alone.' }),
    ),
    problem: Nullable(Problem),
  },
  { description: 'Of `output` and `problem` one is null.' },
)

const BatchAnswer = shape('BatchAnswer', { results: List(BatchResultShape, MAX_BATCH_ITEMS) })
export type BatchAnswer = Static<typeof BatchAnswer>

const DESCRIPTION = `\`atomic\` does all or none, in one transaction; a refusal is that of the first item that cannot be
done, and its \`errors\` begin with \`items.3\`. Otherwise each item is done by itself and has its own result, in order:
status 200 when all are done, 207 when some are refused. What asks the outside world, such as a payment, cannot be part of an
atomic batch; what begins or ends a session, and streams, of none.`

/** The batch of a road, described as an operation is. `run` is not its way in: the items are called, not the batch. */
export function batchOf(face: Face, operations: Operation[]): Operation {
  const failures = operations.filter((each) => isOn(face, each)).flatMap((each) => each.failures)
  const byCode = new Map<string, FailureType>(
    [...commonFailures, ...failures].map((each) => [each.code, each]),
  )
  return command({
    id: face === 'shop' ? 'batch' : 'admin.batch',
    summary: 'Do several operations in one request',
    description: DESCRIPTION,
    rest: 'POST /batch',
    audience: face === 'shop' ? 'shop' : 'staff',
    access: face === 'shop' ? visitor : named,
    input: Type.Object({ atomic: Flag, items: List(BatchItem, MAX_BATCH_ITEMS, { minItems: 1 }) }),
    output: BatchAnswer,
    failures: [...byCode.values()],
    run: () => Promise.reject(new Error('A batch has no work of its own.')),
  })
}

/** A batch for each road that has operations. */
export function batchesOf(operations: Operation[]): Operation[] {
  return (['shop', 'admin'] as const)
    .filter((face) => operations.some((each) => isOn(face, each)))
    .map((face) => batchOf(face, operations))
}

export function isBatch({ output }: Operation): boolean {
  return output === BatchAnswer
}

/** What a batch of this road may hold. */
export function membersOf(batch: Operation, operations: Operation[]): Operation[] {
  return operations.filter((each) => isOn(batch.audience === 'shop' ? 'shop' : 'admin', each))
}

function isOn(face: Face, { audience }: Operation): boolean {
  return (audience === 'shop') === (face === 'shop')
}

export interface DoneBatch {
  status: 200 | 207
  answer: BatchAnswer
}
/** `instance` stands in the problems of the items. */
export type RunBatch = (input: unknown, call: Call, instance: string) => Promise<DoneBatch>

/** How a batch of these operations is done. Each is made ready when it is first asked for. */
export function batchRunner(app: App, batch: Operation, operations: Operation[]): RunBatch {
  const edges = edgesOf(app)
  const known = new Map(operations.map((operation) => [operation.id, operation]))
  const ready = new Map<string, Member>()

  function memberOf(id: string): Member | undefined {
    const operation = known.get(id)
    if (operation && !ready.has(id)) ready.set(id, readyMember(app, operation, edges))
    return ready.get(id)
  }

  return async (input, call, instance) => {
    const { atomic, items } = batch.check(input) as { atomic: boolean; items: Batch['items'] }
    const filled = items.map((item) => ({ ...item, input: item.input ?? {} }))
    const done = await invokeBatch(app, { atomic, items: filled }, call, (id) => memberOf(id)?.operation)
    const results: BatchAnswer['results'] = []
    for (const [index, result] of done.entries())
      results.push(
        result.ok
          ? await told(app, memberOf(items[index]!.operation)!, result, edges, call)
          : refused(result.failure, instance, call),
      )
    return { status: done.every(({ ok }) => ok) ? 200 : 207, answer: { results } }
  }
}

interface Member extends Choices {
  keep: Declared
}

/** As its own route has it, with the edges that always come. */
function readyMember(app: App, operation: Operation, edges: Edges): Member {
  return {
    ...choices(operation, edges)({ fields: undefined, expand: undefined }),
    keep: declared(operation.output, edges, toldOnce(app.log, operation.id)),
  }
}

async function told(
  app: App,
  { operation, expand: wanted, keep }: Member,
  { output }: Extract<BatchResult, { ok: true }>,
  edges: Edges,
  call: Call,
): Promise<BatchAnswer['results'][number]> {
  const adds = wanted && operation.kind === 'command'
  const whole = adds
    ? await expand(output, operation.output, wanted, edges, await callerContext(app, call))
    : output
  return { status: operation.status, output: keep(whole) as Record<string, unknown>, problem: null }
}

function refused(failure: Failure, instance: string, call: Call): BatchAnswer['results'][number] {
  const text = problemText(failure, instance, call.traceId ?? '', languageOf(call.hint?.locale))
  const problem = JSON.parse(text) as Static<typeof Problem>
  return { status: problem.status, output: null, problem }
}
