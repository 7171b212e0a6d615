/** A business that buys: its members are customers who buy for it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure } from '#kit/failure.ts'
import { Count, Email, Id, List, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'

/** Nobody needs more, and every list has an end. */
export const MOST_MEMBERS = 1000

const fields = {
  id: Id,
  name: Text(120),
  /** With the letters of its country: DE136695976. */
  taxId: Nullable(Text(20)),
  memberCount: Count,
  version: Version,
}

export const Company = shape('Company', fields)
export type Company = Static<typeof Company>

export const CompanyMember = shape('CompanyMember', { customerId: Id, name: Text(120), email: Email })
export const CompanyWithMembers = shape('CompanyWithMembers', {
  ...fields,
  members: List(CompanyMember, MOST_MEMBERS),
})

export const columns = sql`c.id, c.name, c.tax_id as "taxId", c.version,
  (select count(*)::int from customers.company_member m where m.company_id = c.id) as "memberCount"`

export const CompanyKnown = failure(
  'customers.company_known',
  409,
  Type.Object({ taxId: Text(20), companyId: Id }, { additionalProperties: false }),
  {
    en: ({ taxId }) => `There is a company with the tax id ${taxId} already.`,
    de: ({ taxId }) => `Es gibt schon eine Firma mit der Umsatzsteuer-ID ${taxId}.`,
    ar: ({ taxId }) => `توجد شركة بالرقم الضريبي ${taxId} من قبل.`,
  },
)

export async function lockCompany(ctx: Ctx, id: string, expectedVersion?: number): Promise<Company> {
  const { rows } = await sql<Company>`
    select ${columns} from customers.company c
    where c.store_id = ${ctx.storeId} and c.id = ${id} and c.archived_at is null for update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}

/** One company has an id; a second one with it would be the same. The lock lets one who asks come after the other. */
export async function mustBeNew(ctx: Ctx, taxId: string, but?: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`customers.companies ${ctx.storeId} ${taxId}`}, 0))`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ id: string }>`
    select id from customers.company where store_id = ${ctx.storeId} and tax_id = ${taxId} and archived_at is null`.execute(
    ctx.db,
  )
  const other = rows.find(({ id }) => id !== but)
  if (other) throw CompanyKnown({ taxId, companyId: other.id })
}

export async function readCompany(ctx: Ctx, id: string): Promise<Company> {
  const { rows } = await sql<Company>`
    select ${columns} from customers.company c where c.store_id = ${ctx.storeId} and c.id = ${id}`.execute(
    ctx.db,
  )
  return rows[0]!
}
