/** The certificates of a buyer that hold on a day. */
import { sql, type RawBuilder } from 'kysely'
import type { HeldCertificate } from '../relief.ts'

/** As a JSON array, for a statement that has the customer; of nobody, none. */
export function heldCertificates(
  store: RawBuilder<unknown>,
  customer: RawBuilder<unknown>,
  on: string,
): RawBuilder<HeldCertificate[]> {
  return sql<HeldCertificate[]>`coalesce((
      select json_agg(json_build_object('id', f.id, 'number', f.number, 'country', f.country, 'region', f.region) order by f.region nulls first, f.id)
      from tax.certificate f where f.store_id = ${store} and f.archived_at is null and f.valid_from <= ${on}::date
        and coalesce(f.valid_to, 'infinity') >= ${on}::date
        and (f.customer_id = ${customer} or f.company_id in (
          select m.company_id from customers.company_member m join customers.company b on b.id = m.company_id
          where m.customer_id = ${customer} and b.archived_at is null))), '[]')`
}
