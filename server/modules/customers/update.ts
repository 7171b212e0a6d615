/** Changes what the store keeps of a customer in fields of its own; what is left out stays, null takes a field away. */
import { sql } from 'kysely'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { CUSTOMER, CustomerCustom } from './custom.ts'
import { customersChanged } from './events.ts'
import { StaffCustomer, readStaffCustomer } from './staff-customer.ts'

export const update = command({
  id: 'customers.update',
  summary: 'Change what the store keeps of a customer',
  rest: 'PATCH /customers/:customerId',
  audience: 'staff',
  access: permission('customers.write'),
  input: Type.Object({
    customerId: Id,
    expectedVersion: Type.Optional(Version),
    custom: Type.Optional(CustomerCustom),
  }),
  output: StaffCustomer,
  async run({ customerId, expectedVersion, custom }, ctx) {
    const given = checkCustom(ctx, CUSTOMER, custom)
    await sql`select 1 from customers.customer where store_id = ${ctx.storeId} and id = ${customerId} for update`.execute(
      ctx.db,
    )
    const before = await readStaffCustomer(ctx, customerId)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    await sql`update customers.customer set custom = ${withCustom(given, sql`custom`)}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${customerId}`.execute(ctx.db)
    const after = await readStaffCustomer(ctx, customerId)
    ctx.emit(customersChanged, { ids: [customerId] })
    ctx.audit({
      subject: 'customers.customer',
      subjectId: customerId,
      before: { custom: before.custom },
      after: { custom: after.custom },
    })
    return after
  },
})
