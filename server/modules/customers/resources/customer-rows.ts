/** Customers as rows of a file, one for each address; who has none has one row. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { customCellsText } from '#kit/custom.ts'
import type { Column, PageOfRows, Row } from '#kit/resource.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { Country, Email, Flag, Int, Key, List, Phone, Text } from '#kit/types.ts'
import { CUSTOMER as TABLE } from '../custom.ts'
import type { AddressInput } from '../address.ts'
import { MOST_GROUPS } from '../groups/group.ts'
import { MOST_ADDRESSES } from '../staff-customer.ts'

/** Customers on a page of an export. */
const PAGE = 500
/** Columns that no file has: whose rows these are. */
export const CUSTOMER = '$customer'
export const ADDRESS = '$address'

export const columns: Column[] = [
  { name: 'email', shape: Email, required: true, normal: normalEmail },
  { name: 'name', shape: Text(120), required: true, ofGroup: true, normal: tidy },
  { name: 'phone', shape: Phone, ofGroup: true },
  { name: 'marketing', shape: Flag, initial: false, ofGroup: true },
  { name: 'groups', shape: List(Key, MOST_GROUPS), ofGroup: true },
  // The first, the second … of the customer's addresses.
  { name: 'address', shape: Int(1, MOST_ADDRESSES) },
  { name: 'address.name', shape: Text(120), normal: tidy },
  { name: 'address.company', shape: Text(120), normal: tidy },
  { name: 'address.line1', shape: Text(200), normal: tidy },
  { name: 'address.line2', shape: Text(200), normal: tidy },
  { name: 'address.postalCode', shape: Text(20), normal: (text) => tidy(text).toUpperCase() },
  { name: 'address.city', shape: Text(120), normal: tidy },
  { name: 'address.region', shape: Text(120), normal: tidy },
  { name: 'address.country', shape: Country },
  { name: 'address.phone', shape: Phone },
  { name: 'address.isDefault', shape: Flag },
]

/** Columns of an address. */
export const PARTS = columns.map(({ name }) => name).filter((name) => name.startsWith('address.'))

export function addressIn(row: Row): AddressInput {
  const parts = PARTS.filter((part) => part !== 'address.isDefault')
  return Object.fromEntries(
    parts.map((part) => [part.slice('address.'.length), row[part] ?? null]),
  ) as unknown as AddressInput
}

interface Found {
  id: string
  head: Row
  addresses: Row[]
}

/** Locks them; each has a row without an address too, for files that speak of none. */
export async function rowsOfCustomers(ctx: Ctx, emails: string[]): Promise<Row[]> {
  await sql`select from customers.customer c join identity.person p on (p.store_id, p.id) = (c.store_id, c.id)
    where c.store_id = ${ctx.storeId} and p.email = any(${emails}) and p.archived_at is null order by c.id for update of c`.execute(
    ctx.db,
  )
  const found = await read(ctx, sql`p.email = any(${emails})`, null)
  return found.flatMap((each) => [...rowsOf(each), ...(each.addresses.length > 0 ? [bare(each)] : [])])
}

export async function pageOfCustomers(
  ctx: Ctx,
  after: string | null,
  { group }: Record<string, string>,
): Promise<PageOfRows> {
  const inGroup = sql<SqlBool>`exists (select from customers.group_member m join customers.customer_group g on g.id = m.group_id
    where m.customer_id = c.id and g.key = ${group ?? null} and g.archived_at is null)`
  const found = await read(
    ctx,
    sql`p.email > ${after ?? ''} and ${group === undefined ? sql<SqlBool>`true` : inGroup}`,
    PAGE,
  )
  const last = found.at(-1)
  return { rows: found.flatMap(rowsOf), next: found.length === PAGE ? String(last!.head['email']) : null }
}

async function read(
  ctx: Ctx,
  which: ReturnType<typeof sql<SqlBool>>,
  limit: number | null,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select c.id, jsonb_build_object('email', p.email, 'name', p.name, 'phone', c.phone, 'marketing', c.marketing,
        'groups', (select json_agg(g.key order by g.key) from customers.group_member m
          join customers.customer_group g on g.id = m.group_id and g.archived_at is null where m.customer_id = c.id)) || ${sql.raw(customCellsText(ctx, TABLE, 'c'))} as head,
      coalesce((select json_agg(json_build_object('$address', a.id, 'address.name', a.name, 'address.company', a.company,
          'address.line1', a.line1, 'address.line2', a.line2, 'address.postalCode', a.postal_code, 'address.city', a.city,
          'address.region', a.region, 'address.country', a.country, 'address.phone', a.phone, 'address.isDefault', a.is_default)
          order by a.created_at, a.id)
        from customers.address a where a.store_id = c.store_id and a.customer_id = c.id and a.archived_at is null), '[]') as addresses
    from identity.person p join customers.customer c on (c.store_id, c.id) = (p.store_id, p.id)
    where p.store_id = ${ctx.storeId} and p.archived_at is null and c.archived_at is null and ${which}
    order by p.email limit ${limit}`.execute(ctx.db)
  return rows
}

const bare = ({ id, head }: Found): Row => ({ ...head, [CUSTOMER]: id, [ADDRESS]: null, address: null })

function rowsOf(found: Found): Row[] {
  if (found.addresses.length === 0) return [bare(found)]
  return found.addresses.map((address, index) => ({ ...bare(found), ...address, address: index + 1 }))
}
