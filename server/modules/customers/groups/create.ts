import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Count, Key, Text, Type } from '#kit/types.ts'
import { CustomerGroup, GroupKeyTaken, MOST_GROUPS } from './group.ts'

export const TooManyGroups = failure(
  'customers.too_many_groups',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store has ${limit} groups of customers at most.`,
    de: ({ limit }) => `Ein Shop hat höchstens ${limit} Kundengruppen.`,
    ar: ({ limit }) => `الحد الأقصى لمجموعات العملاء في المتجر ${limit}.`,
  },
)

export const create = command({
  id: 'customers.groups.create',
  summary: 'Add a group of customers',
  rest: 'POST /customer-groups',
  audience: 'staff',
  access: permission('customers.write'),
  status: 201,
  input: Type.Object({ key: Key, name: Text(120) }),
  output: CustomerGroup,
  failures: [GroupKeyTaken, TooManyGroups],
  async run({ key, name }, ctx) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`customers.groups ${ctx.storeId}`}, 0))`.execute(
      ctx.db,
    )
    const { rows } = await sql<{ count: number; taken: boolean }>`
      select count(*) as count, coalesce(bool_or(key = ${key}), false) as taken from customers.customer_group
      where store_id = ${ctx.storeId} and archived_at is null`.execute(ctx.db)
    if (rows[0]!.taken) throw GroupKeyTaken({ key })
    if (rows[0]!.count >= MOST_GROUPS) throw TooManyGroups({ limit: MOST_GROUPS })
    const made = { id: newId(), key, name: tidy(name), memberCount: 0, version: 1 }
    await sql`insert into customers.customer_group (id, store_id, key, name, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${key}, ${made.name}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    ctx.audit({ subject: 'customers.group', subjectId: made.id, before: null, after: made })
    return made
  },
})
