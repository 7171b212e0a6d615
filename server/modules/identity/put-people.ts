/**
 * People in bulk, known by their address: new ones are invited, without a password and without a mail. They get one
 * by the link for a forgotten password. At most 1,000.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { personChanged } from './events.ts'

export interface PutPerson {
  /** In its normal form. */
  email: string
  name: string
  /** The name of somebody who is there stays. */
  isNew: boolean
}

/** Answers with ids by address. */
export async function putPeople(ctx: Ctx, people: PutPerson[]): Promise<Map<string, string>> {
  const given = people.map((person) => ({ ...person, id: newId() }))
  const { rows } = await sql<{ id: string; email: string }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}) as g(id uuid, email text, name text, "isNew" boolean)
    ), made as (
      insert into identity.person (id, store_id, email, name, locale, state, created_at, updated_at)
      select id, ${ctx.storeId}, email, name, ${ctx.scope.locale}, 'invited', ${ctx.now()}, ${ctx.now()} from given where "isNew"
      on conflict (store_id, email) where archived_at is null do nothing returning id, email
    ), renamed as (
      update identity.person p set name = g.name, version = p.version + 1, updated_at = ${ctx.now()} from given g
      where p.store_id = ${ctx.storeId} and p.email = g.email and p.archived_at is null and not g."isNew" and p.name <> g.name
    )
    select id, email from made
    union select p.id, p.email from identity.person p join given g on g.email = p.email where p.store_id = ${ctx.storeId} and p.archived_at is null`.execute(
    ctx.db,
  )
  ctx.emit(personChanged, { ids: rows.map(({ id }) => id) })
  return new Map(rows.map(({ id, email }) => [email, id]))
}
