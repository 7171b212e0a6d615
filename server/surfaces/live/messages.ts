/** What is said over `/live`: one JSON object a frame, each with its `kind`. docs/live.md tells it to strangers. */
import { Type, type TProperties } from 'typebox'
import { compileCheck } from '#kit/validate.ts'
import { KEY } from '../call.ts'
import { parseJsonBody } from '../json-body.ts'
import { unreadable } from '../problems.ts'

/** Chosen by the client: what is answered carries it again. */
const MessageId = Type.String({ minLength: 1, maxLength: 64 })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Words = Type.Optional(Type.String({ maxLength: 1000 }))
const Hint = Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))
const Input = Type.Optional(Type.Record(Type.String(), Type.Unknown()))

/** What a client may say. */
const MESSAGES = {
  /** First or not at all: who speaks, and for which store, in which language. */
  hello: {
    token: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
    store: Hint,
    channel: Hint,
    market: Hint,
    locale: Hint,
    currency: Hint,
    bypass: Hint,
  },
  call: {
    id: MessageId,
    operation: Name,
    input: Input,
    key: Type.Optional(Type.String({ pattern: KEY.source })),
    fields: Words,
    expand: Words,
  },
  subscribe: {
    id: MessageId,
    operation: Name,
    input: Input,
    after: Type.Optional(Type.String({ pattern: '^[\\w-]{1,200}$' })),
  },
  unsubscribe: { id: MessageId },
  ping: {},
} satisfies Record<string, TProperties>

export interface Hello {
  kind: 'hello'
  token?: string
  store?: string
  channel?: string
  market?: string
  locale?: string
  currency?: string
  bypass?: string
}
export interface CallMessage {
  kind: 'call'
  id: string
  operation: string
  input?: object
  key?: string
  fields?: string
  expand?: string
}
export interface Subscribe {
  kind: 'subscribe'
  id: string
  operation: string
  input?: object
  after?: string
}
export type Message = Hello | CallMessage | Subscribe | { kind: 'unsubscribe'; id: string } | { kind: 'ping' }

const checks = new Map(
  Object.entries(MESSAGES).map(([kind, properties]) => [
    kind,
    compileCheck(Type.Object({ kind: Type.Literal(kind), ...properties }, { additionalProperties: false })),
  ]),
)

/** The id of a message that cannot be taken, if it has one that can be said again. */
export function idOf(value: unknown): string | null {
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' && id.length > 0 && id.length <= 64 ? id.toWellFormed() : null
}

/** Throws for what is no JSON object: there is no way to answer that. */
export function parseFrame(bytes: Buffer): object {
  const value = parseJsonBody(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw unreadable('', 'type', 'A message is a JSON object.')
}

export function messageOf(value: object): Message {
  const { kind } = value as { kind?: unknown }
  const check = typeof kind === 'string' ? checks.get(kind) : undefined
  if (!check) throw unreadable('kind', 'enum', `A message is one of ${[...checks.keys()].join(', ')}.`)
  return check(value) as Message
}
