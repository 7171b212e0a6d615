/** Changes what a certificate says; whose it is stays. Carts are priced by it at once, orders stay as they were. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { taxSnapshot } from '../tax.ts'
import { TaxCertificate, checked, lockCertificate } from './certificate.ts'

const { kind, number, country, region, validFrom, validTo, fileId } = TaxCertificate.properties

export const update = command({
  id: 'tax.certificates.update',
  summary: 'Change an exemption certificate',
  rest: 'PATCH /tax/certificates/:certificateId',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({
    certificateId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ kind, number, country, region, validFrom, validTo, fileId }),
  }),
  output: TaxCertificate,
  async run({ certificateId, expectedVersion, ...given }, ctx) {
    const before = await lockCertificate(ctx, certificateId, expectedVersion)
    const after = await checked({ ...before, ...given, version: before.version + 1 }, ctx)
    await sql`update tax.certificate set kind = ${after.kind}, number = ${after.number}, country = ${after.country}, region = ${after.region},
      valid_from = ${after.validFrom}, valid_to = ${after.validTo}, file_id = ${after.fileId}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${certificateId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.certificate', subjectId: certificateId, before, after })
    return after
  },
})
