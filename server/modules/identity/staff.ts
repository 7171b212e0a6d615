/** Who works here and may do something, by any of their roles: for what the store itself has to tell them. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { EVERYTHING } from './rights.ts'

export interface Member {
  id: string
  email: string
  locale: string
}

/** More of them than this have a list of their own to look at. */
const MOST = 100

export async function staffWho(ctx: Ctx, permission: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select p.id, p.email, p.locale from identity.person p
    where p.store_id = ${ctx.storeId} and p.state = 'active' and p.archived_at is null and p.id in (
      select pr.person_id from identity.role r
      join identity.person_role pr on pr.store_id = r.store_id and pr.role_id = r.id
      where r.store_id = ${ctx.storeId} and r.archived_at is null and r.permissions && ${[permission, EVERYTHING]}::text[])
    order by p.id limit ${MOST}`.execute(ctx.db)
  return rows
}
