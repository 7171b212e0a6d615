/** Changes a kept address; what is left out stays, null clears. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { member } from '#kit/policy.ts'
import { Flag, Id, Type, Version } from '#kit/types.ts'
import { AddressInput, addressOf } from '../address.ts'
import { SavedAddress, customerId, lockAddress, noOtherDefault, savedColumns } from '../customer.ts'
import { customersChanged } from '../events.ts'

export const update = command({
  id: 'customers.addresses.update',
  summary: 'Change a kept address',
  rest: 'PATCH /me/addresses/:addressId',
  audience: 'shop',
  access: member,
  input: Type.Object({
    addressId: Id,
    ...patch(AddressInput.properties),
    isDefault: Type.Optional(Flag),
    expectedVersion: Type.Optional(Version),
  }),
  output: SavedAddress,
  async run({ addressId, expectedVersion, isDefault, ...changes }, ctx) {
    const before = await lockAddress(ctx, addressId, expectedVersion)
    const address = addressOf({ ...before, ...changes }, '')
    if (isDefault && !before.isDefault) await noOtherDefault(ctx, customerId(ctx))
    const { rows } = await sql<SavedAddress>`
      update customers.address set name = ${address.name}, company = ${address.company}, line1 = ${address.line1}, line2 = ${address.line2},
        postal_code = ${address.postalCode}, city = ${address.city}, region = ${address.region}, country = ${address.country}, phone = ${address.phone},
        is_default = ${isDefault ?? before.isDefault}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${addressId} returning ${savedColumns}`.execute(ctx.db)
    ctx.emit(customersChanged, { ids: [customerId(ctx)] })
    return rows[0]!
  },
})
