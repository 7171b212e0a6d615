/** Tries a parked webhook once more, at once, and then again for a while as if it had just come. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { PaymentInboxEntry, entryColumns } from '../inbox-entry.ts'
import { handleInbox } from '../inbox-handling.ts'

export const retry = command({
  id: 'payments.inbox.retry',
  summary: 'Handle a parked webhook again',
  description: 'One that is handled already is left alone.',
  rest: 'POST /payment-inbox/:entryId/attempts',
  audience: 'staff',
  access: permission('payments.capture'),
  input: Type.Object({ entryId: Id }),
  output: PaymentInboxEntry,

  async run({ entryId }, ctx) {
    await sql`update payments.inbox set attempts = 0 where store_id = ${ctx.storeId} and id = ${entryId} and state = 'parked'`.execute(
      ctx.db,
    )
    await handleInbox(ctx, entryId)
    const { rows } = await sql<PaymentInboxEntry>`
      select ${entryColumns} from payments.inbox where store_id = ${ctx.storeId} and id = ${entryId}`.execute(
      ctx.db,
    )
    if (!rows[0]) throw NotFound({})
    ctx.audit({
      subject: 'payments.inbox',
      subjectId: entryId,
      before: null,
      after: { state: rows[0].state, reason: rows[0].reason },
    })
    return rows[0]
  },
})
