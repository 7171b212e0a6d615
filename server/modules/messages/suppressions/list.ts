/** Addresses that get no mail, the latest first. */
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { blindIndex } from '#kit/seal.ts'
import { sorts } from '#kit/sort.ts'
import { normalEmail } from '#kit/text.ts'
import { Email, Type } from '#kit/types.ts'
import { RECIPIENT_PURPOSE } from '../send.ts'
import { Suppression, SuppressionReason, toSuppression } from './suppression.ts'

const order = sorts(
  'SuppressionSort',
  { createdAt: { column: 's.created_at', type: 'timestamptz' } },
  { id: 's.id', first: '-createdAt' },
)

export const list = query({
  id: 'messages.suppressions.list',
  summary: 'Addresses that get no mail',
  rest: 'GET /suppressions',
  audience: 'staff',
  access: permission('messages.read'),
  input: Type.Object({
    email: Type.Optional(Email),
    reason: Type.Optional(SuppressionReason),
    ...pageInput,
  }),
  output: pageOf(Suppression),
  async run({ email, reason, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('messages.suppression as s')
      .select(['s.id', 's.sealed', 's.reason', 's.note', 's.added_by', 's.created_at'])
      .where('s.store_id', '=', ctx.storeId)
    if (email)
      found = found.where(
        's.recipient_hash',
        '=',
        blindIndex(ctx.app.config.secret, RECIPIENT_PURPOSE, normalEmail(email)),
      )
    if (reason) found = found.where('s.reason', '=', reason)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows.map((row) => toSuppression(row, ctx)), ...rest }
  },
})
