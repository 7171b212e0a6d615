import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { StaffCustomer, readStaffCustomer } from './staff-customer.ts'

export const get = query({
  id: 'customers.get',
  summary: 'A customer with their addresses',
  rest: 'GET /customers/:customerId',
  audience: 'staff',
  access: permission('customers.read'),
  input: Type.Object({ customerId: Id }),
  output: StaffCustomer,
  run: ({ customerId }, ctx) => readStaffCustomer(ctx, customerId),
})
