/** A customer as staff see them. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { shownText } from '#kit/custom.ts'
import { NotFound } from '#kit/failure.ts'
import {
  Email,
  Flag,
  Id,
  Instant,
  List,
  Nullable,
  Phone,
  Text,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { CUSTOMER, CustomerCustom } from './custom.ts'
import { SavedAddress, savedColumns } from './customer.ts'

const fields = {
  /** Also the person's. */
  id: Id,
  email: Email,
  name: Text(120),
  phone: Nullable(Phone),
  /** Wants to hear of offers. */
  marketing: Flag,
  version: Version,
  createdAt: Instant,
}

/** Nobody needs more, and every list has an end. */
export const MOST_ADDRESSES = 50

export const StaffCustomerCard = shape('StaffCustomerCard', fields)
export const StaffCustomer = shape('StaffCustomer', {
  ...fields,
  custom: CustomerCustom,
  addresses: List(SavedAddress, MOST_ADDRESSES),
})
export type StaffCustomer = Static<typeof StaffCustomer>

export async function readStaffCustomer(ctx: Ctx, customerId: string): Promise<StaffCustomer> {
  const { rows } = await sql<Omit<StaffCustomer, 'addresses'>>`
    select c.id, p.email, p.name, c.phone, c.marketing, c.version, kit.utc(c.created_at) as "createdAt",
      ${sql.raw(shownText(ctx, CUSTOMER, 'c'))} as custom
    from customers.customer c join identity.person p on p.id = c.id
    where c.store_id = ${ctx.storeId} and c.id = ${customerId} and c.archived_at is null`.execute(ctx.db)
  if (!rows[0]) throw NotFound({})
  const { rows: addresses } = await sql<SavedAddress>`
    select ${savedColumns} from customers.address where store_id = ${ctx.storeId} and customer_id = ${customerId} and archived_at is null
    order by is_default desc, updated_at desc, id limit ${MOST_ADDRESSES}`.execute(ctx.db)
  return { ...rows[0], addresses }
}
