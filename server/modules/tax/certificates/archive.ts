/** Takes a certificate back: from now on it exempts nobody. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { taxSnapshot } from '../tax.ts'
import { lockCertificate } from './certificate.ts'

export const archive = command({
  id: 'tax.certificates.archive',
  summary: 'Take an exemption certificate back',
  rest: 'DELETE /tax/certificates/:certificateId',
  audience: 'staff',
  access: permission('tax.write'),
  input: Type.Object({ certificateId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ certificateId, expectedVersion }, ctx) {
    const before = await lockCertificate(ctx, certificateId, expectedVersion)
    await sql`update tax.certificate set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${certificateId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(taxSnapshot, ctx)
    ctx.audit({ subject: 'tax.certificate', subjectId: certificateId, before, after: null })
    return { done: true as const }
  },
})
