/**
 * Takes an address off all mails: it bounced, its owner complained, or wishes so.
 *
 * Programs that read bounces and complaints call it with a key of their own. What waits
 * for the address is not sent either.
 */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Email, Text, Type } from '#kit/types.ts'
import { Suppression, SuppressionReason, suppress, toSuppression } from './suppression.ts'

export const add = command({
  id: 'messages.suppressions.add',
  summary: 'Send no mail to an address',
  rest: 'POST /suppressions',
  audience: 'staff',
  access: permission('messages.write'),
  status: 201,
  input: Type.Object({ email: Email, reason: SuppressionReason, note: Type.Optional(Text(500)) }),
  output: Suppression,
  async run(wanted, ctx) {
    const row = await suppress(ctx, wanted)
    // The address itself is no part of the audit, which outlives it.
    ctx.audit({
      subject: 'messages.suppression',
      subjectId: row.id,
      before: null,
      after: { reason: row.reason },
    })
    return toSuppression(row, ctx)
  },
})
