/** Changes one's own name, phone number and marketing choice; what is left out stays. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Flag, Nullable, Phone, Text, Type, Version } from '#kit/types.ts'
import { renamePerson } from '../../identity/index.ts'
import { customerId, ensureCustomer } from '../customer.ts'
import { customersChanged } from '../events.ts'
import { Profile, readProfile } from './profile.ts'

export const update = command({
  id: 'customers.profile.update',
  summary: 'Change my profile',
  rest: 'PATCH /me/profile',
  audience: 'shop',
  access: member,
  input: Type.Object({
    name: Type.Optional(Text(120)),
    phone: Type.Optional(Nullable(Phone)),
    marketing: Type.Optional(Flag),
    expectedVersion: Type.Optional(Version),
  }),
  output: Profile,
  async run({ name, phone, marketing, expectedVersion }, ctx) {
    const id = customerId(ctx)
    await ensureCustomer(ctx, id)
    const { rows } = await sql<{ version: number; phone: string | null; marketing: boolean }>`
      select version, phone, marketing from customers.customer where store_id = ${ctx.storeId} and id = ${id} for update`.execute(
      ctx.db,
    )
    const before = rows[0]!
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    if (name !== undefined) await renamePerson(ctx, id, name)
    await sql`update customers.customer set phone = ${phone === undefined ? before.phone : phone}, marketing = ${marketing ?? before.marketing},
      version = version + 1, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${id}`.execute(
      ctx.db,
    )
    ctx.emit(customersChanged, { ids: [id] })
    return readProfile(ctx)
  },
})
