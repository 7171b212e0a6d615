/** Who is in a group or a company: put in and taken out in one way, all or none; who is in already, or out, stays so. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { customersChanged } from './events.ts'

/** Tables of this module, and the column of the members' table that names the whole. */
const KINDS = {
  company: { whole: 'company', members: 'company_member', column: 'company_id' },
  group: { whole: 'customer_group', members: 'group_member', column: 'group_id' },
} as const

export interface MembersChange {
  add: string[]
  remove: string[]
}

/** The whole is locked; its version is raised. Names the place in the input of a customer who is not there, or named on both sides. */
export async function changeMembersOf(
  ctx: Ctx,
  kind: keyof typeof KINDS,
  id: string,
  { add, remove }: MembersChange,
): Promise<void> {
  await checkMembers(ctx, { add, remove })
  const { whole, members, column } = KINDS[kind]
  const [table, own] = [sql.table(`customers.${members}`), sql.ref(column)]
  await sql`
    with gone as (delete from ${table} where store_id = ${ctx.storeId} and ${own} = ${id} and customer_id = any(${remove}::uuid[])),
    put as (insert into ${table} (store_id, ${own}, customer_id)
      select ${ctx.storeId}, ${id}, c from (select distinct unnest(${add}::uuid[]) as c) given on conflict do nothing)
    update ${sql.table(`customers.${whole}`)} set version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
  const changed = [...new Set([...add, ...remove])]
  if (changed.length > 0) ctx.emit(customersChanged, { ids: changed })
}

async function checkMembers(ctx: Ctx, { add, remove }: MembersChange): Promise<void> {
  const both = remove.findIndex((id) => add.includes(id))
  if (both !== -1) throw invalid(`remove.${both}`, 'contradiction', 'This customer is to be put in as well.')
  const { rows } = await sql<{ id: string }>`
    select id from customers.customer where store_id = ${ctx.storeId} and id = any(${[...add, ...remove]}::uuid[]) and archived_at is null`.execute(
    ctx.db,
  )
  const there = new Set(rows.map(({ id }) => id))
  for (const [name, ids] of Object.entries({ add, remove }))
    ids.forEach((id, index) => {
      if (!there.has(id)) throw invalid(`${name}.${index}`, 'unknown', 'There is no such customer.')
    })
}
