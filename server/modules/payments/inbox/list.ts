import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { PaymentInboxEntry, PaymentInboxState, entryColumns } from '../inbox-entry.ts'

const newestFirst = sorts(
  'PaymentInboxSort',
  { receivedAt: { column: 'e.received_at', type: 'timestamptz' } },
  { id: 'e.id', first: '-receivedAt' },
)

export const list = query({
  id: 'payments.inbox.list',
  summary: 'What payment providers told the store, newest first',
  description: '`state` parked finds what could not be matched to a payment.',
  rest: 'GET /payment-inbox',
  audience: 'staff',
  access: permission('payments.read'),
  input: Type.Object({ state: Type.Optional(PaymentInboxState), ...pageInput }),
  output: pageOf(PaymentInboxEntry),
  async run(input, ctx) {
    const entries = sql<PaymentInboxEntry>`(
      select ${entryColumns}, received_at from payments.inbox where store_id = ${ctx.storeId}
        and ${input.state === undefined ? sql`true` : sql`state = ${input.state}`})`.as<'e'>('e')
    const query = ctx.db.selectFrom(entries).selectAll('e')
    const { rows, next, total } = await readPage(query, input, newestFirst, ctx.db)
    const items = rows as (PaymentInboxEntry & { received_at?: Date })[]
    for (const item of items) delete item.received_at
    return { items, next, total }
  },
})
