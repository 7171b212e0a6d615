/** Roles: named sets of permissions that people are given. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { callerOf } from '#kit/policy.ts'
import { Count, Id, Key, Text, Version, shape, type Static } from '#kit/types.ts'
import { Permissions } from '../rights.ts'

export const Role = shape('Role', {
  id: Id,
  key: Key,
  name: Text(120),
  permissions: Permissions,
  /** How many people have it. */
  people: Count,
  version: Version,
})
export type Role = Static<typeof Role>

const columns = sql`r.id, r.key, r.name, r.permissions, r.version,
  (select count(*) from identity.person_role pr where pr.store_id = r.store_id and pr.role_id = r.id) as people`

export async function roleById(ctx: Ctx, roleId: string): Promise<Role> {
  const { rows } = await sql<Role>`
    select ${columns} from identity.role r where r.store_id = ${ctx.storeId} and r.id = ${roleId} and r.archived_at is null`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

export async function allRoles(ctx: Ctx, most: number): Promise<Role[]> {
  const { rows } = await sql<Role>`
    select ${columns} from identity.role r where r.store_id = ${ctx.storeId} and r.archived_at is null order by r.name, r.id limit ${most}`.execute(
    ctx.db,
  )
  return rows
}

/** Answers false when the person had it already. */
export async function giveRole(ctx: Ctx, personId: string, roleId: string): Promise<boolean> {
  const { rows } =
    await sql`insert into identity.person_role (store_id, person_id, role_id, granted_at, granted_by)
    values (${ctx.storeId}, ${personId}, ${roleId}, ${ctx.now()}, ${callerOf(ctx.actor)}) on conflict do nothing returning role_id`.execute(
      ctx.db,
    )
  return rows.length > 0
}
