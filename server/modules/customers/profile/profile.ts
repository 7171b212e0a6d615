/** A member's own data: name from identity, the rest from here. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { CustomValues } from '#kit/custom.ts'
import { Unauthenticated } from '#kit/failure.ts'
import { AskedField, askedFields } from '#kit/own-fields.ts'
import { Email, Flag, List, Nullable, Phone, Text, Version, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../../settings/index.ts'
import { CUSTOMER } from '../custom.ts'
import { customerId } from '../customer.ts'

export const Profile = shape('Profile', {
  email: Email,
  name: Text(120),
  phone: Nullable(Phone),
  marketing: Flag,
  /** The business they buy for. */
  companyName: Nullable(Text(120)),
  taxId: Nullable(Text(20)),
  /** Those fields of the store's own that customers see of theirs. */
  ownFields: List(AskedField, 64),
  version: Version,
})
export type Profile = Static<typeof Profile>

export async function readProfile(ctx: Ctx): Promise<Profile> {
  const { rows } = await sql<Omit<Profile, 'ownFields'> & { custom: CustomValues | null }>`
    select p.email, p.name, c.phone, coalesce(c.marketing, false) as marketing,
      c.company_name as "companyName", c.tax_id as "taxId", coalesce(c.version, 1) as version, c.custom
    from identity.person p left join customers.customer c on c.id = p.id
    where p.store_id = ${ctx.storeId} and p.id = ${customerId(ctx)} and p.archived_at is null`.execute(ctx.db)
  if (!rows[0]) throw Unauthenticated({})
  const { custom, ...own } = rows[0]
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  return { ...own, ownFields: askedFields(ctx, CUSTOMER, custom ?? {}, locales) }
}
