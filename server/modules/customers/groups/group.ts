/** Customers who are treated alike, such as by their prices. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure } from '#kit/failure.ts'
import { Count, Id, Key, Text, Type, Version, shape, type Static } from '#kit/types.ts'

export const MOST_GROUPS = 200

export const CustomerGroup = shape('CustomerGroup', {
  id: Id,
  key: Key,
  name: Text(120),
  memberCount: Count,
  version: Version,
})
export type CustomerGroup = Static<typeof CustomerGroup>

export const columns = sql`g.id, g.key, g.name, g.version,
  (select count(*)::int from customers.group_member m where m.group_id = g.id) as "memberCount"`

export const GroupKeyTaken = failure(
  'customers.group_key_taken',
  409,
  Type.Object({ key: Key }, { additionalProperties: false }),
  {
    en: ({ key }) => `There is a group called ${key} already.`,
    de: ({ key }) => `Es gibt schon eine Gruppe namens ${key}.`,
    ar: ({ key }) => `توجد مجموعة باسم ${key} من قبل.`,
  },
)

export async function lockGroup(ctx: Ctx, id: string, expectedVersion?: number): Promise<CustomerGroup> {
  const { rows } = await sql<CustomerGroup>`
    select ${columns} from customers.customer_group g where g.store_id = ${ctx.storeId} and g.id = ${id} and g.archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}
