/** A person as staff see them: state, roles and open sessions. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import {
  Email,
  Id,
  Instant,
  Key,
  List,
  Locale,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'

/** `invited` has no password yet; `suspended` cannot log in. */
export const PersonState = Words('PersonState', 'invited', 'active', 'suspended')
export const MOST_ROLES = 200

const PersonRole = shape('PersonRole', { id: Id, key: Key, name: Text(120) })
const PersonSession = shape('PersonSession', { id: Id, createdAt: Instant, expiresAt: Instant })

const fields = {
  id: Id,
  email: Email,
  name: Text(120),
  locale: Locale,
  state: PersonState,
  roles: List(PersonRole, MOST_ROLES),
  version: Version,
  createdAt: Instant,
}
export const StaffPersonCard = shape('StaffPersonCard', fields)
export const StaffPerson = shape('StaffPerson', { ...fields, sessions: List(PersonSession, 100) })
export type StaffPerson = Static<typeof StaffPerson>

/** The roles of `p`, a person, as JSON. */
export const rolesOf: RawBuilder<unknown> = sql`coalesce((
  select json_agg(json_build_object('id', r.id, 'key', r.key, 'name', r.name) order by r.name, r.id)
  from identity.person_role pr join identity.role r on r.id = pr.role_id and r.archived_at is null where pr.person_id = p.id), '[]')`

export async function readStaffPerson(ctx: Ctx, personId: string): Promise<StaffPerson> {
  const { rows } = await sql<StaffPerson>`
    select p.id, p.email, p.name, p.locale, p.state, p.version, kit.utc(p.created_at) as "createdAt", ${rolesOf} as roles,
      coalesce((select json_agg(json_build_object('id', s.id, 'createdAt', kit.utc(s.created_at), 'expiresAt', kit.utc(s.expires_at)))
        from (select * from identity.session s where s.store_id = p.store_id and s.person_id = p.id and s.revoked_at is null and s.expires_at > ${ctx.now()}
          order by s.created_at desc limit 100) s), '[]') as sessions
    from identity.person p where p.store_id = ${ctx.storeId} and p.id = ${personId} and p.archived_at is null`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

export interface LockedPerson {
  id: string
  email: string
  name: string
  locale: string
  state: Static<typeof PersonState>
  version: number
  /** Of all their roles. */
  permissions: string[]
  hasPassword: boolean
}

export async function lockPerson(ctx: Ctx, personId: string): Promise<LockedPerson> {
  const { rows } = await sql<LockedPerson>`
    select p.id, p.email, p.name, p.locale, p.state, p.version,
      array(select distinct unnest(r.permissions) from identity.person_role pr
        join identity.role r on r.id = pr.role_id and r.archived_at is null where pr.person_id = p.id) as permissions,
      exists (select from identity.password w where w.person_id = p.id) as "hasPassword"
    from identity.person p where p.store_id = ${ctx.storeId} and p.id = ${personId} and p.archived_at is null for update`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0]
}
