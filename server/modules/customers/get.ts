import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, type Static } from '#kit/types.ts'
import { savedColumns, type SavedAddress } from './customer.ts'
import { MOST_ADDRESSES, StaffCustomer } from './staff-customer.ts'

export const get = query({
  id: 'customers.get',
  summary: 'A customer with their addresses',
  rest: 'GET /customers/:customerId',
  audience: 'staff',
  access: permission('customers.read'),
  input: Type.Object({ customerId: Id }),
  output: StaffCustomer,
  async run({ customerId }, ctx) {
    const { rows } = await sql<Omit<Static<typeof StaffCustomer>, 'addresses'>>`
      select c.id, p.email, p.name, c.phone, c.marketing, c.version, kit.utc(c.created_at) as "createdAt"
      from customers.customer c join identity.person p on p.id = c.id
      where c.store_id = ${ctx.storeId} and c.id = ${customerId} and c.archived_at is null`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    const { rows: addresses } = await sql<SavedAddress>`
      select ${savedColumns} from customers.address where store_id = ${ctx.storeId} and customer_id = ${customerId} and archived_at is null
      order by is_default desc, updated_at desc, id limit ${MOST_ADDRESSES}`.execute(ctx.db)
    return { ...rows[0], addresses }
  },
})
