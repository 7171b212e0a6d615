/** Customers in bulk, known by their e-mail address, with their addresses and the groups they are in. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { customColumns } from '#kit/custom.ts'
import { isFailure } from '#kit/failure.ts'
import { faultAt, type Fault, type Item, type Resource, type Row } from '#kit/resource.ts'
import { Key, Type } from '#kit/types.ts'
import { addressOf } from '../address.ts'
import { CUSTOMER as TABLE } from '../custom.ts'
import { CUSTOMER, PARTS, addressIn, columns, pageOfCustomers, rowsOfCustomers } from './customer-rows.ts'
import { putCustomers } from './put-customers.ts'

export const customers: Resource = {
  name: 'customers',
  summary: 'Customers with their addresses and groups',
  permissions: { read: 'customers.read', write: 'customers.write' },
  key: ['email', 'address'],
  group: 'email',
  groupId: CUSTOMER,
  narrow: Type.Object({ group: Type.Optional(Key) }, { additionalProperties: false }),
  columns: async (ctx) => [
    ...columns,
    ...customColumns(ctx, TABLE).map((column) => ({ ...column, ofGroup: true })),
  ],
  page: pageOfCustomers,
  find: (ctx, rows) => rowsOfCustomers(ctx, [...new Set(rows.map(({ email }) => String(email)))]),
  check,
  write: putCustomers,
}

/** Of every address; the rest its country says. */
const NEEDED = ['address.name', 'address.line1', 'address.country']

async function check(ctx: Ctx, items: Item[], known: Row[]): Promise<Fault[]> {
  const { rows } = await sql<{ key: string }>`
    select key from customers.customer_group where store_id = ${ctx.storeId} and archived_at is null`.execute(
    ctx.db,
  )
  const groups = new Set(rows.map(({ key }) => key))
  const last = new Map<string, number>()
  for (const { email, address } of known)
    last.set(String(email), Math.max(last.get(String(email)) ?? 0, Number(address ?? 0)))
  return items.flatMap((item): Fault[] => {
    const { row } = item
    const unknown = ((row['groups'] as string[] | null) ?? []).filter((key) => !groups.has(key))
    return [
      ...unknown.map((key) => faultAt(item, 'groups', 'unknown', `There is no group ${key}.`)),
      ...addressFaults(item, last),
    ]
  })
}

function addressFaults(item: Item, last: Map<string, number>): Fault[] {
  const { row } = item
  const [email, number] = [String(row['email']), row['address'] ?? null]
  if (number === null) {
    const stray = PARTS.find((part) => (row[part] ?? null) !== null)
    return stray ? [faultAt(item, 'address', 'required', 'Say which of the addresses this is: 1, 2 …')] : []
  }
  // Addresses are numbered without gaps, so that the same file means the same again.
  if (Number(number) > (last.get(email) ?? 0) + 1)
    return [faultAt(item, 'address', 'too_large', `The next one is ${(last.get(email) ?? 0) + 1}.`)]
  last.set(email, Math.max(last.get(email) ?? 0, Number(number)))
  const missing = NEEDED.filter((part) => (row[part] ?? null) === null)
  if (missing.length > 0) return missing.map((part) => faultAt(item, part, 'required', 'This is required.'))
  try {
    addressOf(addressIn(row), '')
    return []
  } catch (error) {
    const fault = isFailure(error) ? error.errors[0] : undefined
    if (!fault) throw error
    return [faultAt(item, `address.${fault.path}`, fault.code, fault.message)]
  }
}
