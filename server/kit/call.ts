/** One call of an operation: what a road knows of it, and what follows from that before any work. */
import type { App } from './app.ts'
import type { Scope } from './context.ts'
import type { About, Statements } from './db.ts'
import { newId } from './id.ts'
import type { MadeOf } from './made-of.ts'
import { ANONYMOUS, callerOf, type Actor, type Credentials } from './policy.ts'
import { scopes, type ScopeHint } from './scope.ts'

/** All that a road knows of a request besides the operation and its input. */
export interface Call {
  /** Callers inside the server that know who acts; otherwise `credentials` are asked. */
  actor?: Actor
  credentials?: Credentials
  hint?: ScopeHint
  idempotencyKey?: string | undefined
  /** Falls when the caller leaves: a read then ends, a command does not. */
  signal?: AbortSignal
  traceId?: string
  address?: string
  origin?: string
  statements?: Statements
  /** Written by `invoke`: whose rate limit was drawn from. */
  limitedAs?: string
  /** Of another site's page, where a browser says that one asks. */
  page?: string
  /** Written by `invoke`: the key that came may be used from that page. */
  opensToPage?: boolean
  /** Written by `invoke`: by which plan, for a key. */
  plan?: string
  /** Written by `invoke`: under which name the answer is kept, if it is. */
  keptAs?: string
  /** Told by `invoke` of each read; shared by all calls of one page. */
  madeOf?: MadeOf
  /** Written when a public read asked who asks, or came with a key: its answer is for them alone, and no shared cache may keep it. */
  forOne?: boolean
}

/** A call with everything in its place; contexts are made from it. */
export interface Base {
  actor: Actor
  scope: Scope
  traceId: string
  signal: AbortSignal
  call: Call
  /** What `ctx.asker` found. */
  asker?: Promise<Actor>
}

const NEVER = new AbortController().signal

/** NOTE: asks no credentials; that takes an operation whose access wants to know. */
export async function baseOf(app: App, call: Call): Promise<Base> {
  const resolved = app.port(scopes).resolve(call.hint ?? {}, app)
  return {
    actor: call.actor ?? ANONYMOUS,
    scope: resolved instanceof Promise ? await resolved : resolved,
    traceId: call.traceId ?? newId().replaceAll('-', ''),
    signal: call.signal ?? NEVER,
    call,
  }
}

/** What stands in each line of the log that is written meanwhile. */
export function aboutOf({ traceId, actor, scope }: Base): About {
  return { trace: traceId, actor: callerOf(actor), store: scope.storeId }
}
