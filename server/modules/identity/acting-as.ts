/** A person or a key as they act without a session, in work that they asked for: with the rights that they have now. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Actor } from '#kit/policy.ts'
import { actorOfKeyId } from './keys/actor.ts'

/** `asker` as `callerOf` named them. Null: they may not act here any more. */
export async function actingAs(ctx: Ctx, asker: string): Promise<Actor | null> {
  return asker.startsWith('key:') ? actorOfKeyId(asker.slice(4), ctx) : actingPerson(ctx, asker)
}

async function actingPerson(ctx: Ctx, personId: string): Promise<Actor | null> {
  const { rows } = await sql<{ permissions: string[] }>`
    select array(select distinct unnest(r.permissions) from identity.person_role pr
      join identity.role r on r.id = pr.role_id and r.archived_at is null where pr.person_id = p.id) as permissions
    from identity.person p
    where p.store_id = ${ctx.storeId} and p.id = ${personId} and p.state = 'active' and p.archived_at is null`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) return null
  return { kind: 'person', personId, sessionId: personId, permissions: new Set(found.permissions) }
}
