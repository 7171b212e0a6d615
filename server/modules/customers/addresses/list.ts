import { sql } from 'kysely'
import { query, Nothing } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { SavedAddress, customerId, savedColumns } from '../customer.ts'
import { MOST_ADDRESSES } from '../staff-customer.ts'

export const list = query({
  id: 'customers.addresses.list',
  summary: 'My address book',
  rest: 'GET /me/addresses',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: shape('AddressBook', { items: List(SavedAddress, MOST_ADDRESSES) }),
  async run(_, ctx) {
    const { rows } = await sql<SavedAddress>`
      select ${savedColumns} from customers.address
      where store_id = ${ctx.storeId} and customer_id = ${customerId(ctx)} and archived_at is null
      order by is_default desc, updated_at desc, id limit ${MOST_ADDRESSES}`.execute(ctx.db)
    return { items: rows }
  },
})
