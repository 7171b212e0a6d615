/** The business a member buys for: their own, or else a company they belong to. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'

export interface Business {
  companyName: string
  taxId: string
}

/** As a query with `company_name` and `tax_id`, of one row or none. */
export function businessOf(customer: string | null): RawBuilder<unknown> {
  return sql`select company_name, tax_id from (
      select company_name, tax_id, 0 as place from customers.customer
        where id = ${customer}::uuid and company_name is not null and tax_id is not null
      union all
      select c.name, c.tax_id, 1 from customers.company_member m join customers.company c on c.id = m.company_id
        where m.customer_id = ${customer}::uuid and c.tax_id is not null and c.archived_at is null) business
    order by place, company_name limit 1`
}

/** For the next cart of this member. */
export async function keepBusiness(
  ctx: Ctx,
  customer: string,
  { companyName, taxId }: Business,
): Promise<void> {
  await sql`update customers.customer set company_name = ${companyName}, tax_id = ${taxId}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${customer} and (company_name, tax_id) is distinct from (${companyName}, ${taxId})`.execute(
    ctx.db,
  )
}
