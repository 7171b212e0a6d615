/**
 * The second step of what an agent should not do by itself.
 *
 * The first call does nothing and answers a sealed token, bound to the operation, its exact input, the caller and the
 * store, for a few minutes. It holds the idempotency key of the second call, so however often that comes, in whichever
 * process, the work is done once.
 */
import { createHash } from 'node:crypto'
import type { App } from '#kit/app.ts'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { callerOf } from '#kit/policy.ts'
import { seal, unseal } from '#kit/seal.ts'
import { unreadable } from '../problems.ts'

const LIVES_MS = minutes(5)
const PURPOSE = 'mcp confirmation'

interface Bound {
  /** Everything the token is bound to, as one hash. */
  to: string
  key: string
  untilMs: number
}

export function confirmationOf(app: App, operation: Operation, input: object, ctx: Ctx) {
  const untilMs = app.clock().getTime() + LIVES_MS
  const bound: Bound = { to: boundTo(operation, input, ctx), key: `mcp-${newId()}`, untilMs }
  return {
    token: seal(app.config.secret, PURPOSE, JSON.stringify(bound)).toString('base64url'),
    expiresAt: new Date(untilMs).toISOString(),
  }
}

/** Answers the key under which it is done once; throws when the token is not for this. */
export function confirmedKey(app: App, token: string, operation: Operation, input: object, ctx: Ctx): string {
  let bound: Bound
  try {
    bound = JSON.parse(unseal(app.config.secret, PURPOSE, Buffer.from(token, 'base64url'))) as Bound
  } catch {
    throw refused('confirmation', 'This is no token of ours.')
  }
  if (bound.untilMs < app.clock().getTime())
    throw refused('expired', 'This token has expired; ask for another one.')
  if (bound.to !== boundTo(operation, input, ctx))
    throw refused('confirmation', 'This token was given for something else.')
  return bound.key
}

const refused = (code: string, message: string) => unreadable('confirmationToken', code, message)

function boundTo({ id }: Operation, input: object, { storeId, actor }: Ctx): string {
  const session = 'sessionId' in actor ? actor.sessionId : ''
  const parts = [id, storeId, callerOf(actor), session, canonical(input)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** The same text for the same value, in whatever order its names were said. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join()}}`
}
