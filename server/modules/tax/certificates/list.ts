/** Certificates by their last day, so that those that run out come first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Day, Id, Type } from '#kit/types.ts'
import { TaxCertificate } from './certificate.ts'

const lastDay = sql<string>`coalesce(f.valid_to, 'infinity'::date)`
const order = sorts(
  'TaxCertificateSort',
  { validTo: { column: lastDay, type: 'date' } },
  { id: 'f.id', first: 'validTo' },
)

export const list = query({
  id: 'tax.certificates.list',
  summary: 'Exemption certificates, those that run out first',
  description:
    'With `endsFrom` and `endsTo` those whose last day is from a day to a day: what runs out soon.',
  rest: 'GET /tax/certificates',
  audience: 'staff',
  access: permission('tax.read'),
  input: Type.Object({
    customerId: Type.Optional(Id),
    companyId: Type.Optional(Id),
    endsFrom: Type.Optional(Day),
    endsTo: Type.Optional(Day),
    ...pageInput,
  }),
  output: pageOf(TaxCertificate),
  async run({ customerId, companyId, endsFrom, endsTo, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('tax.certificate as f')
      .select([
        'f.id',
        'f.customer_id as customerId',
        'f.company_id as companyId',
        'f.kind',
        'f.number',
        'f.country',
        'f.region',
        'f.valid_from as validFrom',
        'f.valid_to as validTo',
        'f.file_id as fileId',
        'f.version',
      ])
      .where('f.store_id', '=', ctx.storeId)
      .where('f.archived_at', 'is', null)
    if (customerId) found = found.where('f.customer_id', '=', customerId)
    if (companyId) found = found.where('f.company_id', '=', companyId)
    if (endsFrom) found = found.where(lastDay, '>=', endsFrom)
    if (endsTo) found = found.where(lastDay, '<=', endsTo)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows, ...rest }
  },
})
