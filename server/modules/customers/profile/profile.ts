/** A member's own data: name from identity, the rest from here. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Unauthenticated } from '#kit/failure.ts'
import { Email, Flag, Nullable, Phone, Text, Version, shape, type Static } from '#kit/types.ts'
import { customerId } from '../customer.ts'

export const Profile = shape('Profile', {
  email: Email,
  name: Text(120),
  phone: Nullable(Phone),
  marketing: Flag,
  /** The business they buy for. */
  companyName: Nullable(Text(120)),
  taxId: Nullable(Text(20)),
  version: Version,
})
export type Profile = Static<typeof Profile>

export async function readProfile(ctx: Ctx): Promise<Profile> {
  const { rows } = await sql<Profile>`
    select p.email, p.name, c.phone, coalesce(c.marketing, false) as marketing,
      c.company_name as "companyName", c.tax_id as "taxId", coalesce(c.version, 1) as version
    from identity.person p left join customers.customer c on c.id = p.id
    where p.store_id = ${ctx.storeId} and p.id = ${customerId(ctx)} and p.archived_at is null`.execute(ctx.db)
  if (!rows[0]) throw Unauthenticated({})
  return rows[0]
}
