/** Changes one's own name, phone number, marketing choice, business and what the store asks besides; what is left out stays. */
import { sql } from 'kysely'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Flag, Nullable, Phone, Text, Type, Version } from '#kit/types.ts'
import { renamePerson } from '../../identity/index.ts'
import { CUSTOMER, OwnCustom } from '../custom.ts'
import { customerId, ensureCustomer } from '../customer.ts'
import { customersChanged } from '../events.ts'
import { TaxIdInput, taxIdOf } from '../tax-id.ts'
import { Profile, readProfile } from './profile.ts'

interface Row {
  version: number
  phone: string | null
  marketing: boolean
  company_name: string | null
  tax_id: string | null
}

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
    companyName: Type.Optional(Nullable(Text(120))),
    taxId: Type.Optional(Nullable(TaxIdInput)),
    custom: Type.Optional(OwnCustom),
    expectedVersion: Type.Optional(Version),
  }),
  output: Profile,
  async run({ name, phone, marketing, custom, expectedVersion, ...business }, ctx) {
    const id = customerId(ctx)
    const own = checkCustom(ctx, CUSTOMER, custom, { who: 'shoppers' })
    await ensureCustomer(ctx, id)
    const { rows } = await sql<Row>`
      select version, phone, marketing, company_name, tax_id from customers.customer where store_id = ${ctx.storeId} and id = ${id} for update`.execute(
      ctx.db,
    )
    const before = rows[0]!
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    if (name !== undefined) await renamePerson(ctx, id, name)
    const companyName = business.companyName === undefined ? before.company_name : business.companyName
    const taxId = business.taxId === undefined ? before.tax_id : business.taxId
    await sql`update customers.customer set phone = ${phone === undefined ? before.phone : phone}, marketing = ${marketing ?? before.marketing},
      company_name = ${companyName && tidy(companyName)}, tax_id = ${taxId && taxIdOf(taxId, 'taxId').id},
      custom = ${withCustom(own, sql`custom`)}, version = version + 1, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${id}`.execute(
      ctx.db,
    )
    ctx.emit(customersChanged, { ids: [id] })
    return readProfile(ctx)
  },
})
