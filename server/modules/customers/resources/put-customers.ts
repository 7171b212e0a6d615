/** Writes rows of customers: people first, then what they are as customers, their groups and their addresses. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { customIn, type CustomValues } from '#kit/custom.ts'
import { newId } from '#kit/id.ts'
import type { Item, Row } from '#kit/resource.ts'
import { putPeople } from '../../identity/index.ts'
import { addressOf } from '../address.ts'
import { CUSTOMER as TABLE } from '../custom.ts'
import { customersChanged } from '../events.ts'
import { ADDRESS, CUSTOMER, addressIn } from './customer-rows.ts'

export async function putCustomers(ctx: Ctx, items: Item[]): Promise<void> {
  const heads = [...Map.groupBy(items, ({ row }) => String(row['email']))].map(([email, [first]]) => ({
    email,
    row: first!.row,
    isNew: (first!.row[CUSTOMER] ?? null) === null,
  }))
  const ids = await putPeople(
    ctx,
    heads.map(({ email, row, isNew }) => ({ email, name: String(row['name']), isNew })),
  )
  await putHeads(
    ctx,
    heads.map(({ email, row }) => ({
      id: ids.get(email)!,
      phone: row['phone'] ?? null,
      marketing: row['marketing'] === true,
      groups: (row['groups'] as string[] | null) ?? [],
      custom: customIn(ctx, TABLE, row),
    })),
  )
  const addressed = items.filter(({ row }) => (row['address'] ?? null) !== null)
  await putAddresses(
    ctx,
    addressed.map(({ row }) => addressRow(ids.get(String(row['email']))!, row)),
  )
  ctx.emit(customersChanged, { ids: [...ids.values()] })
}

interface Head {
  id: string
  phone: Row[string]
  marketing: boolean
  groups: string[]
  custom: CustomValues
}

async function putHeads(ctx: Ctx, heads: Head[]): Promise<void> {
  await sql`
    insert into customers.customer as c (id, store_id, phone, marketing, custom, created_at, updated_at)
    select g.id, ${ctx.storeId}, g.phone, g.marketing, jsonb_strip_nulls(coalesce(h.custom, '{}') || g.custom), ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(heads)}) as g(id uuid, phone text, marketing boolean, custom jsonb)
    left join customers.customer h on h.store_id = ${ctx.storeId} and h.id = g.id
    on conflict (id) do update set phone = excluded.phone, marketing = excluded.marketing, custom = excluded.custom, version = c.version + 1,
      updated_at = excluded.updated_at`.execute(ctx.db)
  const members = heads.flatMap(({ id, groups }) => groups.map((key) => ({ id, key })))
  await sql`
    with given as (
      select m.id as customer_id, g.id as group_id from json_to_recordset(${JSON.stringify(members)}) as m(id uuid, key text)
      join customers.customer_group g on g.store_id = ${ctx.storeId} and g.key = m.key and g.archived_at is null
    ), gone as (
      delete from customers.group_member m where m.store_id = ${ctx.storeId} and m.customer_id = any(${heads.map(({ id }) => id)}::uuid[])
        and m.group_id in (select id from customers.customer_group where store_id = ${ctx.storeId} and archived_at is null)
        and not exists (select from given g where g.customer_id = m.customer_id and g.group_id = m.group_id)
    )
    insert into customers.group_member (store_id, group_id, customer_id)
    select ${ctx.storeId}, group_id, customer_id from given on conflict do nothing`.execute(ctx.db)
}

function addressRow(customerId: string, row: Row) {
  return {
    ...addressOf(addressIn(row), ''),
    id: (row[ADDRESS] as string | null | undefined) ?? newId(),
    customerId,
    isDefault: row['address.isDefault'] === true,
  }
}

/** The last default of a customer in the file is the default; it ends the one before. */
async function putAddresses(ctx: Ctx, addresses: ReturnType<typeof addressRow>[]): Promise<void> {
  if (addresses.length === 0) return
  const chosen = new Map(
    addresses.filter(({ isDefault }) => isDefault).map((each) => [each.customerId, each.id]),
  )
  const rows = addresses.map((each) => ({ ...each, isDefault: chosen.get(each.customerId) === each.id }))
  await sql`update customers.address set is_default = false, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and customer_id = any(${[...chosen.keys()]}::uuid[]) and is_default and archived_at is null
      and id <> all(${[...chosen.values()]}::uuid[])`.execute(ctx.db)
  await sql`
    insert into customers.address as a (id, store_id, customer_id, name, company, line1, line2, postal_code, city, region, country, phone,
      is_default, created_at, updated_at)
    select id, ${ctx.storeId}, "customerId", name, company, line1, line2, "postalCode", city, region, country, phone, "isDefault",
      ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as g(id uuid, "customerId" uuid, name text, company text, line1 text, line2 text,
      "postalCode" text, city text, region text, country text, phone text, "isDefault" boolean)
    on conflict (id) do update set name = excluded.name, company = excluded.company, line1 = excluded.line1, line2 = excluded.line2,
      postal_code = excluded.postal_code, city = excluded.city, region = excluded.region, country = excluded.country,
      phone = excluded.phone, is_default = excluded.is_default, version = a.version + 1, updated_at = excluded.updated_at`.execute(
    ctx.db,
  )
}
