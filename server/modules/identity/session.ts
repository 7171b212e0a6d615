/**
 * Sessions: server-side rows behind an opaque token, kept as a hash only.
 *
 * A guest has one too, so that carts have an owner. Logging in makes a new one, with
 * the guest's id carried over, and ends the old: no token survives a change of rights.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, days } from '#kit/clock.ts'
import { Unauthenticated } from '#kit/failure.ts'
import { hashToken, newId, newToken } from '#kit/id.ts'
import { ANONYMOUS, type Actor, type Credentials, type Policy } from '#kit/policy.ts'
import { port } from '#kit/port.ts'
import { Id, Instant, Nullable, Token, Locale, Email, Text, Version, shape, type Static } from '#kit/types.ts'
import { keysChanged, personChanged } from './events.ts'
import { actorOfKey, isKey, opensTo } from './keys/actor.ts'

/** As long as an anonymous cart lives: a guest's counts from the last visit, a member's from the log-in. */
export const SESSION_LIVES = days(30)
/** A guest's end is moved on once a day at most, so that looking around stays reading. */
const MOVED_ON_EVERY = days(1)

export const Person = shape('Person', {
  id: Id,
  email: Email,
  name: Text(120),
  locale: Locale,
  version: Version,
})
export type Person = Static<typeof Person>

export const Session = shape('Session', { token: Token, expiresAt: Instant, person: Nullable(Person) })

export interface SignedIn {
  guestId: string | null
  personId: string
}

/** Called in the transaction of a log-in or sign-up: carts and orders of the guest become the person's. */
export const signedIn = port<(fact: SignedIn, ctx: Ctx) => Promise<void>>('identity.signedIn', { many: true })

export async function startSession(
  ctx: Ctx,
  who: { personId: string | null; guestId: string },
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken()
  const expiresAt = after(ctx.now(), SESSION_LIVES)
  await sql`insert into identity.session (id, store_id, token_hash, person_id, guest_id, created_at, seen_at, expires_at)
    values (${newId()}, ${ctx.storeId}, ${hashToken(token)}, ${who.personId}, ${who.guestId}, ${ctx.now()}, ${ctx.now()}, ${expiresAt})`.execute(
    ctx.db,
  )
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Turns the caller's present session, if any, into one of the person. */
export async function signIn(ctx: Ctx, person: Person): Promise<Static<typeof Session>> {
  const guestId = ctx.actor.kind === 'guest' ? ctx.actor.guestId : null
  await endSession(ctx)
  const session = await startSession(ctx, { personId: person.id, guestId: guestId ?? newId() })
  for (const follow of ctx.ports(signedIn)) await follow({ guestId, personId: person.id }, ctx)
  return { ...session, person }
}

export async function endSession(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'guest' && ctx.actor.kind !== 'person') return
  await sql`update identity.session set revoked_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${ctx.actor.sessionId} and revoked_at is null`.execute(ctx.db)
}

/** At once: the next request with one of them is refused. */
export async function endSessionsOf(ctx: Ctx, personId: string, but: string | null = null): Promise<void> {
  await sql`update identity.session set revoked_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and person_id = ${personId} and revoked_at is null and id is distinct from ${but}::uuid`.execute(
    ctx.db,
  )
}

interface Found {
  id: string
  person_id: string | null
  guest_id: string
  expires_at: Date
  permissions: string[]
}

/** Who a token belongs to, with all their permissions, in one statement; once a day a guest's costs a second. */
export const sessionPolicy: Policy = {
  async identify(credentials: Credentials, ctx: Ctx): Promise<Actor> {
    if (isKey(credentials)) return actorOfKey(credentials.bearerToken!, ctx)
    const token = credentials.bearerToken ?? credentials.cookieToken
    if (!token) return ANONYMOUS
    const { rows } = await sql<Found>`
      select s.id, s.person_id, s.guest_id, s.expires_at,
        case when s.person_id is null then '{}'::text[] else array(
          select distinct unnest(r.permissions) from identity.person_role pr
          join identity.role r on r.id = pr.role_id and r.archived_at is null
          where pr.person_id = s.person_id) end as permissions
      from identity.session s
      left join identity.person p on p.id = s.person_id
      where s.token_hash = ${hashToken(token)} and s.store_id = ${ctx.storeId} and s.revoked_at is null and s.expires_at > ${ctx.now()}
        and (s.person_id is null or (p.state = 'active' and p.archived_at is null))`.execute(ctx.db)
    const [found] = rows
    if (!found) {
      if (credentials.bearerToken) throw Unauthenticated({})
      return ANONYMOUS
    }
    if (found.person_id === null) {
      await keepGuest(ctx, found)
      return { kind: 'guest', sessionId: found.id, guestId: found.guest_id }
    }
    return {
      kind: 'person',
      sessionId: found.id,
      personId: found.person_id,
      permissions: new Set(found.permissions),
    }
  },
  isKey,
  opensTo,
  changedBy: [personChanged, keysChanged],
}

/** Whoever comes back keeps their cart: the session ends 30 days after the last visit, give or take a day. */
async function keepGuest(ctx: Ctx, { id, expires_at: end }: Found): Promise<void> {
  const until = after(ctx.now(), SESSION_LIVES)
  if (after(end, MOVED_ON_EVERY) > until) return
  await sql`update identity.session set seen_at = ${ctx.now()}, expires_at = greatest(expires_at, ${until})
    where store_id = ${ctx.storeId} and id = ${id} and revoked_at is null`.execute(ctx.db)
}
