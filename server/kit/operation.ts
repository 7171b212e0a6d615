/**
 * An operation is the one definition every road is made from.
 *
 * One file each; its id is its path. `audience` and `access` have no default.
 * Commands run in one transaction; queries read; a stream tells about changes.
 * A command that must talk to the outside is a `task`: two transactions with the
 * call between them, so that no row stays locked over the network.
 */
import { Type, type Static, type TObject, type TSchema } from 'typebox'
import type { Ctx } from './context.ts'
import { STATEMENT_TIMEOUT_MS } from './db.ts'
import type { EventType } from './event.ts'
import type { FailureType } from './failure.ts'
import type { Kept } from './kept.ts'
import type { Access } from './policy.ts'
import { compileCheck, type Check } from './validate.ts'

export type Audience = 'shop' | 'staff' | 'system'

interface Common<I extends TObject, O extends TSchema> {
  id: string
  summary: string
  description?: string
  /** `POST /carts/:cartId/items`; the prefix `/v1` or `/v1/admin` comes from the audience. */
  rest: string
  audience: Audience
  access: Access
  input: I
  output: O
  failures?: FailureType[]
  /** Also answers shoppers while the store is closed to them. Default false. */
  whenClosed?: boolean
  /** Which bucket of `limits` it draws from; default by kind and audience. */
  limit?: string
  /** Longest time PostgreSQL may give one of its statements; beyond it the caller gets 503. Default 10 s. */
  deadlineMs?: number
}

export interface CommandDefinition<I extends TObject, O extends TSchema> extends Common<I, O> {
  /** `required` for writes with an effect outside the store. Default `optional`. */
  idempotency?: 'required' | 'optional'
  /** Default: `full` for staff and system (before and after), `trace` for shoppers. */
  audit?: 'full' | 'trace'
  /** The answer's `token` becomes (or ends) the caller's session; browsers get it as an HttpOnly cookie. */
  session?: 'starts' | 'ends'
  /** The answer holds a secret that is told this once: neither stored for repeats nor put in a batch or a conversation. */
  tellsSecret?: boolean
  /** HTTP status of success. Default 200; 201 for what creates. */
  status?: number
  /** What it does cannot be taken back: an agent asks the person it acts for. Default false. */
  isFinal?: boolean
  run: (input: Static<I>, ctx: Ctx) => Promise<Static<O>>
}

/** Steps of a command with an outside call. `Carry` is what the later steps need. */
export interface TaskSteps<I extends TObject, O extends TSchema, Carry, Reply> {
  /** First transaction. `resourceId` names the row that `resume` finds again. */
  begin: (input: Static<I>, ctx: Ctx) => Promise<{ resourceId: string; carry: Carry }>
  /** No database here. Must be safe to repeat with the same key. */
  call: (
    carry: Carry,
    outside: { ctx: Omit<Ctx, 'db' | 'emit' | 'audit'>; key: string; signal: AbortSignal },
  ) => Promise<Reply>
  /** Second transaction. */
  settle: (carry: Carry, reply: Reply, ctx: Ctx) => Promise<Static<O>>
  /** For a repeat or a sweep: either it is done, or what `call` needs to go on. */
  resume: (resourceId: string, ctx: Ctx) => Promise<{ done: Static<O> } | { carry: Carry }>
}

export interface TaskDefinition<I extends TObject, O extends TSchema, Carry, Reply>
  extends Omit<CommandDefinition<I, O>, 'run'>, TaskSteps<I, O, Carry, Reply> {}

export interface QueryDefinition<I extends TObject, O extends TSchema> extends Common<I, O> {
  run: (input: Static<I>, ctx: Ctx) => Promise<Static<O>>
  /** The same answer as JSON text straight from PostgreSQL; for the few hottest reads. */
  json?: (input: Static<I>, ctx: Ctx) => Promise<string>
  /** Keeps whole answers in memory; only with access `anyone`. */
  kept?: Kept<Static<I>, Static<O>>
  /** Events after which the answer may be another, of what is read anew each time: pages of it may be kept elsewhere. */
  endedBy?: EventType[]
  /** Strong caching hint for shared caches, in seconds; only with access `anyone`. */
  maxAgeSeconds?: number
}

export interface StreamDefinition<I extends TObject, O extends TSchema> extends Common<I, O> {
  /** Events that may touch the topic. */
  events: EventType[]
  /** The id to look for in the event's `ids`. */
  topic: (input: Static<I>) => string
  /** The present shape; sent on subscribing and after each matching event. */
  run: (input: Static<I>, ctx: Ctx) => Promise<Static<O>>
}

