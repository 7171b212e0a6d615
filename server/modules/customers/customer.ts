/** Customers and their address book. The id of a customer is that of the person. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, Unauthenticated } from '#kit/failure.ts'
import { Flag, Id, Version, shape, type Static } from '#kit/types.ts'
import { Address } from './address.ts'

export const SavedAddress = shape('SavedAddress', {
  id: Id,
  ...Address.properties,
  isDefault: Flag,
  version: Version,
})
export type SavedAddress = Static<typeof SavedAddress>

/** The one who acts, as a customer. */
export function customerId(ctx: Ctx): string {
  if (ctx.actor.kind !== 'person') throw Unauthenticated({})
  return ctx.actor.personId
}

/** A person becomes a customer by buying or keeping an address; safe to repeat. */
export async function ensureCustomer(ctx: Ctx, personId: string): Promise<void> {
  await sql`insert into customers.customer (id, store_id, created_at, updated_at) values (${personId}, ${ctx.storeId}, ${ctx.now()}, ${ctx.now()})
    on conflict (id) do nothing`.execute(ctx.db)
}

/** The same, and whoever else does it waits: what is read after this is still so at the end. */
export async function lockCustomer(ctx: Ctx, personId: string): Promise<void> {
  await sql`insert into customers.customer as c (id, store_id, created_at, updated_at) values (${personId}, ${ctx.storeId}, ${ctx.now()}, ${ctx.now()})
    on conflict (id) do update set updated_at = c.updated_at`.execute(ctx.db)
}

/** Columns of a SavedAddress, in its property names. */
export const savedColumns: RawBuilder<unknown> = sql`id, name, company, line1, line2, postal_code as "postalCode", city, region, country, phone, is_default as "isDefault", version`

export async function defaultAddress(ctx: Ctx, customer: string): Promise<Address | null> {
  const { rows } = await sql<Address>`
    select name, company, line1, line2, postal_code as "postalCode", city, region, country, phone from customers.address
    where store_id = ${ctx.storeId} and customer_id = ${customer} and archived_at is null and is_default limit 1`.execute(
    ctx.db,
  )
  return rows[0] ?? null
}

/** Locks one's own address; others' are not found. */
export async function lockAddress(
  ctx: Ctx,
  addressId: string,
  expectedVersion: number | undefined,
): Promise<SavedAddress> {
  const { rows } = await sql<SavedAddress>`
    select ${savedColumns} from customers.address
    where store_id = ${ctx.storeId} and id = ${addressId} and customer_id = ${customerId(ctx)} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}

/** There is one default at most: whoever becomes it ends the other. The customer's lock lets the second see the first. */
export async function noOtherDefault(ctx: Ctx, customer: string): Promise<void> {
  await sql`select 1 from customers.customer where store_id = ${ctx.storeId} and id = ${customer} for update`.execute(
    ctx.db,
  )
  await sql`update customers.address set is_default = false, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and customer_id = ${customer} and is_default and archived_at is null`.execute(
    ctx.db,
  )
}
