import { sql } from 'kysely'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { CustomerGroup, MOST_GROUPS, columns } from './group.ts'

export const list = query({
  id: 'customers.groups.list',
  summary: 'Groups of customers, by name',
  rest: 'GET /customer-groups',
  audience: 'staff',
  access: permission('customers.read'),
  input: Nothing,
  output: shape('CustomerGroupList', { items: List(CustomerGroup, MOST_GROUPS) }),
  async run(_, ctx) {
    const { rows } = await sql<CustomerGroup>`
      select ${columns} from customers.customer_group g where g.store_id = ${ctx.storeId} and g.archived_at is null
      order by g.name, g.id limit ${MOST_GROUPS}`.execute(ctx.db)
    return { items: rows }
  },
})