export interface Operation {
  kind: 'command' | 'query' | 'stream'
  id: string
  summary: string
  description: string
  rest: { method: string; path: string }
  audience: Audience
  access: Access
  input: TObject
  output: TSchema
  failures: FailureType[]
  limit: string
  whenClosed: boolean
  deadlineMs: number
  status: number
  idempotency: 'required' | 'optional' | 'none'
  audit: 'full' | 'trace'
  session: 'starts' | 'ends' | null
  tellsSecret: boolean
  isFinal: boolean
  endedBy: EventType[]
  maxAgeSeconds: number
  check: Check
  run: ((input: never, ctx: Ctx) => Promise<unknown>) | null
  json: ((input: never, ctx: Ctx) => Promise<string>) | null
  kept: Kept<never, never> | null
  task: TaskSteps<TObject, TSchema, unknown, unknown> | null
  events: EventType[]
  topic: ((input: never) => string) | null
}

/** Carries the types of input and output for callers inside the server. */
export interface Typed<I, O> extends Operation {
  types?: { input: I; output: O }
}

function build(
  kind: Operation['kind'],
  definition: Common<TObject, TSchema>,
  rest: Partial<Operation>,
): Operation {
  const [method = '', path = ''] = definition.rest.split(' ')
  const name = (definition.input as { $id?: string }).$id
  const input = Type.Object(definition.input.properties, {
    additionalProperties: false,
    ...(name ? { $id: name } : {}),
  })
  return {
    kind,
    id: definition.id,
    summary: definition.summary,
    description: definition.description ?? '',
    rest: { method, path: `${definition.audience === 'shop' ? '/v1' : '/v1/admin'}${path}` },
    audience: definition.audience,
    access: definition.access,
    input,
    output: definition.output,
    failures: definition.failures ?? [],
    limit: definition.limit ?? `${definition.audience}.${kind === 'command' ? 'write' : 'read'}`,
    whenClosed: definition.whenClosed ?? false,
    deadlineMs: definition.deadlineMs ?? STATEMENT_TIMEOUT_MS,
    status: 200,
    idempotency: 'none',
    audit: 'trace',
    session: null,
    tellsSecret: false,
    isFinal: false,
    endedBy: [],
    maxAgeSeconds: 0,
    check: compileCheck(input),
    run: null,
    json: null,
    kept: null,
    task: null,
    events: [],
    topic: null,
    ...rest,
  }
}

function commandRest(definition: Omit<CommandDefinition<TObject, TSchema>, 'run'>): Partial<Operation> {
  return {
    status: definition.status ?? 200,
    // Its answer is a secret: it is neither stored nor told a second time.
    idempotency:
      definition.session || definition.tellsSecret ? 'none' : (definition.idempotency ?? 'optional'),
    audit: definition.audit ?? (definition.audience === 'shop' ? 'trace' : 'full'),
    session: definition.session ?? null,
    tellsSecret: definition.tellsSecret ?? false,
    isFinal: definition.isFinal ?? false,
  }
}

export function command<I extends TObject, O extends TSchema>(
  definition: CommandDefinition<I, O>,
): Typed<Static<I>, Static<O>> {
  return build('command', definition as never, {
    ...commandRest(definition as never),
    run: definition.run as Operation['run'],
  })
}

export function task<I extends TObject, O extends TSchema, Carry, Reply>(
  definition: TaskDefinition<I, O, Carry, Reply>,
): Typed<Static<I>, Static<O>> {
  const { begin, call, settle, resume } = definition
  return build('command', definition as never, {
    ...commandRest(definition as never),
    task: { begin, call, settle, resume } as unknown as Operation['task'],
  })
}

export function query<I extends TObject, O extends TSchema>(
  definition: QueryDefinition<I, O>,
): Typed<Static<I>, Static<O>> {
  return build('query', definition as never, {
    run: definition.run as Operation['run'],
    json: (definition.json ?? (definition.kept ? asText(definition.run) : null)) as Operation['json'],
    kept: (definition.kept ?? null) as Operation['kept'],
    endedBy: definition.endedBy ?? [],
    maxAgeSeconds: definition.maxAgeSeconds ?? 0,
  })
}

/** What is kept is text, and the same text is told to all. */
const asText =
  <I, O>(run: (input: I, ctx: Ctx) => Promise<O>) =>
  async (input: I, ctx: Ctx) =>
    JSON.stringify(await run(input, ctx))

export function stream<I extends TObject, O extends TSchema>(
  definition: StreamDefinition<I, O>,
): Typed<Static<I>, Static<O>> {
  return build('stream', definition as never, {
    run: definition.run as Operation['run'],
    events: definition.events,
    topic: definition.topic as Operation['topic'],
  })
}

/** The input of operations that need none. */
export const Nothing = Type.Object({}, { additionalProperties: false })
/** The answer of operations that have nothing to say. */
export const Done = Type.Object({ done: Type.Literal(true) }, { $id: 'Done', additionalProperties: false })
