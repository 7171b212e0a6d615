/**
 * Who calls with an API key. It is looked up at each call, so what is revoked, run out or forged is refused alike, by the
 * same statement: nobody learns which it was.
 *
 * A secret key may do what it was given and whoever answers for it may do now, whichever is less. A publishable key
 * has no rights to lose.
 */
import { sql, type RawBuilder } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { Unauthenticated } from '#kit/failure.ts'
import { hashToken } from '#kit/id.ts'
import type { Credentials, KeyActor } from '#kit/policy.ts'
import { EVERYTHING } from '../rights.ts'

const LOOKS_LIKE_ONE = /^qs_[sp]k_/
const SEEN_EVERY = minutes(1)

interface Found {
  id: string
  kind: 'secret' | 'publishable'
  makerId: string
  plan: string
  origins: string[]
  given: string[]
  held: string[]
  lastUsedAt: Date | null
}

/** Only where a program sends it: in a cookie a key is nothing. */
export const isKey = ({ bearerToken }: Credentials): boolean =>
  bearerToken !== undefined && LOOKS_LIKE_ONE.test(bearerToken)

export async function actorOfKey(token: string, ctx: Ctx): Promise<KeyActor> {
  const found = await find(
    sql`k.id = (select s.key_id from identity.api_key_secret s where s.store_id = ${ctx.storeId}
      and s.secret_hash = ${hashToken(token)} and (s.ends_at is null or s.ends_at > ${ctx.now()}))`,
    ctx,
  )
  if (!found) throw Unauthenticated({})
  await markUsed(found, ctx)
  return actor(found)
}

/** For work that was asked for with a key and is done later. Null: it does not work any more. */
export async function actorOfKeyId(keyId: string, ctx: Ctx): Promise<KeyActor | null> {
  const found = await find(sql`k.id = ${keyId}`, ctx)
  return found ? actor(found) : null
}

async function find(which: RawBuilder<unknown>, ctx: Ctx): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select k.id, k.kind, k.maker_id as "makerId", k.plan, k.origins, k.permissions as given, k.last_used_at as "lastUsedAt",
      array(select distinct unnest(r.permissions) from identity.person_role pr
        join identity.role r on r.id = pr.role_id and r.archived_at is null where pr.person_id = k.maker_id) as held
    from identity.api_key k join identity.person p on p.id = k.maker_id
    where ${which} and k.store_id = ${ctx.storeId} and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > ${ctx.now()})
      and (k.kind = 'publishable' or (p.state = 'active' and p.archived_at is null))`.execute(ctx.db)
  return rows[0]
}

const actor = ({ id, kind, makerId, plan, origins, given, held }: Found): KeyActor => ({
  kind: 'key',
  keyId: id,
  makerId,
  plan,
  origins,
  isPublic: kind === 'publishable',
  permissions: new Set(inBoth(given, held)),
})

export function inBoth(given: string[], held: string[]): string[] {
  if (held.includes(EVERYTHING)) return given
  return given.includes(EVERYTHING) ? held : given.filter((each) => held.includes(each))
}

/** Asked before a page calls, when its key is not known yet. */
export async function opensTo(origin: string, ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`
    select from identity.api_key k where k.store_id = ${ctx.storeId} and k.origins @> array[${origin}]
      and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${ctx.now()}) limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** To the minute, so that calling stays reading. */
async function markUsed({ id, lastUsedAt }: Found, ctx: Ctx): Promise<void> {
  const before = after(ctx.now(), -SEEN_EVERY)
  if (lastUsedAt !== null && lastUsedAt > before) return
  await sql`update identity.api_key set last_used_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id} and (last_used_at is null or last_used_at <= ${before})`.execute(
    ctx.db,
  )
}
