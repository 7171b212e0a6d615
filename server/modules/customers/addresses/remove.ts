/** Takes an address out of the book. Orders keep their own copy. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { customerId, lockAddress } from '../customer.ts'
import { customersChanged } from '../events.ts'

export const remove = command({
  id: 'customers.addresses.remove',
  summary: 'Remove a kept address',
  rest: 'DELETE /me/addresses/:addressId',
  audience: 'shop',
  access: member,
  input: Type.Object({ addressId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ addressId, expectedVersion }, ctx) {
    await lockAddress(ctx, addressId, expectedVersion)
    await sql`update customers.address set archived_at = ${ctx.now()}, is_default = false, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${addressId}`.execute(ctx.db)
    ctx.emit(customersChanged, { ids: [customerId(ctx)] })
    return { done: true as const }
  },
})
