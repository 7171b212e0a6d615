/** Notes a certificate for a customer or a company; from then on their carts are priced by it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { taxSnapshot } from '../tax.ts'
import { TaxCertificate, checked } from './certificate.ts'

const { customerId, companyId, kind, number, country, region, validFrom, validTo, fileId } =
  TaxCertificate.properties

export const create = command({
  id: 'tax.certificates.create',
  summary: 'Note an exemption certificate',
  description: 'For a customer or a company: name one of the two.',
  rest: 'POST /tax/certificates',
  audience: 'staff',
  access: permission('tax.write'),
  status: 201,
  input: Type.Object({
    customerId: Type.Optional(customerId),
    companyId: Type.Optional(companyId),
    kind,
    number,
    country,
    region: Type.Optional(region),
    validFrom,
    validTo: Type.Optional(validTo),
    fileId: Type.Optional(fileId),
  }),
  output: TaxCertificate,
  async run(given, ctx) {
    const made = await checked(
      {
        customerId: null,
        companyId: null,
        region: null,
        validTo: null,
        fileId: null,
        ...given,
        id: ctx.id(),
        version: 1,
      },
      ctx,
    )
    await mustHaveHolder(made, ctx)
    await sql`insert into tax.certificate (id, store_id, customer_id, company_id, kind, number, country, region, valid_from, valid_to, file_id, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${made.customerId}, ${made.companyId}, ${made.kind}, ${made.number}, ${made.country}, ${made.region},
        ${made.validFrom}, ${made.validTo}, ${made.fileId}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.certificate', subjectId: made.id, before: null, after: made })
    return made
  },
})

async function mustHaveHolder({ customerId: customer, companyId: company }: TaxCertificate, ctx: Ctx) {
  if ((customer === null) === (company === null))
    throw invalid('customerId', 'one_holder', 'A certificate is a customer’s or a company’s: name one.')
  const { rows } = await sql`
    select 1 from customers.customer where store_id = ${ctx.storeId} and id = ${customer} and archived_at is null
    union all select 1 from customers.company where store_id = ${ctx.storeId} and id = ${company} and archived_at is null`.execute(
    ctx.db,
  )
  if (rows.length === 0)
    throw customer === null
      ? invalid('companyId', 'unknown', 'There is no such company.')
      : invalid('customerId', 'unknown', 'There is no such customer.')
}
