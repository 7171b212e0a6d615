/**
 * Who asks, and what they may do. One place decides; `identity` fills it in.
 *
 * Access has no default: an operation that is public says `anyone`. The `rule`
 * words let the authorisation matrix work out what each role should get.
 */
import { Forbidden, NotFound, Unauthenticated } from './failure.ts'
import { port } from './port.ts'
import type { Ctx } from './context.ts'
import type { EventType } from './event.ts'

export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'guest'; sessionId: string; guestId: string }
  | { kind: 'person'; sessionId: string; personId: string; permissions: ReadonlySet<string> }
  | KeyActor
  | { kind: 'system'; name: string }

/** A program that came with an API key. It owns nothing: what shoppers have is not for it. */
export interface KeyActor {
  kind: 'key'
  keyId: string
  /** Who answers for it: it never may more than they. */
  makerId: string
  /** It may stand in a browser, and reads what anybody may read. */
  isPublic: boolean
  permissions: ReadonlySet<string>
  /** How much it may ask: one of `LIMIT_PLANS`. */
  plan: string
  /** Pages of which others may call with it. */
  origins: readonly string[]
}

export const ANONYMOUS: Actor = { kind: 'anonymous' }

export interface Credentials {
  /** From the HttpOnly cookie: a stale one is ignored, so an old tab still shows the shop. */
  cookieToken?: string | undefined
  /** From `Authorization: Bearer`: a stale one is refused with 401. */
  bearerToken?: string | undefined
}

export interface Policy {
  identify(credentials: Credentials, ctx: Ctx): Promise<Actor>
  /** Whether who asks is looked up even where anybody may ask: what comes with a key is counted as the key's. */
  isKey?(credentials: Credentials): boolean
  /** Whether any key may be used from pages of this origin: browsers ask before they show the key. */
  opensTo?(origin: string, ctx: Ctx): Promise<boolean>
  /** Events after which the people and keys in `ids` may have other rights, or a session less. */
  changedBy?: EventType[]
}

export const policy = port<Policy>('kit.policy')

export interface Access {
  rule: 'anyone' | 'visitor' | 'shopper' | 'member' | 'permission' | 'owner' | 'system'
  permission?: string
  /** Runs inside the transaction, with the input already checked. */
  check: (input: never, ctx: Ctx) => void | Promise<void>
}

/** Nobody is asked who they are: no session is read. */
export const anyone: Access = { rule: 'anyone', check: () => {} }
/** Everybody may, and `ctx.actor` says who it is. */
export const visitor: Access = { rule: 'visitor', check: () => {} }
/** A guest or a person: whoever has a session, and so can own something. */
export const shopper: Access = {
  rule: 'shopper',
  check: (_, ctx) => {
    if (ctx.actor.kind === 'key') throw Forbidden({})
    if (ctx.actor.kind === 'anonymous') throw Unauthenticated({})
  },
}
/** A person with an account who is logged in. */
export const member: Access = {
  rule: 'member',
  check: (_, ctx) => {
    if (ctx.actor.kind === 'key') throw Forbidden({})
    if (ctx.actor.kind !== 'person') throw Unauthenticated({})
  },
}
/** A person who is logged in, or a program with a secret key. */
export const named: Access = {
  rule: 'member',
  check: (input, ctx) => {
    if (ctx.actor.kind !== 'key') return member.check(input, ctx)
    if (ctx.actor.isPublic) throw Forbidden({})
  },
}
/** Only the store's own processes and its command line. */
export const system: Access = {
  rule: 'system',
  check: (_, ctx) => {
    if (ctx.actor.kind !== 'system') throw Forbidden({})
  },
}

export function can(actor: Actor, permission: string): boolean {
  if (actor.kind === 'system') return true
  return 'permissions' in actor && (actor.permissions.has(permission) || actor.permissions.has('*'))
}

/** Whoever may do anything that shoppers may not, and the store itself. */
export const isStaff = (actor: Actor): boolean =>
  actor.kind === 'system' || ('permissions' in actor && actor.permissions.size > 0)

/** Staff who hold the named permission. */
export function permission(name: string): Access {
  return {
    rule: 'permission',
    permission: name,
    check: (_, ctx) => {
      if (ctx.actor.kind === 'anonymous' || ctx.actor.kind === 'guest') throw Unauthenticated({})
      if (!can(ctx.actor, name)) throw Forbidden({})
    },
  }
}

/** The one it belongs to. `check` throws NotFound for what the caller may not see. */
export function owner<I>(check: (input: I, ctx: Ctx) => Promise<void>): Access {
  return { rule: 'owner', check: check as Access['check'] }
}

/** For owner checks: the row was not found, or is not theirs; both look the same. */
export function mustOwn(owns: boolean): void {
  if (!owns) throw NotFound({})
}

/** The caller as idempotency records, limits and audit rows name it. */
export function callerOf(actor: Actor): string {
  if (actor.kind === 'person') return actor.personId
  if (actor.kind === 'guest') return actor.guestId
  if (actor.kind === 'key') return `key:${actor.keyId}`
  return actor.kind === 'system' ? `system:${actor.name}` : 'anonymous'
}
